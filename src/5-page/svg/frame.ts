import { length } from './bounds.ts'
import type { Box } from './geometry.ts'
import { objectsOf } from './objects.ts'
import { decodeXml } from './store.ts'
import { groupBox } from './view.ts'
import { parseXml } from './xml/parse.ts'
import type { SvgElement } from './xml/tree.ts'

/**
 * Where a layer or group stands on a step that its drawing fills (`svg::` with `:fit:`): in px from the step's centre, y downwards, before the
 * step's own scale and rotation. `canvas` is the step's size in px. Undefined where the drawing cannot be read or has no such group, or the
 * group paints nothing. A camera's placement follows from it: this centre, and a scale of its size over the canvas's.
 */
export function frameOf(
  content: string | Uint8Array,
  group: string,
  canvas: { readonly width: number; readonly height: number },
  fit: 'contain' | 'cover' | 'fill',
): Box | undefined {
  const text = typeof content === 'string' ? content : decodeXml(content)
  const document = text === undefined ? undefined : parseXml(text)
  if (!document || 'reason' in document) return undefined
  const box = groupBox(objectsOf(document.root), group)
  const view = viewBoxOf(document.root)
  if (!box || !view) return undefined
  const across = canvas.width / view.width
  const down = canvas.height / view.height
  const both = fit === 'cover' ? Math.max(across, down) : Math.min(across, down)
  const [scaleX, scaleY] = fit === 'fill' ? [across, down] : [both, both]
  return {
    x: (box.x - view.x - view.width / 2) * scaleX,
    y: (box.y - view.y - view.height / 2) * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
  }
}

/** The root's view box, else its size; undefined where it has neither. */
function viewBoxOf(root: SvgElement): Box | undefined {
  const [x = 0, y = 0, width = 0, height = 0] = (root.attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (width > 0 && height > 0) return { x, y, width, height }
  const size = { x: 0, y: 0, width: length(root.attributes.get('width')), height: length(root.attributes.get('height')) }
  return size.width > 0 && size.height > 0 ? size : undefined
}
