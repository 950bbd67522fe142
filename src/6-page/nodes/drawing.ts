import type { Drawing } from '../../2-document/nodes.ts'
import { isSubstep } from '../../3-deck/substeps.ts'
import { drawingPressClass, pressAttribute, substepClass } from '../../page-contract/presses.ts'
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
  return element(
    'div',
    { ...attributesOf(node, context, classes), ...(style ? { style } : {}) },
    content,
    html ? furtherStates(node, html) : [],
  )
}

/** An empty substep for each further state; what stands in for a drawing that cannot be read has none. */
const furtherStates = (node: Drawing, html: string): Html[] =>
  html.startsWith('<svg')
    ? (node.presses ?? [])
        .slice(isSubstep(node) ? 1 : 0)
        .map((press) => element('i', { className: [substepClass, drawingPressClass], [pressAttribute]: press }))
    : []
