import { basename } from 'node:path'
import { pay } from '../../1-source/budget.ts'
import type { ShownDrawing } from '../../4-look/drawings/drawing.ts'
import { objectsOf } from '../../4-look/drawings/objects.ts'
import { applyState, type Previous, type View, viewBoxOf, viewOf, viewStyles } from '../../4-look/drawings/view.ts'
import { toHtml } from '../../4-look/drawings/xml/serialize.ts'
import { element, elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { copyMark, drawingAttribute, isSourceAttribute, sourceIdAttribute, sourceValueAttribute } from '../../page-contract/attributes.ts'
import { placeholder as placeholderPicture } from '../embed/placeholder.ts'
import type { Drawings, DrawingsOptions } from './contract.ts'
import { markSuffixes } from './copies.ts'
import { type OwnIds, refersByUrl, rewriteUrls } from './css/id-urls.ts'
import { type RenamedIds, rewriteIdSelectors } from './css/ids.ts'
import { scopeStyles } from './identify.ts'
import { type Kept, keep } from './kept.ts'
import { type Placed, place } from './place.ts'
import { referencesIn } from './references.ts'
import { findUnsafe } from './unsafe.ts'
import { type Copy, type Included, withoutScriptCss } from './without-script.ts'

/**
 * Gives each inclusion of a drawing ids of its own, and says what to write in its place. What is shown comes in the order of the page: the first
 * inclusion of a file keeps the file's ids and holds its bytes.
 */
export function embedDrawings(shown: readonly ShownDrawing[], options: DrawingsOptions): Drawings {
  const placed = place(shown, options)
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
  const { root, key, copies, kept } = placed
  if (!kept) scopeStyles(root, key, renamedIds([placed]))
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
    if (place === 0 && !kept && copies.length > 0) markSuffixes(root, key, new Set(placed.identified.ids))
    written.html[index] = place === 0 && kept ? kept.html : toHtml(inclusion)
    written.boxes[index] = view?.box ?? ''
  }
  written.included.push({ root, copies: further })
  const { named, inclusions } = placed
  const html = written.html[inclusions[0] ?? 0]
  if (named && html !== undefined) keep({ ...placed, named, html, attributes: [...placed.attributes], values: keptValues(placed) })
}

/** A word on a part is little beside a node. */
const weightOfState = 50

/** Stands where a drawing cannot be shown, so that a talk does not hide the mistake. */
const standIn = (path: string): string => `<img class="missing" src="${placeholderPicture(basename(path))}" alt="">`

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
  const add = (name: string, value: string): void => {
    values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  for (const { root, identified, copies, kept } of placed) {
    for (const [name, written] of kept?.values ?? []) for (const value of written) add(name, value)
    const ids = new Set(identified.ids)
    const isCopied = copies.length > 0
    for (const node of elementsOf(root)) {
      for (const [name, value] of node.attributes) {
        if (isSourceAttribute(name)) continue
        const source = node.attributes.get(sourceValueAttribute(name))
        const isOther = isCopied && referencesIn(name, value, node).some(({ id }) => ids.has(id))
        if (source === undefined && !isOther) continue
        add(name, source ?? value)
      }
    }
  }
  return values
}

const keptValues = (placed: Placed): Kept['values'] => [...renamedValues([placed])].map(([name, values]) => [name, [...values]])

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
