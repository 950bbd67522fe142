import { isRawHtml } from '../../2-document/raw.ts'
import { raw } from '../hast.ts'
import type { Handlers } from './context.ts'

/** HTML goes out as it stands, also where it opens what another piece closes; a stranger's is cleaned first. */
export const rawHandlers: Handlers<'raw'> = {
  raw: (node, context) => {
    if (!isRawHtml(node)) return []
    return [raw(context.drawing(node)?.html ?? context.rawHtml(node))]
  },
}
