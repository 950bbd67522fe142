import { isRawHtml } from '../../2-document/raw.ts'
import { authorHtml, raw } from '../hast.ts'
import type { Handlers } from './context.ts'

/** HTML goes out as it stands, also where it opens what another piece beside it closes; a stranger's is cleaned first. */
export const rawHandlers: Handlers<'raw'> = {
  raw: (node, context) => {
    if (!isRawHtml(node)) return []
    const drawing = context.drawing(node)
    return [drawing ? raw(drawing.html) : authorHtml(context.rawHtml(node), node.position)]
  },
}
