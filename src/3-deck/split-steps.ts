import type { Node, Section, Transition } from '../2-document/nodes.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { type Position, spanning } from '../diagnostics/position.ts'
import { nowhere } from './positions.ts'

/** A step before its fields are read. */
export interface Draft {
  readonly level: number
  readonly content: Node[]
  /** From the transition or title that starts it to the end of its content. */
  readonly position: Position
}

export interface SplitDeck {
  /** What stands before the first step. */
  readonly front: readonly Node[]
  readonly drafts: readonly Draft[]
}

/**
 * Cuts a tree into steps (docs/dev/dialect.md, Slides). A transition starts one, wherever it stands among sections; so does the first section, if
 * no transition came before. A section that is cut keeps its title in the step where it began; what follows belongs to the next step itself.
 */
export function splitSteps(nodes: readonly Node[], report: Report): SplitDeck {
  const front: Node[] = []
  const drafts: Draft[] = []
  const levels = new Map<string, number>()
  let current: Draft | undefined

  const start = (node: Section | Transition, level: number): Draft => {
    current = { level, content: [], position: node.position ?? nowhere }
    drafts.push(current)
    return current
  }
  const levelOf = (transition: Transition): number => {
    const character = transition.character ?? '-'
    const level = levels.get(character) ?? levels.size + 1
    levels.set(character, level)
    return level
  }
  // Sections nest no deeper than there are title styles, so the call stack is enough.
  const pour = (from: readonly Node[], into: Node[]): void => {
    let target = into
    for (const node of from) {
      if (node.type === 'transition') target = start(node, levelOf(node)).content
      else if (node.type === 'section') {
        if (!current) target = start(node, 1).content
        const copy: Section = { ...node, children: [] }
        target.push(copy)
        const before: Draft | undefined = current
        pour(node.children, copy.children)
        if (current && current !== before) target = current.content
      } else target.push(node)
    }
  }
  pour(nodes, front)
  return { front, drafts: withoutLast(drafts, report).map(closed) }
}

/** A transition at the very end starts no step. Where a message stands below it, something was written that could not be read. */
function withoutLast(drafts: readonly Draft[], report: Report): readonly Draft[] {
  const last = drafts.at(-1)
  if (!last || last.content.length > 0) return drafts
  report(diagnose('deck/transition-at-end', {}, last.position))
  return drafts.slice(0, -1)
}

/** The step with positions that end where its content does: a section that was cut still spans what came after it. */
function closed(draft: Draft): Draft {
  const content = draft.content.map(cutToContent)
  const end = content.findLast((node) => node.position?.source === draft.position.source)?.position
  return { ...draft, content, position: end ? spanning(draft.position, end) : draft.position }
}

function cutToContent(node: Node): Node {
  if (node.type !== 'section') return node
  const children = node.children.map(cutToContent)
  const last = children.at(-1)?.position
  return { ...node, children, ...(node.position && last ? { position: spanning(node.position, last) } : {}) }
}
