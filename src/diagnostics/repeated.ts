import type { Diagnostic } from './diagnostic.ts'
import { messages } from './messages/index.ts'
import type { Together } from './messages/message.ts'
import type { Position } from './position.ts'

/** A diagnostic as it is told: once, with the places where the same was found besides, in their order. */
export interface Told {
  readonly diagnostic: Diagnostic
  readonly others: readonly Position[]
  /** What several that are told as one speak of, in the order of the first place of each. */
  readonly subjects?: readonly Subject[]
}

export interface Subject {
  readonly name: string
  readonly positions: readonly Position[]
}

/**
 * Says each thing of a deck once (dedupe): what is of one kind, as the table of messages has it; and what has the same code and the same words, if these
 * name what is meant, as in “There is no directive named “x””.
 */
export function tellOnce(diagnostics: readonly Diagnostic[]): Told[] {
  return merge(tellKindsOnce(diagnostics), ({ diagnostic: { code, message, advice, position }, subjects }) =>
    position && !subjects && messages[code].text.length > 0 ? `${code}\0${message}\0${advice}` : undefined,
  ).map(([first, ...more]) => ({
    ...first,
    others: [...first.others, ...more.flatMap(({ diagnostic: { position }, others }) => [...(position ? [position] : []), ...others])],
  }))
}

/** The kinds alone, for a program that looks at each place: all else stays as it is. */
export function tellKindsOnce(diagnostics: readonly Diagnostic[]): Told[] {
  return merge(diagnostics, ({ code, severity, position }) => (position && howTogether(code) ? `${code}\0${severity}` : undefined)).map(
    asOne,
  )
}

/** Those with the same key in one list, at the place of the first; what has none stays by itself. */
function merge<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): (readonly [Item, ...Item[]])[] {
  const lists: [Item, ...Item[]][] = []
  const known = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const list = key === undefined ? undefined : known.get(key)
    if (list) {
      list.push(item)
      continue
    }
    const fresh: [Item, ...Item[]] = [item]
    lists.push(fresh)
    if (key !== undefined) known.set(key, fresh)
  }
  return lists
}

const howTogether = (code: Diagnostic['code']): Together<never> | undefined =>
  (messages[code] as { readonly together?: Together<never> }).together

function asOne([first, ...more]: readonly [Diagnostic, ...Diagnostic[]]): Told {
  const positionsOf = (list: readonly Diagnostic[]): Position[] => list.flatMap(({ position }) => (position ? [position] : []))
  const others = positionsOf(more)
  const subjects = merge([first, ...more], ({ subject }) => subject ?? '').map((same) => ({
    name: same[0].subject ?? '',
    positions: positionsOf(same),
  }))
  const how = howTogether(first.code)
  if (!how?.text || subjects.length === 1) return { diagnostic: first, others }
  const diagnostic = { ...first, message: how.text(subjects.length), ...(how.advice === undefined ? {} : { advice: how.advice }) }
  return { diagnostic, others, subjects }
}

/** How many places are named, and of how many things. */
const most = 8

/**
 * `The same 3 times more: lines 4, 9; part.rst: line 2.`, or `<Tweet>: lines 3, 9; <Poll>: line 12.` Undefined where there is nothing to say. `shown`: a
 * path as it is written for people.
 */
export function alsoAt({ diagnostic, others, subjects }: Told, shown = (path: string): string => path): string | undefined {
  if (others.length === 0) return undefined
  const file = diagnostic.position?.source
  if (subjects) {
    const named = subjects.slice(0, most).map(({ name, positions }) => `${clipped(name)}: ${placesOf(positions, file, shown)}`)
    return `${named.join('; ')}${subjects.length > most ? `; and ${subjects.length - most} more` : ''}.`
  }
  const times = others.length === 1 ? 'once' : others.length === 2 ? 'twice' : `${others.length} times`
  return `The same ${times} more: ${placesOf(others, file, shown)}.`
}

/** Addresses and reasons may be long. */
const clipped = (name: string): string => (name.length > 62 ? `${name.slice(0, 60)}…${name.endsWith('”') ? '”' : ''}` : name)

/** `lines 4, 9; part.rst: line 2 and 3 more`. `file` is that of the first place. */
function placesOf(positions: readonly Position[], file: string | undefined, shown: (path: string) => string): string {
  const lines = new Map<string, number[]>()
  for (const { source, start } of positions.slice(0, most)) lines.set(source, [...(lines.get(source) ?? []), start.line])
  const places = [...lines].map(([source, numbers]) => {
    const list = `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`
    return source === file ? list : `${shown(source)}: ${list}`
  })
  return `${places.join('; ')}${positions.length > most ? ` and ${positions.length - most} more` : ''}`
}
