import type { Directive } from '../../directive.ts'
import type { Node, Paragraph, SystemMessage } from '../../nodes.ts'

/** The text that a substitution stands for: one paragraph. */
export const replace: Directive = {
  name: 'replace',
  content: true,
  run({ content, position, substitution }, tools) {
    if (substitution === undefined) return [tools.error('rst/directive-no-substitution', { directive: 'replace' })]
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'replace' })]
    let paragraph: Paragraph | undefined
    const messages: SystemMessage[] = []
    for (const node of tools.parseBlocks(content)) {
      if (!paragraph && node.type === 'paragraph') paragraph = node
      else if (node.type === 'system_message') messages.push(withoutBackrefs(node))
      else return [tools.message('rst/replace-not-paragraph', {}, position)]
    }
    const nodes: Node[] = [...messages, ...(paragraph?.children ?? [])]
    // Of an escape alone nothing is left, and that is what the name stands for.
    if (paragraph?.children.length === 0) nodes.push({ type: 'text', value: '', position })
    return nodes
  },
}

const withoutBackrefs = (message: SystemMessage): SystemMessage => {
  delete message.backrefs
  return message
}
