import type { Drawing } from '../../2-document/nodes.ts'
import type { CanvasSize } from '../../4-look/canvas.ts'
import { element, type Html, raw } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'
import { cssLength } from './table.ts'

export const drawingHandlers: Handlers<'drawing'> = {
  drawing: (node, context) => [drawingBox(node, context.drawing(node), context.walkedSize(node), context)],
}

/** A drawing in its box. `html` is undefined where its file is missing, `walked` where no other step looks at it. */
export function drawingBox(node: Drawing, html: string | undefined, walked: CanvasSize | undefined, context: RenderContext): Html {
  const { align } = node
  const { width, height } = walked ? { width: `${walked.width}`, height: `${walked.height}` } : node
  const { fit } = node.data.view
  const classes = ['drawing', ...(align ? [`align-${align}`] : []), ...(fit ? [`fit-${fit}`] : []), ...(walked ? ['walked'] : [])]
  const style = [...(width ? [`width:${cssLength(width)}`] : []), ...(height ? [`height:${cssLength(height)}`] : [])].join(';')
  const content = html === undefined ? element('span', { className: ['missing'] }, node.uri) : raw(html)
  return element('div', { ...attributesOf(node, context, classes), ...(style ? { style } : {}) }, content)
}
