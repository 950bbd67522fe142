import { asDrawing } from '../../4-look/drawings/requests.ts'
import { raw } from '../hast.ts'
import type { Handlers } from './context.ts'
import { drawingBox } from './drawing.ts'

/** HTML goes out as it stands, also where it opens what another piece closes; a stranger's is cleaned first. */
export const rawHandlers: Handlers<'raw'> = {
  raw: (node, context) => {
    if (!node.format.split(/\s+/).includes('html')) return []
    const drawing = context.drawing(node)
    if (drawing === undefined) return [raw(context.rawHtml(node))]
    const walked = context.walkedSize(node)
    return [walked ? drawingBox(asDrawing(node), drawing, walked, context) : raw(drawing)]
  },
}
