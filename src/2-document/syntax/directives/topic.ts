import type { Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { Node, Sidebar, Topic } from '../../nodes.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { unchangedRequired } from './options.ts'
import { parseInlineOf, positionOfBlock, titleOf } from './title-of.ts'

/** A block with a title that is no section. */
export const topic: Directive = {
  name: 'topic',
  arguments: { required: 1, finalWhitespace: true },
  options: classAndName,
  content: true,
  run: (invocation, tools) => pseudoSection('topic', invocation, tools),
}

/** A block beside the text, with a title or without. */
export const sidebar: Directive = {
  name: 'sidebar',
  arguments: { optional: 1, finalWhitespace: true },
  options: { ...classAndName, subtitle: unchangedRequired },
  content: true,
  run(invocation, tools) {
    if (tools.inSidebar) return [tools.error('rst/sidebar-in-sidebar', {})]
    if (invocation.options['subtitle'] !== undefined && !invocation.arguments.length) return [tools.error('rst/subtitle-without-title', {})]
    return pseudoSection('sidebar', invocation, tools)
  },
}

function pseudoSection(type: 'topic' | 'sidebar', invocation: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const { content, options, position } = invocation
  if (!tools.titlesAllowed && !tools.inSidebar) return [tools.error('rst/directive-misplaced', { directive: type })]
  if (!content.length) return [tools.error('rst/directive-empty', { directive: type })]
  const [title, ...messages] = invocation.arguments.length ? titleOf(invocation, tools) : []
  const [subtitle, ...moreMessages] = subtitleOf(invocation, tools)
  const heads = [title, subtitle].filter((node) => node !== undefined)
  const node: Topic | Sidebar = { type, ...classesOf(invocation), children: [...heads, ...messages, ...moreMessages], position }
  addName(node, options['name'], tools)
  node.children = [...node.children, ...tools.parseBlocks(content, { sidebar: type === 'sidebar' })]
  return [node]
}

/** The subtitle, then what its inline markup has to say. */
function subtitleOf(invocation: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const { optionBlocks, position } = invocation
  const block = optionBlocks['subtitle']
  if (!block) return []
  const { nodes, messages } = parseInlineOf(block, invocation, tools)
  return [{ type: 'subtitle', children: nodes, position: positionOfBlock(block, position) }, ...messages]
}
