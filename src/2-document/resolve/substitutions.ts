import { normalizeName } from '../identifiers.ts'
import type { Node, SubstitutionDefinition, SubstitutionReference } from '../nodes.ts'
import type { Referrer } from './book.ts'
import { message, problematic, type Resolution, rawText, type Step, spend, unplacedMessage } from './resolution.ts'
import { at, childrenOf, copyTree, inherit, isReferential, replaced, replaceNodes, text, walk } from './tree.ts'

/** A reference in its list of siblings: its parent's children, or the contents of a definition that stand for `outer`. */
interface Place {
  readonly reference: SubstitutionReference
  readonly siblings: readonly Node[]
  readonly index: number
  readonly parent: Node
  readonly outer?: Place
  /** The reference in the author's text that a copied one came from. */
  readonly origin?: SubstitutionReference
  /** The definition whose copy it stands in, and what led to that. */
  readonly within?: Copied
}

interface Copied {
  readonly name: string
  readonly before: Copied | undefined
}

interface Work extends Resolution {
  readonly definitions: ReadonlyMap<string, SubstitutionDefinition>
  /** Name in lower case → name. */
  readonly names: ReadonlyMap<string, string>
  /** Name → the names of the definitions whose copies hold a reference to it. */
  readonly users: Map<string, Set<string>>
  readonly replacements: Map<Node, Node[]>
  readonly queue: Place[]
}

/**
 * `|name|` becomes a copy of what `.. |name|` defines, and references in the copy become theirs (docutils: references.Substitutions).
 * References are taken in document order and those in copies after all others; copies are of the definition as it is by then.
 */
export const substitutions: Step = (resolution) => {
  const { document, book } = resolution
  if (book.substitutionReferences.length === 0) return
  const definitions = new Map<string, SubstitutionDefinition>()
  const names = new Map<string, string>()
  for (const definition of book.substitutionDefinitions)
    for (const name of definition.names ?? []) {
      definitions.set(name, definition)
      names.set(normalizeName(name), name)
    }
  const queue = placesIn(document)
  const work: Work = { ...resolution, definitions, names, users: new Map(), replacements: new Map(), queue }
  for (let index = 0; index < queue.length; index++) substitute(work, queue[index] as Place)
  replaceNodes(document, work.replacements)
}

function placesIn(root: Node): Place[] {
  const places: Place[] = []
  const found = new Map<Node, Place>()
  walk(root, (node) => {
    const place = found.get(node)
    if (place) places.push(place)
    const siblings = childrenOf(node)
    for (const [index, reference] of siblings.entries())
      if (reference.type === 'substitution_reference') found.set(reference, { reference, siblings, index, parent: node })
  })
  return places
}

const isReferrer = (node: Node): node is Referrer => isReferential(node) && (node as Referrer).refname !== undefined

/** Decides what stands for a reference. */
function substitute(work: Work, place: Place): void {
  const { definitions, names, settings } = work
  const { reference } = place
  const { refname } = reference
  const key = definitions.has(refname) ? refname : names.get(refname.toLowerCase())
  const definition = key === undefined ? undefined : definitions.get(key)
  if (key === undefined || !definition) {
    refuse(work, reference, 'document/unknown-substitution', refname)
    return
  }
  const size = measure(work, definition)
  // Measuring takes its time too, so that it is paid for whatever comes of it.
  const copied: Copied = { name: `|${key}|`, before: place.within ?? definedBy(place) }
  const isAffordable = spend(work, { nodes: size.nodes, name: copied.name, chain: () => chainOf(copied) }, reference.position)
  if (size.length > (settings.lineLengthLimit ?? 10_000)) refuse(work, reference, 'document/substitution-too-long', key)
  else if (isAffordable) insert(work, place, copied, definition)
  else work.replacements.set(reference, work.overdraft ? [problematic(work, reference, work.overdraft)] : reference.children)
}

/** The definition that the reference stands in. */
const definedBy = ({ parent }: Place): Copied | undefined =>
  parent.type === 'substitution_definition' ? { name: `|${parent.names?.[0] ?? ''}|`, before: undefined } : undefined

/** The names from the text's own reference on. */
function chainOf(copied: Copied): string[] {
  const chain: string[] = []
  for (let at: Copied | undefined = copied; at; at = at.before) chain.push(at.name)
  return chain.reverse()
}

function insert(work: Work, place: Place, copied: Copied, definition: SubstitutionDefinition): void {
  const { replacements, book } = work
  trimAround(place, definition, replacements)
  const copies = copyFor(definition, place.reference, replacements)
  if (queueNested(work, place, copied, copies)) {
    replacements.set(place.reference, copies)
    for (const copy of copies) if (isReferrer(copy)) book.copiedReferences.push(copy)
  } else refuseCircle(work, place)
}

/** The definition's contents as they are by now. */
function copyFor(definition: SubstitutionDefinition, reference: Node, replacements: Work['replacements']): Node[] {
  return copyTree(
    definition,
    (copy) => Object.assign(copy, at(reference.position)),
    (node) => replaced(childrenOf(node), replacements),
  ).children
}

/** The length of a definition's text and how many nodes it has by now, as far as they matter. */
function measure({ replacements, settings, budget }: Work, definition: SubstitutionDefinition): { length: number; nodes: number } {
  const limit = settings.lineLengthLimit ?? 10_000
  // The reference itself takes its time, too.
  const size = { length: 0, nodes: 1 }
  const open: Node[] = [definition]
  for (let node = open.pop(); node && size.length <= limit && size.nodes <= budget.nodesLeft; node = open.pop()) {
    size.nodes++
    if (node.type === 'text') size.length += node.value.length
    else if (node.type === 'image') size.length += node.alt?.length ?? 0
    for (const child of replacements.get(node) ?? childrenOf(node)) open.push(child)
  }
  return size
}

/** `:ltrim:` and `:rtrim:` take the white space off the text beside a reference. */
function trimAround(place: Place, { ltrim, rtrim }: SubstitutionDefinition, replacements: Work['replacements']): void {
  const before = ltrim && neighbour(place, -1, replacements)
  if (before && before.type === 'text') before.value = before.value.trimEnd()
  const after = rtrim && neighbour(place, 1, replacements)
  if (after && after.type === 'text') after.value = after.value.trimStart()
}

function neighbour({ siblings, index, outer }: Place, step: -1 | 1, replacements: Work['replacements']): Node | undefined {
  for (let next = index + step; next >= 0 && next < siblings.length; next += step) {
    let node = siblings[next]
    while (node && replacements.has(node)) node = replacements.get(node)?.at(step < 0 ? -1 : 0)
    if (node) return node
  }
  return outer && neighbour(outer, step, replacements)
}

/** Lines up the references in a copy; false if one of them leads back to itself. */
function queueNested({ names, users, queue }: Work, place: Place, copied: Copied, copies: readonly Node[]): boolean {
  const origin = place.origin ?? place.reference
  const key = copied.name.slice(1, -1)
  const nested = copies.flatMap((copy, index) =>
    copy.type === 'substitution_reference'
      ? [{ reference: copy, siblings: copies, index, parent: place.parent, outer: place, origin, within: copied }]
      : placesIn(copy).map((inner) => ({ ...inner, origin, within: copied })),
  )
  for (const next of nested) {
    const name = names.get(next.reference.refname.toLowerCase()) ?? next.reference.refname.toLowerCase()
    const known = users.get(name) ?? new Set<string>()
    users.set(name, known)
    if (known.has(name)) return false
    known.add(key)
    queue.push(next)
  }
  return true
}

type Refusal = 'document/unknown-substitution' | 'document/substitution-too-long' | 'document/circular-substitution'

function refuse(work: Work, reference: SubstitutionReference, code: Refusal, name: string, position = reference.position): void {
  const cause = unplacedMessage(work, code, { name }, position)
  work.replacements.set(reference, [problematic(work, reference, cause)])
}

/** A circle is told where a definition closes it, in the definition's place, and where the text enters it. */
function refuseCircle(work: Work, { reference, parent, origin }: Place): void {
  if (parent.type !== 'substitution_definition') {
    refuse(work, reference, 'document/circular-substitution', reference.refname, (origin ?? reference).position)
    return
  }
  if (work.replacements.has(parent)) return
  const { position } = parent
  const block: Node = { type: 'literal_block', 'xml:space': 'preserve', children: [text(rawText(parent), position)], ...at(position) }
  const cause = message(work, 'document/circular-substitution-definition', { name: parent.names?.[0] ?? reference.refname }, position, [
    block,
  ])
  inherit(cause, parent)
  work.replacements.set(parent, [cause])
}
