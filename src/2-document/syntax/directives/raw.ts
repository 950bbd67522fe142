import type { Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import { collapseSpace } from '../../identifiers.ts'
import type { Node, Raw, Text } from '../../nodes.ts'
import { literalText } from '../literal-text.ts'
import { classesOf } from './class-and-name.ts'
import { classOption, encoding, path, uri } from './options.ts'
import { areFilesForbidden, canReadFiles, payFor, readNamedFile } from './read-named-file.ts'

/** Text that goes to the output as it is: its own content, or a file's. */
export const raw: Directive = {
  name: 'raw',
  arguments: { required: 1, finalWhitespace: true },
  options: { file: path, url: uri, encoding, class: classOption },
  content: true,
  run(invocation, tools) {
    const { content, options } = invocation
    const external = options['file'] !== undefined || options['url'] !== undefined
    if (tools.settings.rawEnabled === false || (external && areFilesForbidden(tools)))
      return [tools.error('rst/directive-disabled', { directive: 'raw' })]
    if (content.length) {
      if (external) return [tools.error('rst/file-and-content', { directive: 'raw' })]
      return [rawNode(invocation, literalText(content))]
    }
    return external ? fromFile(invocation, tools) : [tools.error('rst/directive-empty', { directive: 'raw' })]
  },
}

function fromFile(invocation: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const { file, url } = invocation.options as { file?: string; url?: string }
  if (file !== undefined && url !== undefined) return [tools.error('rst/file-and-url', { directive: 'raw' })]
  if (!canReadFiles(tools)) return [tools.error('rst/directive-disabled', { directive: 'raw' })]
  if (file === undefined) return [tools.error('rst/url-not-supported', { directive: 'raw', url: url ?? '' })]
  const read = readNamedFile(file, invocation, tools)
  if ('message' in read) return [read.message]
  const { source } = read
  const { length } = source.text
  const bytes = /\.svgz?$/i.test(source.path) ? Math.ceil(length / readingDrawing) : length
  const unpaid = payFor(source, { bytes }, tools)
  if (unpaid) return unpaid
  return [rawNode(invocation, [{ type: 'text', value: read.text, position: read.position }], read.source.path)]
}

/** A drawing is in the page once, however often it is included; only reading its text again takes time. */
const readingDrawing = 20

const rawNode = (invocation: DirectiveInvocation, children: Text[], source?: string): Raw => ({
  type: 'raw',
  format: collapseSpace(invocation.arguments[0] ?? '').toLowerCase(),
  ...(source === undefined ? {} : { source }),
  'xml:space': 'preserve',
  ...classesOf(invocation),
  children,
  position: invocation.position,
})
