import type { Html, Parent, PhrasingContent } from 'mdast'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { clickTagClasses } from '../vue-html.ts'

/** What stands between `<v-click>` and `</v-click>` in a text (Slidev, animations). */
interface Clicked extends Parent {
  type: 'clicked'
  /** Beside `substep`. */
  classes: readonly string[]
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    clicked: Clicked
  }
  interface PhrasingContentMap {
    clicked: Clicked
  }
}

/** The slash of an end tag; empty for a start tag. */
const slashOf = (node: PhrasingContent): string | undefined =>
  node.type === 'html' ? /^<(\/?)v-(?:click|after|mark)\b/i.exec(node.value)?.[1] : undefined

/** Pairs the tags of clicks among the nodes of a text: each start with the next end, or the text's. A tag without the other is nothing. */
export function pairClicks(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (!nodes.some((node) => slashOf(node) !== undefined)) return nodes
  const result: PhrasingContent[] = []
  let open: Clicked | undefined
  for (const node of nodes) {
    const slash = slashOf(node)
    if (open?.position && node.position) open.position = { ...open.position, end: node.position.end }
    if (slash === undefined) (open?.children ?? result).push(node)
    else if (slash) open = undefined
    else if (!open) {
      open = { type: 'clicked', classes: clickTagClasses((node as Html).value) ?? [], children: [], position: node.position }
      result.push(open)
    }
  }
  return result
}

/** It comes with a press of the key. */
export const clicked = (node: Clicked, context: MarkdownContext): readonly Inline[] => [
  { type: 'inline', classes: ['substep', ...node.classes], children: context.inlineOf(node.children), position: placeOf(node, context) },
]
