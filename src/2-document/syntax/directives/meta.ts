import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import { collapseSpace } from '../../identifiers.ts'
import type { Document, Meta, SystemMessage } from '../../nodes.ts'
import { hideEscapes, resolveEscapes } from '../escapes.ts'
import { fieldMarker } from '../field-marker.ts'
import { literalNode } from '../literal-node.ts'
import { indentedBlock, trimBlankEnd, trimBlankStart } from '../sliced-lines.ts'
import { indexAfterTitlesAndMeta } from './decoration.ts'

/** Metadata for the page's head: `:name: content`, or `:attribute=value: content`. It stands at the document's start. */
export const meta: Directive = {
  name: 'meta',
  content: true,
  run(invocation, tools) {
    const { content } = invocation
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'meta' })]
    const nodes: (Meta | SystemMessage)[] = []
    let index = 0
    while (index < content.length) {
      const { text } = content[index] as Line
      const marker = text === '' ? undefined : fieldMarker(text)
      if (text !== '' && !marker) {
        nodes.push(tools.error('rst/meta-not-fields', {}))
        break
      }
      if (marker) {
        const block = indentedBlock(content, index, { first: marker.end })
        nodes.push(metaNode(text.slice(1, marker.name), trimBlankStart(block.lines), content.slice(index, block.next), invocation, tools))
        index = Math.max(block.next, index + 1)
      } else index++
    }
    insertAtStart(nodes, tools.document)
    return []
  },
}

/** docutils puts them after titles and other meta nodes, but at the very start where there is nothing else yet. */
function insertAtStart(nodes: readonly (Meta | SystemMessage)[], { children }: Document): void {
  const index = indexAfterTitlesAndMeta(children)
  const at = index < children.length ? index : 0
  if (nodes.length === 1) children.splice(at, 0, nodes[0] as Meta)
  else {
    // The array is the one that the blocks being read go to, so it stays; thousands of arguments would be too many for `splice`.
    const after = children.splice(at)
    for (const node of nodes) children.push(node)
    for (const node of after) children.push(node)
  }
}

function metaNode(
  markup: string,
  body: readonly Line[],
  written: readonly Line[],
  { readerLine }: DirectiveInvocation,
  tools: DirectiveTools,
): Meta | SystemMessage {
  const name = resolveEscapes(hideEscapes(markup))
  const position = positionOfLines(written[0] as Line, trimBlankEnd(written).at(-1) as Line)
  // docutils shows the last line that it took for the field, blank or not.
  const literal = literalNode('literal_block', written.slice(-1))
  const report = (message: SystemMessage): SystemMessage => ({ ...message, line: readerLine })
  if (!body.length) return report(tools.message('rst/meta-empty', { name }, position, [literal]))
  const content = resolveEscapes(hideEscapes(body.map(({ text }) => text).join(' ')))
  const attributes: [name: string, value: string][] = []
  for (const [index, token] of collapseSpace(name).split(' ').entries()) {
    const attribute = nameAndValue(token)
    if (attribute && !reserved.has(attribute.name)) attributes.push([attribute.name, attribute.value])
    else if (index === 0) attributes.push(['name', token])
    else return report(tools.message('rst/meta-attribute', { token }, position, [literal]))
  }
  return { type: 'meta', content, ...Object.fromEntries(attributes), children: [], position }
}

// Fields of a node that are no attributes.
const reserved: ReadonlySet<string> = new Set(['type', 'children', 'position', 'data', 'value', 'ids', 'names', 'classes'])

/** `name=value`, the value in quotes or not (docutils: utils.extract_name_value for a single word). */
function nameAndValue(token: string): { name: string; value: string } | undefined {
  const equals = token.indexOf('=')
  const value = token.slice(equals + 1)
  if (equals < 1 || value === '') return undefined
  const quote = value[0]
  if (quote !== '"' && quote !== "'") return { name: token.slice(0, equals).toLowerCase(), value }
  const end = value.indexOf(quote, 1)
  return end === value.length - 1 && end > 0 ? { name: token.slice(0, equals).toLowerCase(), value: value.slice(1, end) } : undefined
}
