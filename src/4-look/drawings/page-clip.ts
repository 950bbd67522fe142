import type { Drawing } from '../../2-document/nodes.ts'
import type { Box } from '../../formats/geometry.ts'
import { length } from './bounds.ts'

/** What the browser alone knows, as it lays the slide out. */
type Shape = number | 'open'

/**
 * CSS declarations for the box of an `svg::` that cut off what stands beside the drawing's page, or beside the view that `:zoom:` cuts out, where the box
 * is of another shape and would show it. '' where it is of the same, or nothing is left over. `page` is in the drawing's units, `ratio` its
 * preserveAspectRatio (SVG 2 §8.2), `attributes` are the file's root's.
 */
export function pageClip(node: Drawing, page: Box | undefined, ratio: string, attributes: ReadonlyMap<string, string>): string {
  if (!page || node.view.overflow === 'visible' || /\b(?:none|slice)\b/.test(ratio)) return ''
  const own = page.width / page.height
  const shape = shapeOf(node, attributes, own)
  const [, x = 'Mid', y = 'Mid'] = /x(Min|Mid|Max)Y(Min|Mid|Max)/.exec(ratio) ?? []
  const [left, top] = [shares.get(x) ?? 0, shares.get(y) ?? 0]
  const inset = (across: (share: number) => string, down: (share: number) => string): string =>
    `inset(${down(top)} ${across(1 - left)} ${down(1 - top)} ${across(left)})`
  if (shape === 'open') {
    // Of the box, whose sides the units of its container say (CSS Conditional 5 §6).
    const across = (share: number): string => `max(0px,${plain(share * 100)}cqw - ${plain(share * own * 100)}cqh)`
    const down = (share: number): string => `max(0px,${plain(share * 100)}cqh - ${plain((share / own) * 100)}cqw)`
    return `container-type:size;--page:${inset(across, down)}`
  }
  // Less cannot be seen.
  if (shape === undefined || Math.abs(shape / own - 1) < 1e-3) return ''
  const free = (of: number) => (share: number) => (of > 0 && share > 0 ? `${plain(of * share * 100)}%` : '0')
  return `--page:${inset(free(1 - own / shape), free(1 - shape / own))}`
}

/** Of the room left over, what stands before the drawing. */
const shares: ReadonlyMap<string, number> = new Map(Object.entries<number>({ Min: 0, Mid: 0.5, Max: 1 }))

/** Width by height of the box that a drawing stands in (`viewStyles`); undefined where a percentage may or may not count as a height. */
function shapeOf({ width, height, view }: Drawing, attributes: ReadonlyMap<string, string>, own: number): Shape | undefined {
  const fills = view.fit !== undefined && width === undefined
  if (height !== undefined ? width !== undefined || fills : fills) {
    const shape = length(width) / length(height)
    return shape > 0 && Number.isFinite(shape) ? shape : height?.trim().endsWith('%') ? undefined : 'open'
  }
  const shape = length(attributes.get('width')) / length(attributes.get('height'))
  return shape > 0 && Number.isFinite(shape) ? shape : own
}

const plain = (value: number): string => String(Number(value.toFixed(3)))
