import { basename } from 'node:path'
import { pay } from '../../1-source/budget.ts'
import type { ShownDrawing } from '../../4-look/drawings/drawing.ts'
import { objectsOf } from '../../4-look/drawings/objects.ts'
import { sheetsOf } from '../../4-look/drawings/sheets.ts'
import { applyState, type Previous, type View, viewBoxOf, viewOf, viewStyles } from '../../4-look/drawings/view.ts'
import { toHtml } from '../../4-look/drawings/xml/serialize.ts'
import { cloneOf, element, elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import {
  blendsAttribute,
  copyMark,
  drawingAttribute,
  isSourceAttribute,
  sourceIdAttribute,
  sourceValueAttribute,
} from '../../page-contract/attributes.ts'
import { placeholder as placeholderPicture } from '../embed/placeholder.ts'
import type { Drawings, DrawingsOptions } from './contract.ts'
import { markSuffixes } from './copies.ts'
import { separateFonts } from './css/fonts.ts'
import { type OwnIds, refersByUrl, rewriteUrls } from './css/id-urls.ts'
import { type RenamedIds, rewriteIdSelectors } from './css/ids.ts'
import { separateKeyframes } from './css/keyframes.ts'
import { type Identified, identify, scopeStyles } from './identify.ts'
import { onceMissing, takeIn } from './outside.ts'
import { referencesIn } from './references.ts'
import { findUnsafe } from './unsafe.ts'
import { type Copy, type Included, withoutScriptCss } from './without-script.ts'

/** A drawing of the page, in its first inclusion. */
interface Placed {
  readonly root: SvgElement
  /** The root's attributes before a view changes them. */
  readonly attributes: ReadonlyMap<string, string>
  /** Number of the first inclusion; value of `data-drawing` there. */
  readonly key: string
  readonly identified: Identified
  /** `~N` of each further inclusion. */
  readonly copies: string[]
  /** Indexes of what is shown. */
  readonly inclusions: number[]
}

/**
 * Gives each inclusion of a drawing ids of its own, and says what to write in its place. What is shown comes in the order of the page: the first
 * inclusion of a file keeps the file's ids and holds its bytes.
 */
export function embedDrawings(shown: readonly ShownDrawing[], options: DrawingsOptions): Drawings {
  const placed = place(shown, { ...options, resources: onceMissing(options.resources) })
  const written: Written = { html: shown.map(({ drawing }) => standIn(drawing.path)), boxes: shown.map(() => ''), included: [] }
  for (const drawing of placed) writeInclusions(drawing, shown, written, options)
  const ids = renamedIds(placed)
  let own: OwnIds | undefined
  const rewriteCss = (css: string): string => {
    if (!refersByUrl(css)) return rewriteIdSelectors(css, ids)
    own ??= ownIds(placed)
    return rewriteIdSelectors(rewriteUrls(css, own), ids)
  }
  return {
    html: written.html,
    boxes: written.boxes,
    withoutScript: withoutScriptCss(written.included),
    rewriteCss,
    css: shown.some(({ view }) => view) ? viewStyles : '',
  }
}

interface Written {
  /** By the indexes of what is shown. */
  readonly html: string[]
  readonly boxes: string[]
  /** Each drawing once. */
  readonly included: Included[]
}

/** Writes the first inclusion of a drawing and the placeholders of the others into `written`. */
function writeInclusions(
  placed: Placed,
  shown: readonly ShownDrawing[],
  written: Written,
  { safe = false, ...tools }: DrawingsOptions,
): void {
  const { report } = tools
  const { root, key, copies } = placed
  scopeStyles(root, key, renamedIds([placed]))
  const objects = placed.inclusions.some((index) => shown[index]?.view) ? objectsOf(root) : undefined
  const parts = objects ? elementsOf(root).length : 0
  const views = new Map<number, View>()
  let previous: Previous | undefined
  for (const [place, index] of placed.inclusions.entries()) {
    const { view: node, drawing } = shown[index] ?? {}
    if (!node || !objects || !drawing) continue
    // Each state says of each part what it shows.
    const states = (node.view.steps?.length ?? 0) * parts
    if (!pay(tools, { nodes: Math.floor(states / weightOfState), name: basename(drawing.path) }, node.position)) continue
    const view = viewOf(objects, node, drawing.path, previous, report)
    previous = { key: place === 0 ? key : key + (copies[place - 1] ?? ''), last: view.last }
    views.set(index, view)
  }
  const further: Copy[] = []
  for (const [place, index] of placed.inclusions.entries()) {
    const view = views.get(index)
    const inclusion = place === 0 ? root : placeholder(placed, copies[place - 1] ?? '', view)
    if (place === 0 && view) {
      for (const [name, value] of view.attributes) {
        root.attributes.set(name, value)
        root.attributes.delete(sourceValueAttribute(name))
      }
      // Without script, nothing unfolds: all that does is there.
      applyState(view.last)
    }
    // Once more, whatever came together in what has been written anew.
    if (safe) findUnsafe(inclusion, true)
    if (place > 0) further.push({ placeholder: inclusion, last: view?.last })
    if (place === 0 && copies.length > 0) markSuffixes(root, key, new Set(placed.identified.ids))
    written.html[index] = toHtml(inclusion)
    written.boxes[index] = view?.box ?? ''
  }
  written.included.push({ root, copies: further })
}

/** A word on a part is little beside a node. */
const weightOfState = 50

/** Stands where a drawing cannot be shown, so that a talk does not hide the mistake. */
const standIn = (path: string): string => `<img class="missing" src="${placeholderPicture(basename(path))}" alt="">`

function place(shown: readonly ShownDrawing[], options: DrawingsOptions): Placed[] {
  const taken = new Set(options.takenIds)
  const nextKey = keys(taken, new Set(shown.map(({ drawing }) => drawing.root)))
  const placed = new Map<string, Placed>()
  const seen = new Set<string>()
  const told = new Set<unknown>()
  const keyframes = new Set<string>()
  const fonts = new Set<string>()
  for (const [index, { drawing, position }] of shown.entries()) {
    const known = placed.get(drawing.key)
    if (known) {
      known.copies.push(`${copyMark}${nextKey()}`)
      known.inclusions.push(index)
      continue
    }
    if (seen.size === seen.add(drawing.key).size) continue
    // Two drawings may be of one file (src/4-look/drawings/read-drawings.ts).
    if (told.size < told.add(drawing.report).size) drawing.report(options.report, position)
    if (!drawing.root) continue
    const root = cloneOf(drawing.root)
    prepare(root, { path: drawing.path, position }, options)
    const key = nextKey()
    const identified = identify(root, key, taken)
    separateKeyframes(root, key, keyframes)
    separateFonts(root, key, fonts)
    root.attributes.set(drawingAttribute, key)
    if (blends(root)) root.attributes.set(blendsAttribute, '')
    placed.set(drawing.key, { root, attributes: root.attributes, key, identified, copies: [], inclusions: [index] })
  }
  for (const { root, key, copies } of placed.values()) {
    if (copies.length > 0 && !root.attributes.has('id')) root.attributes.set('id', `drawing${copyMark}${key}`)
  }
  return [...placed.values()].map((drawing) => ({ ...drawing, attributes: new Map(drawing.root.attributes) }))
}

/** An escape may hide the name. */
const blends = (root: SvgElement): boolean => {
  const names = (css: string | undefined): boolean => css !== undefined && /mix-blend-mode|\\/i.test(css)
  return elementsOf(root).some(({ attributes }) => names(attributes.get('style'))) || sheetsOf(root).some(({ value }) => names(value))
}

interface Named {
  readonly path: string
  readonly position: Position | undefined
}

function prepare(root: SvgElement, { path, position }: Named, { safe = false, ...tools }: DrawingsOptions): void {
  takeIn(root, { tools, from: path, ...(position ? { position } : {}) })
  for (const what of findUnsafe(root, safe)) tools.report(diagnose('svg/unsafe', { what, path, removed: safe }, position))
}

/** Numbers for inclusions, from 1, without those that an id of the page ends in by chance. */
function keys(taken: ReadonlySet<string>, roots: Iterable<SvgElement | undefined>): () => string {
  const endings = new Set<string>()
  for (const id of taken) endings.add(id.slice(id.lastIndexOf(copyMark) + 1))
  for (const root of roots) {
    for (const { attributes } of root ? elementsOf(root) : []) {
      const [, ending] = /~(\d+)$/.exec(attributes.get('id') ?? '') ?? []
      if (ending !== undefined) endings.add(ending)
    }
  }
  let last = 0
  return () => {
    do last++
    while (endings.has(String(last)))
    return String(last)
  }
}

/**
 * Kept on a placeholder so that it has the drawing's size and the author's selectors find it before, or without, the player. One that names an id
 * would name the first inclusion's.
 */
const placeholderAttributes = ['viewBox', 'width', 'height', 'preserveAspectRatio', 'role', 'aria-label', 'class', 'style']
const placeholderLimit = 280

/**
 * A further inclusion: the player fills it with the first one's content; without script it shows that. `<use>` has the size of the
 * first one's view box, so that the two coordinate systems are one whatever the unit of the file's width and height; where it has none, that of the
 * placeholder. CSS for what is copied does not change it (SVG 2 §5.6).
 */
function placeholder({ attributes, key, root }: Placed, suffix: string, view?: View): SvgElement {
  const id = attributes.get('id') ?? ''
  const sides = ['width', 'height'].filter((name) => attributes.has(name)).map((name) => [name, '100%'] as const)
  const box = Object.entries(viewBoxOf(root.attributes) ?? Object.fromEntries(sides)).filter(([, value]) => value !== 0)
  const use = element('use', [['href', `#${id}`], ...box.map(([name, value]) => [name, String(value)] as const)])
  const svg = element('svg', [[drawingAttribute, key + suffix]], [use])
  if (!id.startsWith(`drawing${copyMark}`)) {
    svg.attributes.set('id', id + suffix)
    svg.attributes.set(sourceIdAttribute, attributes.get(sourceIdAttribute) ?? id)
  }
  let length = toHtml(svg).length
  for (const name of placeholderAttributes) {
    const value = attributes.get(name)
    if (value === undefined || length + name.length + value.length > placeholderLimit) continue
    if (referencesIn(name, value, root).length > 0) continue
    svg.attributes.set(name, value)
    length += name.length + value.length + 4
  }
  for (const [name, value] of view?.attributes ?? []) svg.attributes.set(name, value)
  return svg
}

/** Where an id of a drawing is called otherwise. */
function ownIds(placed: readonly Placed[]): OwnIds {
  const own = new Map<string, Map<string, string>>()
  const add = (source: string, drawing: string, id: string): void => {
    own.set(source, (own.get(source) ?? new Map<string, string>()).set(drawing, id))
  }
  for (const { identified, key, copies } of placed) {
    for (const [source, id] of identified.renamed) add(source, key, id)
    for (const suffix of copies) {
      for (const source of identified.sources) add(source, key + suffix, (identified.renamed.get(source) ?? source) + suffix)
    }
  }
  return own
}

/** Attribute → what the files have in it where the page has it with another id. */
function renamedValues(placed: readonly Placed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>()
  for (const { root, identified, copies } of placed) {
    const ids = new Set(identified.ids)
    const isCopied = copies.length > 0
    for (const node of elementsOf(root)) {
      for (const [name, value] of node.attributes) {
        if (isSourceAttribute(name)) continue
        const source = node.attributes.get(sourceValueAttribute(name))
        const isOther = isCopied && referencesIn(name, value, node).some(({ id }) => ids.has(id))
        if (source === undefined && !isOther) continue
        values.set(name, (values.get(name) ?? new Set()).add(source ?? value))
      }
    }
  }
  return values
}

function renamedIds(placed: readonly Placed[]): RenamedIds {
  const sources = new Set<string>()
  const generated = new Set<string>()
  for (const { identified, copies } of placed) {
    for (const source of copies.length > 0 ? identified.sources : identified.renamed.keys()) sources.add(source)
    for (const id of identified.renamed.values()) generated.add(id)
    for (const suffix of copies) for (const id of identified.ids) generated.add(id + suffix)
  }
  let values: ReadonlyMap<string, ReadonlySet<string>> | undefined
  return { sources, generated, values: () => (values ??= renamedValues(placed)), answers: new Map() }
}
