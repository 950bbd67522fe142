import { element, raw } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'
import { cssLength } from './table.ts'

export const drawingHandlers: Handlers<'drawing'> = {
  drawing: (node, context) => {
    const walked = context.walkedSize(node)
    const { align } = node
    const { width, height } = walked ? { width: `${walked.width}`, height: `${walked.height}` } : node
    const { fit } = node.data.view
    const classes = ['drawing', ...(align ? [`align-${align}`] : []), ...(fit ? [`fit-${fit}`] : []), ...(walked ? ['walked'] : [])]
    const style = [...(width ? [`width:${cssLength(width)}`] : []), ...(height ? [`height:${cssLength(height)}`] : [])].join(';')
    const html = context.drawing(node)
    const content = html === undefined ? element('span', { className: ['missing'] }, node.uri) : raw(html)
    return [element('div', { ...attributesOf(node, context, classes), ...(style ? { style } : {}) }, content)]
  },
}
