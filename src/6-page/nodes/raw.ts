import { raw } from '../hast.ts'
import type { Handlers } from './context.ts'

/** HTML goes out as it stands, also where it opens what another piece closes; a stranger's is cleaned first. */
export const rawHandlers: Handlers<'raw'> = {
  raw: (node, context) => {
    if (!node.format.split(/\s+/).includes('html')) return []
    return [raw(context.drawing(node) ?? context.rawHtml(node))]
  },
}
