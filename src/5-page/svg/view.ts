import type { Drawing } from '../../2-document/nodes.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import { boundsOf, lookupOf } from './bounds.ts'
import { type Box, identity, multiply, parseTransform } from './geometry.ts'
import { nearest } from './names.ts'
import { allObjects, type DrawingObject, namesOf } from './objects.ts'
import { encodeChange, type State, unfold } from './unfold.ts'

/** One `svg::` as it stands in the page. */
export interface View {
  /** On the inclusion's root, in place of the file's. */
  readonly attributes: ReadonlyMap<string, string>
  /** How many presses of the key it takes. */
  readonly presses: number
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
  const { view } = node.data
  const attributes = new Map<string, string>()
  const { states, unknown } = unfold(root, view, previous?.last)
  const first = states[0] ?? new Map()
  if (view.from && !previous) report(diagnose('svg/no-previous', { path }, node.position))
  const start = view.from ? previous?.last : undefined
  const changes = states.map((state, index) => encodeChange(index === 0 ? start : states[index - 1], state))
  if (changes.some((change) => change !== '')) attributes.set('data-unfold', changes.join('|'))
  if (view.from && previous) attributes.set('data-unfold-from', previous.key)
  if (view.duration !== undefined) attributes.set('data-unfold-time', String(view.duration))
  if (view.fit) attributes.set('preserveAspectRatio', { contain: 'xMidYMid', cover: 'xMidYMid slice', fill: 'none' }[view.fit])
  if (node.alt) {
    attributes.set('role', 'img')
    attributes.set('aria-label', node.alt)
    // A label by reference would win over this one.
    if (root.element.attributes.has('aria-labelledby')) attributes.set('aria-labelledby', '')
  }
  const missing = [...unknown]
  if (view.zoom !== undefined) {
    const box = groupBox(root, view.zoom)
    if (box) attributes.set('viewBox', viewBoxAround(box))
    else missing.push(view.zoom)
  }
  const names = missing.length > 0 ? nameList(root) : []
  const all = missing.length > 0 ? [...allObjects(root)].flatMap(namesOf) : []
  for (const name of new Set(missing)) {
    report(diagnose('svg/unknown-layer', { name, path, nearest: nearest(name, all), names: names.slice(0, 40) }, node.position))
  }
  return { attributes, presses: states.length - 1, first, last: states.at(-1) ?? first }
}

/** What the player writes on each part (src/player/unfold.ts), for the time before it runs, or without it. */
export function applyState(state: State): void {
  for (const [{ element }, showing] of state) element.attributes.set('data-layer', showing)
}

/** Names of groups and layers, by which an author may call them. */
const nameList = (root: DrawingObject): string[] => [
  ...new Set(
    [...allObjects(root)].flatMap((object) => {
      const [name, label] = namesOf(object)
      if (!object.isGroup || name === undefined) return []
      return [label === undefined || label === name ? name : `${name} (${label})`]
    }),
  ),
]

/**
 * The box around the first layer, group or shape of this name, in the user units of the drawing's root; undefined where there is none or
 * where it paints nothing.
 */
export function groupBox(root: DrawingObject, name: string): Box | undefined {
  const object = [...allObjects(root)].find((candidate) => namesOf(candidate).includes(name))
  if (!object) return undefined
  let matrix = identity
  for (let outer = object.parent; outer?.parent; outer = outer.parent) {
    matrix = multiply(parseTransform(outer.element.attributes.get('transform') ?? ''), matrix)
  }
  return boundsOf(object.element, matrix, lookupOf(root.element))
}

/** Room around a framed group, as a part of its longer side. */
const margin = 0.04

function viewBoxAround({ x, y, width, height }: Box): string {
  const room = Math.max(width, height) * margin
  return [x - room, y - room, width + 2 * room, height + 2 * room].map((value) => Number(value.toPrecision(7))).join(' ')
}

/** CSS of pages with `svg::`. It adds no specificity, so a theme's or an author's rule wins wherever it stands. */
export const viewStyles = `:where(.drawing>svg){display:block;max-width:100%;height:auto}
:where(.drawing[style*="width:"]>svg){width:100%}
:where(.drawing[style*="height:"]>svg){height:100%}
:where(.drawing[class*="fit-"]>svg){width:100%;height:100%}
:where(.drawing[class*="fit-"]:not([style])){position:absolute;inset:0;z-index:-1}
:where(.drawing.align-center){margin-left:auto;margin-right:auto;width:fit-content}
:where(.drawing.align-left){float:left}
:where(.drawing.align-right){float:right}
[data-layer]{transition:opacity var(--unfold-time,.4s)}
[data-layer=off]{transition:opacity var(--unfold-time,.4s),visibility 0s var(--unfold-time,.4s)}
[data-layer=on],[data-layer=off],[data-layer=dim]{display:inline!important}
[data-layer=off]{opacity:0!important;visibility:hidden!important}
[data-layer=dim]{opacity:var(--unfold-dim,.25)!important}
@media (prefers-reduced-motion:reduce){[data-layer]{transition:none}}
@media print{[data-layer]{transition:none}}
`
