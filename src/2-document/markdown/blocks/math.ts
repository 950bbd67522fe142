import type { Math as MdastMath } from 'mdast-util-math'
import type { Node } from '../../nodes.ts'
import { formulaEnd } from '../constructs/formula-block.ts'
import { type MarkdownContext, placeOf, remark, writtenText } from '../context.ts'

/** A formula between `$$` lines; a label behind it (`{#eq-a}`) is its id. */
export function math(node: MdastMath, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const written = writtenText(node, context)
  const last = written.slice(written.lastIndexOf('\n') + 1)
  const isClosed = written.includes('\n') && formulaEnd.test(last)
  if (!isClosed) remark(context, 'markdown/formula-not-closed', {}, position)
  if (node.value.trim() === '') return []
  const label = isClosed ? /\{#([^\s{}]+)[^{}]*\}[ \t]*$/.exec(last)?.[1] : undefined
  const ids = label === undefined ? {} : { ids: [label] }
  return [{ type: 'math_block', ...ids, 'xml:space': 'preserve', children: [{ type: 'text', value: node.value, position }], position }]
}
