import type { Node, SystemMessage } from '../nodes.ts'
import type { Step } from './resolution.ts'
import { replaceNodes, text, textOf, walk } from './tree.ts'

/**
 * Messages below `settings.reportLevel` leave the tree, and what was marked because of them becomes text again
 * (docutils: universal.FilterMessages).
 */
export const filterMessages: Step = ({ document, settings, unplaced }) => {
  const { reportLevel = 1 } = settings
  if (reportLevel <= 1) return
  const replacements = new Map<Node, Node[]>()
  const gone = new Set<string>()
  const filter = (message: SystemMessage) => {
    if (message.level >= reportLevel) return
    replacements.set(message, [])
    for (const id of message.ids ?? []) gone.add(id)
  }
  for (const message of unplaced) filter(message)
  walk(document, (node) => {
    if (node.type === 'system_message') filter(node)
    if (
      node.type === 'section' &&
      node.classes?.includes('system-messages') &&
      node.children.slice(1).every((child) => replacements.has(child))
    )
      replacements.set(node, [])
  })
  walk(document, (node) => {
    if (node.type === 'problematic' && node.refid !== undefined && gone.has(node.refid))
      replacements.set(node, [text(textOf(node), node.position)])
  })
  replaceNodes(document, replacements)
}
