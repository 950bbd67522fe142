import type { Document, Node, Section, SystemMessage, Transition } from '../nodes.ts'
import { message, type Resolution, type Step } from './resolution.ts'
import { isInvisible, setChildren } from './tree.ts'

/** A document or section whose children are being gone through. */
interface Level {
  readonly node: Document | Section
  readonly children: readonly Node[]
  next: number
  readonly done: Node[]
  /** The last of `done` that is not invisible. */
  previous: Node | undefined
  /** What moves behind the node. */
  readonly behind: Node[]
  readonly isLastInParent: boolean
  /** Whether nothing but invisible elements follows the node up to the document's end. */
  readonly endsDocument: boolean
}

/**
 * A transition at the end of a section moves behind it. One that begins or ends a document or section, or follows another one, has a
 * warning behind it; invisible elements do not count (docutils 0.23: misc.Transitions). Off with `transitionXform: false`.
 */
export const transitions: Step = (resolution) => {
  if (resolution.settings.transitionXform === false || resolution.book.transitions.length === 0) return
  const open = [levelOf(resolution.document, true, true)]
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const child = level.children[level.next++]
    if (child?.type === 'section') {
      const isLast = level.next === level.children.length
      open.push(levelOf(child, isLast, level.endsDocument && (isLast || onlyInvisibleFollows(level))))
    } else if (child?.type === 'transition') place(resolution, open, level, child)
    else if (child) append(level, child)
    else {
      open.pop()
      setChildren(level.node, level.done)
      const around = open.at(-1)
      if (around) append(around, level.node, ...level.behind)
    }
  }
}

const levelOf = (node: Document | Section, isLastInParent: boolean, endsDocument: boolean): Level => ({
  node,
  children: node.children,
  next: 0,
  done: [],
  previous: undefined,
  behind: [],
  isLastInParent,
  endsDocument,
})

function append(level: Level, ...nodes: readonly Node[]): void {
  for (const node of nodes) {
    level.done.push(node)
    if (!isInvisible(node)) level.previous = node
  }
}

function onlyInvisibleFollows({ children, next }: Level): boolean {
  for (let index = next; index < children.length; index++) if (!isInvisible(children[index] as Node)) return false
  return true
}

function place(resolution: Resolution, open: readonly Level[], level: Level, transition: Transition): void {
  const nodes: Node[] = [transition, ...misplaced(resolution, level, transition)]
  const isLast = level.next === level.children.length
  if (level.endsDocument && (isLast || onlyInvisibleFollows(level))) {
    append(level, ...nodes, message(resolution, 'document/transition-at-end', {}, transition.position))
    return
  }
  // The document's last level ends it, so that a transition which is last here has a level to move behind.
  let depth = open.length - 1
  while (isLast && depth > 0 && open[depth]?.isLastInParent) depth--
  if (isLast && depth > 0) open[depth]?.behind.push(...nodes)
  else append(level, ...nodes)
}

function misplaced(resolution: Resolution, { previous }: Level, { position }: Transition): SystemMessage[] {
  switch (previous?.type) {
    case undefined:
    case 'title':
    case 'subtitle':
    case 'meta':
    case 'decoration':
      return [message(resolution, 'document/transition-at-beginning', {}, position)]
    case 'transition':
      return [message(resolution, 'document/adjacent-transitions', {}, position)]
    default:
      return []
  }
}
