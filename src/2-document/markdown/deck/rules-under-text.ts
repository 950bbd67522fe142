import type { Root, ThematicBreak } from 'mdast'
import type { DialectName } from '../dialects/names.ts'

/** The rules of a reveal.js deck that stand right below a text: reveal.js begins a slide there, everybody else reads a heading. */
export function rulesUnderText({ children }: Root, dialect: DialectName): ThematicBreak[] {
  if (dialect !== 'reveal' && dialect !== 'reveal-md') return []
  return children.filter((node, index): node is ThematicBreak => {
    const above = children[index - 1]
    return node.type === 'thematicBreak' && above?.type === 'paragraph' && above.position?.end.line === (node.position?.start.line ?? 0) - 1
  })
}
