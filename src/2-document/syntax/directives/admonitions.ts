import type { Directive } from '../../directive.ts'
import { makeId } from '../../identifiers.ts'
import type { Admonition } from '../../nodes.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { nonnegativeInteger } from './options.ts'
import { titleOf } from './title-of.ts'

const named = (name: Exclude<Admonition['type'], 'admonition'>): Directive => ({
  name,
  options: classAndName,
  content: true,
  run(invocation, tools) {
    const { content, options, position } = invocation
    if (!content.length) return [tools.error('rst/directive-empty', { directive: name })]
    const node: Admonition = { type: name, ...classesOf(invocation), children: [], position }
    if (node.type === 'note' && typeof options['at'] === 'number') node.at = options['at']
    addName(node, options['name'], tools)
    node.children = [...node.children, ...tools.parseBlocks(content)]
    return [node]
  },
})

/** The speaker's; `:at:` says after how many presses of the slide. */
export const note: Directive = { ...named('note'), options: { ...classAndName, at: nonnegativeInteger } }

/** Attention, caution, … warning: their title is their name, which the page writes. */
export const namedAdmonitions: readonly Directive[] = (
  ['attention', 'caution', 'danger', 'error', 'hint', 'important', 'tip', 'warning'] as const
).map((name) => named(name))

/** An admonition with a title of its own. */
export const admonition: Directive = {
  name: 'admonition',
  arguments: { required: 1, finalWhitespace: true },
  options: classAndName,
  content: true,
  run(invocation, tools) {
    const { argumentBlock, content, options, position } = invocation
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'admonition' })]
    const classes = options['class'] ? classesOf(invocation) : { classes: [`admonition-${makeId(argumentBlock.text)}`] }
    const node: Admonition = { type: 'admonition', ...classes, children: [], position }
    addName(node, options['name'], tools)
    node.children = [...node.children, ...titleOf(invocation, tools), ...tools.parseBlocks(content)]
    return [node]
  },
}
