import type { Drawing } from '../../2-document/nodes.ts'
import { element, type Html, raw } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'
import { cssLength } from './table.ts'

export const drawingHandlers: Handlers<'drawing'> = {
  drawing: (node, context) => [drawingBox(node, context.drawing(node), context)],
}

/** A drawing in its box. `html` is undefined where its file is missing. */
function drawingBox(node: Drawing, html: string | undefined, context: RenderContext): Html {
  const { align, width, height } = node
  const { fit } = node.data.view
  const classes = ['drawing', ...(align ? [`align-${align}`] : []), ...(fit ? [`fit-${fit}`] : [])]
  const style = [...(width ? [`width:${cssLength(width)}`] : []), ...(height ? [`height:${cssLength(height)}`] : [])].join(';')
  const content = html === undefined ? element('span', { className: ['missing'] }, node.uri) : raw(html)
  return element('div', { ...attributesOf(node, context, classes), ...(style ? { style } : {}) }, content)
}
