import type { TextBlock } from '../../../1-source/source.ts'
import type { InlineResult } from '../../directive.ts'
import type { Inline, SystemMessage } from '../../nodes.ts'
import type { ParseContext } from '../context.ts'
import type { InlineConstruct, InlineMatch, Scan } from './construct.ts'
import { cursorOf } from './cursor.ts'
import { hideEscapes } from './escapes.ts'
import { inlineConstructs } from './registry.ts'
import { appendText } from './standalone-uri.ts'

const constructsOf: ReadonlyMap<string, readonly InlineConstruct[]> = new Map(
  inlineConstructs.map(({ anchor }) => [anchor, inlineConstructs.filter((construct) => construct.anchor === anchor)]),
)

/**
 * Reads the inline markup of a text block (docutils: states.py, Inliner.parse). Takes time linear in the text's length whatever it holds.
 * The messages belong after the block that holds the text; those about names taken twice go to `context.parent`.
 */
export function parseInline(block: TextBlock, context: ParseContext): InlineResult {
  const text = hideEscapes(block.text)
  const characterLevel = context.settings.characterLevelInlineMarkup ?? false
  const scan: Scan = { text, block, context, cursor: cursorOf(block), characterLevel, base: 0, ends: new Map() }
  const nodes: Inline[] = []
  const messages: SystemMessage[] = []
  const anchors = /[*`|_[]/g
  let read = 0
  for (let anchor = anchors.exec(text); anchor; anchor = anchors.exec(text)) {
    const match = constructAt(scan, anchor.index)
    if (match?.nodes.length || match?.messages?.length) {
      appendText(nodes, scan, read, match.start)
      nodes.push(...match.nodes)
      messages.push(...(match.messages ?? []))
      read = match.end
    }
    if (match) anchors.lastIndex = scan.base = match.end
  }
  if (read < text.length) appendText(nodes, scan, read, text.length)
  return { nodes, messages }
}

function constructAt(scan: Scan, at: number): InlineMatch | undefined {
  for (const construct of constructsOf.get(scan.text[at] as string) ?? []) {
    const match = construct.read(scan, at)
    if (match) return match
  }
  return undefined
}
