import type { Directive } from '../../directive.ts'
import type { Compound, Container } from '../../nodes.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { classOption, unchanged } from './options.ts'

/** A box around its content, for style sheets. */
export const container: Directive = {
  name: 'container',
  arguments: { optional: 1, finalWhitespace: true },
  options: { name: unchanged },
  content: true,
  run({ arguments: [text], content, options, position }, tools) {
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'container' })]
    const result = text === undefined ? { value: [] } : classOption(text)
    if ('problem' in result) return [tools.error('rst/bad-class', { directive: 'container', text: text ?? '' })]
    const classes = result.value as string[]
    const node: Container = { type: 'container', ...(classes.length ? { classes } : {}), children: [], position }
    addName(node, options['name'], tools)
    node.children = [...node.children, ...tools.parseBlocks(content)]
    return [node]
  },
}

/** One paragraph in thought, of several blocks. */
export const compound: Directive = {
  name: 'compound',
  options: classAndName,
  content: true,
  run(invocation, tools) {
    const { content, options, position } = invocation
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'compound' })]
    const node: Compound = { type: 'compound', ...classesOf(invocation), children: [], position }
    addName(node, options['name'], tools)
    node.children = [...node.children, ...tools.parseBlocks(content)]
    return [node]
  },
}
