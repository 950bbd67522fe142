import type { Node, Pending } from '../nodes.ts'
import { message, rawText, type Step } from './resolution.ts'
import { at, isInvisible, replaceNodes, text, walk } from './tree.ts'

/**
 * `.. class::` without a body: its classes go to the next visible element in its block, else to the next one around it
 * (docutils: misc.ClassAttribute). With nothing after it, it is a mistake.
 */
export const classes: Step = (resolution) => {
  const { document, book } = resolution
  if (!book.pending.some(isClass)) return
  const waiting: Pending[] = []
  const replacements = new Map<Node, Node[]>()
  // What follows a node in document order, its own children left out, is its next sibling or that of a block around it.
  walk(document, (node) => {
    if (node.type === 'pending' && isClass(node)) waiting.push(node)
    else if (waiting.length === 0) return undefined
    else if (isInvisible(node) || node.type === 'system_message') return 'skip'
    else {
      for (const pending of waiting) {
        node.classes ??= []
        for (const name of classesOf(pending)) node.classes.push(name)
        replacements.set(pending, [])
      }
      waiting.length = 0
    }
    return undefined
  })
  for (const pending of waiting) {
    const raw = rawText(pending)
    const found = message(resolution, 'document/class-without-element', { directive: directiveOf(pending) }, pending.position, [
      { type: 'literal_block', 'xml:space': 'preserve', children: [text(raw, pending.position)], ...at(pending.position) },
    ])
    const line = pending.lastLine
    replacements.set(pending, [line === undefined ? found : { ...found, line }])
  }
  replaceNodes(document, replacements)
}

const isClass = (node: Pending): boolean => node.transform.endsWith('.ClassAttribute')

const classesOf = ({ details }: Pending): string[] => (Array.isArray(details['class']) ? details['class'].map(String) : [])

const directiveOf = ({ details }: Pending): string => (typeof details['directive'] === 'string' ? details['directive'] : 'class')
