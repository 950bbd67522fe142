import type { Diagnostic } from './diagnostic.ts'
import { messages } from './messages/index.ts'
import type { Position } from './position.ts'

/** A diagnostic as it is told: once, with the places where the same was found besides, in their order. */
export interface Told {
  readonly diagnostic: Diagnostic
  readonly others: readonly Position[]
}

/** Says each thing once (dedupe): what has the same code and the same words, if these name what is meant, as in “There is no directive named “x””. */
export function tellOnce(diagnostics: readonly Diagnostic[]): Told[] {
  const told: { readonly diagnostic: Diagnostic; readonly others: Position[] }[] = []
  const known = new Map<string, Position[]>()
  for (const diagnostic of diagnostics) {
    const { code, message, advice, position } = diagnostic
    const key = position && namesSubject(code) ? `${code}\0${message}\0${advice}` : undefined
    const others = key === undefined ? undefined : known.get(key)
    if (others && position) {
      others.push(position)
      continue
    }
    const fresh: Position[] = []
    told.push({ diagnostic, others: fresh })
    if (key !== undefined) known.set(key, fresh)
  }
  return told
}

/** A sentence without a part of its own (“This line is indented …”) speaks of the place: each has to be looked at. */
const namesSubject = (code: Diagnostic['code']): boolean => messages[code].text.length > 0

/** How many places are named. */
const most = 8

/** `The same 3 times more: lines 4, 9; part.rst: line 2.` `file` is that of the first place. Undefined where there is nothing to say. */
export function alsoAt(file: string | undefined, others: readonly Position[]): string | undefined {
  if (others.length === 0) return undefined
  const lines = new Map<string, number[]>()
  for (const { source, start } of others.slice(0, most)) lines.set(source, [...(lines.get(source) ?? []), start.line])
  const places = [...lines].map(([source, numbers]) => {
    const list = `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`
    return source === file ? list : `${source}: ${list}`
  })
  const rest = others.length > most ? ` and ${others.length - most} more` : ''
  const times = others.length === 1 ? 'once' : others.length === 2 ? 'twice' : `${others.length} times`
  return `The same ${times} more: ${places.join('; ')}${rest}.`
}
