import type { Directive } from '../../directive.ts'
import { readBlockQuotes } from '../block-quotes.ts'

const quote = (name: string): Directive => ({
  name,
  content: true,
  run({ content }, tools) {
    if (!content.length) return [tools.error('rst/directive-empty', { directive: name })]
    const nodes = readBlockQuotes(content, tools)
    for (const node of nodes) if (node.type === 'block_quote') node.classes = [name]
    return nodes
  },
})

/** Block quotes with a class, with attributions or without. */
export const blockQuotes: readonly Directive[] = [quote('epigraph'), quote('highlights'), quote('pull-quote')]
