import type { Drawing, Node, NodeType, Raw } from '../2-document/nodes.ts'
import type { DrawingTerm } from '../2-document/our-fields.ts'
import { isRawDrawing, isRawHtml, rawText } from '../2-document/raw.ts'
import { rawPlaces } from '../2-document/raw-places.ts'
import { at, childrenOf, textOf } from '../2-document/resolve/tree.ts'
import type { Change, Press } from './deck.ts'
import { rewrite } from './rewrite.ts'
import { oneLine } from './slide-title.ts'
import { substepTags } from './substep-tags.ts'
import { isSubstep, type SubstepTurn, turnOf } from './substeps.ts'

/** A step's content with the number of its press on all that waits for one, and the presses. */
export interface PressedContent {
  readonly content: readonly Node[]
  readonly presses: readonly Press[]
}

/** A change with the node that it is of, before its press is known. */
interface Waiting {
  readonly change: Change
  readonly turn: SubstepTurn
  /** The node's, to be filled in the order of its changes. */
  readonly numbers: number[]
}

/**
 * Finds what appears or changes press by press (docs/dev/architecture.md): what has the class `substep`, the further states of drawings, and tags of raw HTML
 * with the class. They follow one another as they stand in the source, but for what says its own turn (`inOrder`).
 */
export function numberPresses(nodes: readonly Node[]): PressedContent {
  const waiting: Waiting[] = []
  const hidden = new Set<Node | undefined>()
  const content = rewrite(nodes, (node, parent) => {
    if (unseen.has(node.type) || hidden.has(parent)) {
      hidden.add(node)
      return node
    }
    const found = changesOf(node)
    if (found.length === 0) return node
    const numbers: number[] = []
    for (const one of found) waiting.push({ ...one, numbers })
    return { ...node, presses: numbers }
  })
  const presses = waiting.some(({ turn }) => turn.at !== undefined || turn.isWithPrevious) ? inTurn(waiting) : inOrder(waiting)
  const numberOf = new Map(presses.flatMap((press, index) => press.map((one) => [one, index + 1] as const)))
  for (const one of waiting) one.numbers.push(numberOf.get(one) ?? 0)
  return { content, presses: presses.map((press) => press.map(({ change }) => change)) }
}

/**
 * What comes at each press. As impress.js 2.0 has it: what has an order comes first, the same order at once; all else comes after, one after the
 * other.
 */
function inOrder(waiting: readonly Waiting[]): Waiting[][] {
  const ordered = new Map<number, Waiting[]>()
  const rest: Waiting[][] = []
  for (const one of waiting) {
    const { order } = one.turn
    const together = order === undefined ? undefined : ordered.get(order)
    if (order === undefined) rest.push([one])
    else if (together) together.push(one)
    else ordered.set(order, [one])
  }
  return [...[...ordered].sort(([one], [other]) => one - other).map(([, together]) => together), ...rest]
}

/**
 * As Slidev has it (its documentation, “Animations”): what says a press comes with that one, and all else is counted through, what comes with the
 * previous counting nothing. Presses at which nothing would happen are left out.
 */
function inTurn(waiting: readonly Waiting[]): Waiting[][] {
  const presses = new Map<number, Waiting[]>()
  let count = 0
  for (const one of waiting) {
    const { at, isWithPrevious } = one.turn
    if (at === undefined && !(isWithPrevious && count > 0)) count++
    const press = at ?? count
    presses.set(press, [...(presses.get(press) ?? []), one])
  }
  return [...presses].sort(([one], [other]) => one - other).map(([, together]) => together)
}

/** Nothing of these stands on a slide. */
const unseen: ReadonlySet<NodeType> = new Set<NodeType>(['comment', 'substitution_definition', 'system_message'])

const next: SubstepTurn = { at: undefined, order: undefined, isWithPrevious: false }

type Found = Omit<Waiting, 'numbers'>

function changesOf(node: Node): Found[] {
  // Raw text goes out as it stands: its own class is nowhere.
  if (node.type === 'raw') return isRawHtml(node) && !isRawDrawing(node) ? tagsOf(node) : []
  const own: Found[] = isSubstep(node)
    ? [{ change: { kind: 'substep', label: labelOf(node), ...at(node.position) }, turn: turnOf(node.classes ?? []) }]
    : []
  return node.type === 'drawing' ? [...own, ...furtherStates(node)] : own
}

/** The first of a drawing's states is there from the start. */
const furtherStates = ({ uri, view, position }: Drawing): Found[] =>
  (view.steps ?? []).slice(1).map((terms) => ({
    change: { kind: 'drawing', label: oneLine(`${uri} ${written(terms)}`), ...at(position) },
    turn: next,
  }))

const written = (terms: readonly DrawingTerm[]): string => terms.map(({ sign, name }) => sign + name).join(' ')

function tagsOf(node: Raw): Found[] {
  const text = rawText(node)
  const placeAt = rawPlaces(node)
  return substepTags(text).map(({ start, end, order, classes }) => ({
    change: { kind: 'html', label: short(text.slice(start, end)), ...at(placeAt(start, end)) },
    turn: order === undefined ? turnOf(classes) : { ...turnOf(classes), order },
  }))
}

/** Each is a line of its own in what it stands in. */
const lines: ReadonlySet<NodeType> = new Set<NodeType>(['paragraph', 'title', 'term', 'line', 'literal_block', 'caption'])

const labelOf = (node: Node): string =>
  node.type === 'drawing' || node.type === 'image' ? node.uri : firstLine(node) || short(textOf(node)) || node.type

function firstLine(node: Node): string {
  if (lines.has(node.type)) return short(textOf(node))
  for (const child of childrenOf(node)) {
    const line = firstLine(child)
    if (line) return line
  }
  return ''
}

/** As much as tells one from another, in letters. */
const longest = 40

const short = (text: string): string => {
  const line = oneLine(text.slice(0, 10 * longest))
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
