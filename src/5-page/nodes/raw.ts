import { diagnose } from '../../diagnostics/diagnostic.ts'
import { raw } from '../hast.ts'
import type { Handlers } from './context.ts'

/** HTML goes out as it stands, also where it opens what another piece closes. */
export const rawHandlers: Handlers<'raw'> = {
  raw: (node, context) => {
    if (!node.format.split(/\s+/).includes('html')) return []
    const drawing = context.drawing(node)
    if (drawing !== undefined) return [raw(drawing)]
    if (context.safe) {
      context.report(diagnose('page/raw-not-safe', {}, node.position))
      return []
    }
    const html = node.children.map((child) => child.value).join('')
    return [raw(context.rawHtml(html, node.position))]
  },
}
