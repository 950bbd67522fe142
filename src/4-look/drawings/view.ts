import type { Drawing } from '../../2-document/nodes.ts'
import { writtenPartName } from '../../2-document/part-names.ts'
import { type Diagnostic, diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import { type Box, identity, type Matrix, multiply, parseTransform, union } from '../../formats/geometry.ts'
import { drawingAttribute } from '../../page-contract/attributes.ts'
import {
  encodeStates,
  layerAttribute,
  type ShownParts,
  unfoldAttribute,
  unfoldFromAttribute,
  unfoldTimeAttribute,
} from '../../page-contract/unfolding.ts'
import { boundsOf, length, lookupOf } from './bounds.ts'
import { fits, isGlob, nearest } from './names.ts'
import { allObjects, type DrawingObject, namesOf } from './objects.ts'
import { pageClip } from './page-clip.ts'
import { type State, unfold } from './unfold.ts'

/** One `svg::` as it stands in the page. */
export interface View {
  /** On the inclusion's root, in place of the file's. */
  readonly attributes: ReadonlyMap<string, string>
  /** CSS declarations of the box around it. */
  readonly box: string
  readonly first: State
  readonly last: State
}

/** The inclusion before, of the same file. */
export interface Previous {
  /** Its `data-drawing`. */
  readonly key: string
  readonly last: State
}

/** Works out what an `svg::` shows; its mistakes are reported where the deck has them. */
export function viewOf(root: DrawingObject, node: Drawing, path: string, previous: Previous | undefined, report: Report): View {
  const { view } = node
  const attributes = new Map<string, string>()
  const { states, unknown } = unfold(root, view, previous?.last)
  const first = states[0] ?? new Map()
  if (view.from && !previous) report(diagnose('svg/no-previous', { path }, node.position))
  const written = encodeStates(partsOf(view.from ? previous?.last : undefined), states.map(partsOf))
  if (written !== '') attributes.set(unfoldAttribute, written)
  if (view.from && previous) attributes.set(unfoldFromAttribute, previous.key)
  if (view.duration !== undefined) attributes.set(unfoldTimeAttribute, String(view.duration))
  if (view.fit) attributes.set('preserveAspectRatio', ratioOf[view.fit])
  if (node.alt) {
    attributes.set('role', 'img')
    attributes.set('aria-label', node.alt)
    // A label by reference would win over this one.
    if (root.element.attributes.has('aria-labelledby')) attributes.set('aria-labelledby', '')
  }
  const missing = [...unknown]
  const viewBox = viewBoxFor(root, node)
  if (viewBox) attributes.set('viewBox', [viewBox.x, viewBox.y, viewBox.width, viewBox.height].map(plain).join(' '))
  for (const name of view.zoom ?? []) {
    const box = groupBox(root, [name])
    if (box === 'unknown') missing.push(name)
    else if (!box) report(diagnose('svg/empty-layer', { name, path }, placeOf(name, node)))
  }
  for (const name of new Set(missing)) report(unknownPart(root, name, path, placeOf(name, node)))
  const own = root.element.attributes
  const ratio = attributes.get('preserveAspectRatio') ?? own.get('preserveAspectRatio') ?? ''
  return { attributes, box: pageClip(node, viewBox ?? viewBoxOf(own), ratio, own), first, last: states.at(-1) ?? first }
}

const partsOf = (state: State | undefined): ShownParts => new Map([...(state ?? [])].map(([{ index }, showing]) => [index, showing]))

/** Where the deck writes a name of a part. */
function placeOf(name: string, { places, position }: Drawing): Position | undefined {
  return places && Object.hasOwn(places, name) ? places[name] : position
}

/** What the player writes on each part (src/player/unfold.ts), for the time before it runs, or without it. */
export function applyState(state: State): void {
  for (const [{ element }, showing] of state) element.attributes.set(layerAttribute, showing)
}

/** `preserveAspectRatio` (SVG 2 §8.2) of each `:fit:`. */
export const ratioOf: Readonly<Record<'contain' | 'cover' | 'fill', string>> = {
  contain: 'xMidYMid',
  cover: 'xMidYMid slice',
  fill: 'none',
}

/** What to tell of a name that no part has. */
export function unknownPart(root: DrawingObject, name: string, path: string, position?: Position): Diagnostic {
  const near = nearest(name, [...allObjects(root)].flatMap(namesOf))
  const found = near === undefined ? undefined : writtenPartName(near)
  return diagnose('svg/unknown-layer', { name, path, nearest: found, names: layerNames(root) }, position)
}

/** Names of the first 40 groups and layers, as an author writes them. */
const layerNames = (root: DrawingObject): string[] =>
  [
    ...new Set(
      [...allObjects(root)].flatMap((object) => {
        const [name, label] = namesOf(object)
        if (!object.isGroup || name === undefined) return []
        const written = writtenPartName(name)
        return [label === undefined || label === name ? written : `${written} (${writtenPartName(label)})`]
      }),
    ),
  ].slice(0, 40)

/**
 * The box around the layers, groups or shapes of these names and globs, in the user units of the drawing's root; of a plain name that several
 * have, the first counts. Undefined where they paint nothing.
 */
export function groupBox(root: DrawingObject, names: readonly string[]): Box | 'unknown' | undefined {
  const all = [...allObjects(root)]
  const found = names.flatMap((name) => {
    if (isGlob(name)) return all.filter((object) => namesOf(object).some((own) => fits(name, own)))
    return all.find((object) => namesOf(object).includes(name)) ?? []
  })
  if (found.length === 0) return 'unknown'
  const lookup = lookupOf(root.element)
  return found.map((object) => boundsOf(object.element, matrixAround(object), lookup)).reduce(union, undefined)
}

function matrixAround({ parent }: DrawingObject): Matrix {
  let matrix = identity
  for (let outer = parent; outer?.parent; outer = outer.parent) {
    matrix = multiply(parseTransform(outer.element.attributes.get('transform') ?? ''), matrix)
  }
  return matrix
}

/** Room around a framed group, as a part of its longer side. */
const margin = 0.04

export function viewBoxAround({ x, y, width, height }: Box): Box {
  const room = Math.max(width, height) * margin
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room }
}

/** The root's view box, else its size; undefined where it has neither. */
export function viewBoxOf(attributes: ReadonlyMap<string, string>): Box | undefined {
  const [x = 0, y = 0, width = 0, height = 0] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (width > 0 && height > 0) return { x, y, width, height }
  const size = { x: 0, y: 0, width: length(attributes.get('width')), height: length(attributes.get('height')) }
  return size.width > 0 && size.height > 0 ? size : undefined
}

/** What the inclusion needs for its root: the zoom, and a view box where the file has only a size, without which nothing would scale. */
function viewBoxFor(root: DrawingObject, { view: { zoom } }: Drawing): Box | undefined {
  const { attributes } = root.element
  const box = zoom && groupBox(root, zoom)
  if (typeof box === 'object') return viewBoxAround(box)
  return attributes.has('viewBox') ? undefined : viewBoxOf(attributes)
}

const plain = (value: number): number => Number(value.toPrecision(7))

/** What is in the copy that a `<use>` makes of a whole drawing shows another inclusion's state (6-page/svg/without-script.ts). */
const ofUse = `:where([${drawingAttribute}]:not(*>*) *)`

/**
 * CSS of pages with `svg::`. It adds no specificity, so a theme's or an author's rule wins wherever it stands. Attributes that say `style` or `class` are not
 * asked for: each move of the camera changes some, and would be a question to all drawings.
 */
export const viewStyles = `:where(.drawing>svg){display:block;max-width:100%;height:auto;overflow:hidden;clip-path:var(--page,none)}
:where(.drawing.overflow-visible>svg){overflow:visible}
:where(.drawing[data-size~="width"]>svg){width:100%}
:where(.drawing[data-size~="height"]>svg){height:100%}
:where(.drawing[data-size="height"]>svg){width:auto}
:where(.drawing:is(.fit-contain,.fit-cover,.fit-fill)>svg){width:100%;height:100%}
:where(.drawing.fills-slide){position:absolute;inset:0;z-index:-1}
:where(.drawing.align-center){margin-left:auto;margin-right:auto;width:fit-content}
:where(.drawing.align-left){float:left}
:where(.drawing.align-right){float:right}
[data-layer]{transition:opacity var(--unfold-time,.4s)}
[data-layer=off]{transition:opacity var(--unfold-time,.4s),visibility 0s var(--unfold-time,.4s)}
[data-layer=on]:not(${ofUse}),[data-layer=off]:not(${ofUse}),[data-layer=dim]:not(${ofUse}){display:inline!important}
[data-layer=off]:not(${ofUse}){opacity:0!important;visibility:hidden!important}
[data-layer=dim]:not(${ofUse}){opacity:var(--unfold-dim,.25)!important}
@media (prefers-reduced-motion:reduce){[data-layer]{transition:none}}
@media print{[data-layer]{transition:none}}
`
