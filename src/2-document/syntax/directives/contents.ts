import type { Directive } from '../../directive.ts'
import { normalizeName } from '../../identifiers.ts'
import type { Node, SystemMessage, Title, Topic } from '../../nodes.ts'
import { choice, classOption, flag, nonnegativeInteger } from './options.ts'
import { pendingNode } from './pending.ts'
import { parseInlineOf, positionOfBlock } from './title-of.ts'

/** The label of a table of contents without a title. */
const label = 'Contents'

/** A table of contents: a topic whose list is made when the sections are known. */
export const contents: Directive = {
  name: 'contents',
  arguments: { optional: 1, finalWhitespace: true },
  options: { depth: nonnegativeInteger, local: flag, backlinks: choice(['top', 'entry', 'none']), class: classOption },
  run(invocation, tools) {
    const { argumentBlock, options, position } = invocation
    if (!tools.titlesAllowed && !tools.inSidebar) return [tools.error('rst/directive-misplaced', { directive: 'contents' })]
    const local = options['local'] === true
    let title: Title | undefined
    let messages: SystemMessage[] = []
    if (invocation.arguments.length) {
      const inline = parseInlineOf(argumentBlock, invocation, tools)
      title = { type: 'title', children: inline.nodes, position: positionOfBlock(argumentBlock, position) }
      messages = inline.messages
    } else if (!local) title = { type: 'title', children: [{ type: 'text', value: label, position }], position }
    const details = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, detail(name, value)]))
    const topic: Topic = {
      type: 'topic',
      classes: ['contents', ...((options['class'] as string[] | undefined) ?? []), ...(local ? ['local'] : [])],
      children: title ? [title] : [],
      position,
    }
    const name = normalizeName(title ? textOf(title) : label)
    if (!tools.names.hasName(name)) topic.names = [name]
    tools.names.noteImplicitTarget(topic)
    topic.children.push(pendingNode(invocation, 'parts.Contents', details))
    return [topic, ...messages]
  },
}

/** docutils keeps `None` for a flag and for `:backlinks: none`. */
const detail = (name: string, value: unknown): unknown => (name === 'local' || value === 'none' ? null : value)

const textOf = (node: Node): string => {
  if (node.type === 'text') return node.value
  if (node.type === 'image') return node.alt ?? ''
  return (node.children as readonly Node[]).map(textOf).join('')
}
