import type { ReadDrawing, ShownDrawing } from '../../4-look/drawings/drawing.ts'
import { sheetsOf } from '../../4-look/drawings/sheets.ts'
import { cloneOf, elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { blendsAttribute, copyMark, drawingAttribute } from '../../page-contract/attributes.ts'
import type { DrawingsOptions } from './contract.ts'
import { separateFonts } from './css/fonts.ts'
import { separateKeyframes } from './css/keyframes.ts'
import { type Identified, identify } from './identify.ts'
import { type Kept, type Named, readKept } from './kept.ts'
import { onceMissing, takeIn } from './outside.ts'
import { findUnsafe } from './unsafe.ts'

/** Where a drawing stands in the page. */
export interface Inclusions {
  readonly drawing: ReadDrawing
  /** Number of the first inclusion; value of `data-drawing` there. */
  readonly key: string
  /** `~N` of each further inclusion. */
  readonly copies: readonly string[]
  /** Indexes of what is shown. */
  readonly inclusions: readonly number[]
}

/** A drawing of the page, in its first inclusion. */
export interface Placed extends Inclusions {
  /** Without its children where an earlier process has written it. */
  readonly root: SvgElement
  /** The root's attributes before a view changes them. */
  readonly attributes: ReadonlyMap<string, string>
  readonly identified: Identified
  /** As an earlier process wrote it. */
  readonly kept: Kept | undefined
  /** What it names, where that and its own text are all that its HTML depends on. */
  readonly named: Named | undefined
}

/** Every drawing of the page that can be shown, with ids of its own. What is shown comes in the order of the page. */
export function place(shown: readonly ShownDrawing[], options: DrawingsOptions): Placed[] {
  const taken = new Set(options.takenIds)
  const names: Names = { taken, keyframes: new Set(), fonts: new Set() }
  const tools = { ...options, resources: onceMissing(options.resources) }
  const placed: Placed[] = []
  const told = new Set<unknown>()
  for (const found of inclusionsOf(shown, taken)) {
    const { drawing, inclusions } = found
    const first = shown[inclusions[0] ?? 0]
    // Two drawings may be of one file (src/4-look/drawings/read-drawings.ts).
    if (told.size < told.add(drawing.report).size) drawing.report(options.report, first?.position)
    const isAsDrawn = inclusions.every((index) => !shown[index]?.view)
    const one = (isAsDrawn && keptBefore(found, first, taken, tools)) || prepared(found, first, names, tools)
    if (!one) continue
    for (const id of one.identified.ids) taken.add(id)
    placed.push(isAsDrawn ? one : { ...one, named: undefined })
  }
  return placed
}

/** Each drawing once, in the order of its first inclusion, with the numbers of all; one that cannot be shown has none. */
function inclusionsOf(shown: readonly ShownDrawing[], taken: ReadonlySet<string>): Inclusions[] {
  const nextKey = keys(taken, new Set(shown.map(({ drawing }) => drawing)))
  const found = new Map<string, Inclusions & { readonly copies: string[]; readonly inclusions: number[] }>()
  for (const [index, { drawing }] of shown.entries()) {
    const known = found.get(drawing.key)
    if (!known) found.set(drawing.key, { drawing, key: drawing.facts ? nextKey() : '', copies: [], inclusions: [index] })
    else if (drawing.facts) {
      known.copies.push(`${copyMark}${nextKey()}`)
      known.inclusions.push(index)
    }
  }
  return [...found.values()]
}

/** Names that the drawings of a page have between them. */
interface Names {
  readonly taken: ReadonlySet<string>
  readonly keyframes: Set<string>
  readonly fonts: Set<string>
}

function keptBefore(
  found: Inclusions,
  first: ShownDrawing | undefined,
  taken: ReadonlySet<string>,
  options: DrawingsOptions,
): Placed | undefined {
  if (options.safe) return undefined
  const outside = { tools: options, from: found.drawing.path, ...(first?.position ? { position: first.position } : {}) }
  const known = readKept(found, taken, outside)
  if (!known) return undefined
  const attributes = new Map(known.kept.attributes)
  const root: SvgElement = { type: 'element', name: 'svg', space: 'svg', attributes, children: [] }
  return { ...found, root, attributes, ...known, named: undefined }
}

/** The drawing as its first inclusion has it, but for its style sheets. */
function prepared(
  found: Inclusions,
  first: ShownDrawing | undefined,
  names: Names,
  { safe = false, ...tools }: DrawingsOptions,
): Placed | undefined {
  const { drawing, key, copies } = found
  const { path } = drawing
  if (!drawing.facts || !drawing.root) return undefined
  const root = cloneOf(drawing.root)
  const named: Named = new Map()
  const placed = first?.position ? { position: first.position } : {}
  takeIn(root, { tools, from: path, note: (address, uri) => named.set(address, uri), ...placed })
  const unsafe = findUnsafe(root, safe)
  for (const what of unsafe) tools.report(diagnose('svg/unsafe', { what, path, removed: safe }, first?.position))
  const identified = identify(root, key, names.taken)
  const brings = [separateKeyframes(root, key, names.keyframes), separateFonts(root, key, names.fonts)]
  root.attributes.set(drawingAttribute, key)
  if (blends(root)) root.attributes.set(blendsAttribute, '')
  if (copies.length > 0 && !root.attributes.has('id')) root.attributes.set('id', `drawing${copyMark}${key}`)
  const isItsOwn = !safe && unsafe.length === 0 && !brings.includes(true)
  return { ...found, root, attributes: new Map(root.attributes), identified, kept: undefined, named: isItsOwn ? named : undefined }
}

/** An escape may hide the name. */
const blends = (root: SvgElement): boolean => {
  const names = (css: string | undefined): boolean => css !== undefined && /mix-blend-mode|\\/i.test(css)
  return elementsOf(root).some(({ attributes }) => names(attributes.get('style'))) || sheetsOf(root).some(({ value }) => names(value))
}

/** Numbers for inclusions, from 1, without those that an id of the page ends in by chance. */
function keys(taken: ReadonlySet<string>, drawings: Iterable<ReadDrawing>): () => string {
  const endings = new Set<string>()
  for (const id of taken) endings.add(id.slice(id.lastIndexOf(copyMark) + 1))
  for (const { facts } of drawings) for (const ending of facts?.endings ?? []) endings.add(ending)
  let last = 0
  return () => {
    do last++
    while (endings.has(String(last)))
    return String(last)
  }
}
