import type { Drawing } from '../../2-document/nodes.ts'
import { isSubstep } from '../../3-deck/substeps.ts'
import { drawingPressClass, pressAttribute, substepClass } from '../../page-contract/presses.ts'
import { element, type Html, raw } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'
import { cssLength } from './table.ts'

export const drawingHandlers: Handlers<'drawing'> = {
  drawing: (node, context) => [drawingBox(node, context)],
}

/** A drawing in its box, which holds the name of a file that is missing. */
function drawingBox(node: Drawing, context: RenderContext): Html {
  const { align, width, height } = node
  const { fit, overflow } = node.view
  const shown = context.drawing(node)
  const classes = [
    'drawing',
    ...(align ? [`align-${align}`] : []),
    ...(fit ? [`fit-${fit}`] : []),
    ...(fit && !width && !height ? ['fills-slide'] : []),
    ...(overflow === 'visible' ? ['overflow-visible'] : []),
  ]
  const size = [...(width ? ['width'] : []), ...(height ? ['height'] : [])].join(' ')
  const style = [
    ...(width ? [`width:${cssLength(width)}`] : []),
    ...(height ? [`height:${cssLength(height)}`] : []),
    ...(shown?.box ? [shown.box] : []),
  ].join(';')
  const content = shown === undefined ? element('span', { className: ['missing'] }, node.uri) : raw(shown.html)
  return element(
    'div',
    { ...attributesOf(node, context, classes), ...(style ? { style } : {}), ...(size ? { 'data-size': size } : {}) },
    content,
    shown ? furtherStates(node, shown.html) : [],
  )
}

/** An empty substep for each further state; what stands in for a drawing that cannot be read has none. */
const furtherStates = (node: Drawing, html: string): Html[] =>
  html.startsWith('<svg')
    ? (node.presses ?? [])
        .slice(isSubstep(node) ? 1 : 0)
        .map((press) => element('i', { className: [substepClass, drawingPressClass], [pressAttribute]: press }))
    : []
