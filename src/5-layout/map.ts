import type { Step } from '../3-deck/deck.ts'
import type { CanvasSize } from '../4-look/canvas.ts'
import { escapeText } from '../formats/html-escapes.ts'
import { apply, completeOrder, multiply, rotation, type Vector } from './frames.ts'
import type { Placement } from './placement.ts'

/** A step on the map; px of the drawing, y downwards. */
interface Card {
  readonly index: number
  readonly corners: readonly Flat[]
  readonly center: Flat
  /** Towards the viewer. */
  readonly depth: number
}

type Flat = readonly [x: number, y: number]

/** A little from above and from the right, so that depth shows. */
const slanted = multiply(rotation([-20, 0, 0], 'xyz'), rotation([0, -25, 0], 'xyz'))
const straight = rotation([0, 0, 0], 'xyz')

/**
 * The camera's way as an SVG drawing: every step as the card it is in space, a line from each to the next, its number on it. A deck that
 * stays in the plane is seen from the front, any other one slanted.
 */
export function layoutMap(steps: readonly Step[], placements: readonly Placement[], canvas: CanvasSize): string {
  const isFlat = placements.every(({ z, rotateX, rotateY }) => z === 0 && rotateX % 360 === 0 && rotateY % 360 === 0)
  const cards = placements.map((placement, index) => cardOf(placement, index, canvas, isFlat ? straight : slanted))
  const box = boxAround(cards)
  // Lines and letters have the same size on every map, whatever the deck's extent.
  const unit = Math.max(box.width, box.height) / 100
  const number = (value: number) => `${Math.round(value * 10) / 10}`
  const points = (flats: readonly Flat[]) => flats.map(([x, y]) => `${number(x)},${number(y)}`).join(' ')

  const drawnCards = cards
    .toSorted((one, other) => one.depth - other.depth)
    .map(
      ({ corners, index }) => `<polygon points="${points(corners)}"><title>${escapeText(titleOf(steps[index], index))}</title></polygon>`,
    )
  const labels = [...byPlace(cards)].map(
    ([, { center, numbers }]) => `<text x="${number(center[0])}" y="${number(center[1])}" dy=".35em">${runs(numbers)}</text>`,
  )
  const margin = 4 * unit
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin].map(number).join(' ')}" font-family="sans-serif" font-size="${number(2.5 * unit)}" text-anchor="middle">`,
    '<title>The camera’s way</title>',
    `<g fill="#4477aa" fill-opacity=".15" stroke="#4477aa" stroke-width="${number(unit / 8)}" stroke-linejoin="round">`,
    ...drawnCards,
    '</g>',
    `<polyline points="${points(cards.map(({ center }) => center))}" fill="none" stroke="#cc6633" stroke-width="${number(unit / 4)}" stroke-linejoin="round" stroke-linecap="round"/>`,
    `<g fill="#222222" stroke="#ffffff" stroke-width="${number(unit / 2)}" paint-order="stroke">`,
    ...labels,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function cardOf(placement: Placement, index: number, { width, height }: CanvasSize, view: typeof straight): Card {
  const { x, y, z, rotateX, rotateY, rotateZ, scale, rotateOrder = 'xyz' } = placement
  const turned = rotation([rotateX, rotateY, rotateZ], completeOrder(rotateOrder))
  const [halfWidth, halfHeight] = [(width / 2) * scale, (height / 2) * scale]
  const seen = (offset: Vector): Vector => {
    const [dx, dy, dz] = apply(turned, offset)
    return apply(view, [x + dx, y + dy, z + dz])
  }
  const flat = ([fx, fy]: Vector): Flat => [fx, fy]
  const center = seen([0, 0, 0])
  const corners = [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ].map(([cx = 0, cy = 0]) => flat(seen([cx, cy, 0])))
  return { index, corners, center: flat(center), depth: center[2] }
}

function boxAround(cards: readonly Card[]): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of cards.flatMap(({ corners }) => corners)) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return cards.length > 0 ? { x: left, y: top, width: right - left, height: bottom - top } : { x: 0, y: 0, width: 1, height: 1 }
}

/** Steps that share a place share a label. */
function byPlace(cards: readonly Card[]): Map<string, { center: Flat; numbers: number[] }> {
  const places = new Map<string, { center: Flat; numbers: number[] }>()
  for (const { center, index } of cards) {
    const key = center.map(Math.round).join(' ')
    const place = places.get(key)
    if (place) place.numbers.push(index + 1)
    else places.set(key, { center, numbers: [index + 1] })
  }
  return places
}

/** 1, 2, 3, 7 → “1–3, 7” */
function runs(numbers: readonly number[]): string {
  const parts: [number, number][] = []
  for (const number of numbers) {
    const last = parts.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else parts.push([number, number])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

const titleOf = (step: Step | undefined, index: number): string => `${index + 1}: ${step?.id ?? ''}`
