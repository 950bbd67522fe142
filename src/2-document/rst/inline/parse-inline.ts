import type { TextBlock } from '../../../1-source/source.ts'
import type { InlineResult } from '../../directive.ts'
import type { Inline, SystemMessage } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { Cursor } from '../../syntax/cursor.ts'
import { hideEscapes } from '../../syntax/escapes.ts'
import type { InlineConstruct, InlineMatch, Scan } from './construct.ts'
import { inlineConstructs } from './registry.ts'
import { appendText } from './standalone-uri.ts'

const constructsOf: ReadonlyMap<string, readonly InlineConstruct[]> = new Map(
  inlineConstructs.map(({ anchor }) => [anchor, inlineConstructs.filter((construct) => construct.anchor === anchor)]),
)

/**
 * Reads the inline markup of a text block (docutils: states.py, Inliner.parse). Takes time linear in the text's length whatever it holds.
 * The messages belong after the block that holds the text; those about names taken twice go to `context.reader.parent`.
 */
export function parseInline(block: TextBlock, context: ParseContext): InlineResult {
  const text = hideEscapes(block.text)
  const characterLevel = context.settings.characterLevelInlineMarkup ?? false
  const scan: Scan = { text, block, context, cursor: new Cursor(block), characterLevel, base: 0, ends: undefined }
  const nodes: Inline[] = []
  const messages: SystemMessage[] = []
  let read = 0
  for (let at = nextAnchor(text, 0); at < text.length; at = nextAnchor(text, at)) {
    const match = constructAt(scan, at)
    if (match?.nodes.length || match?.messages?.length) {
      appendText(nodes, scan, read, match.start)
      for (const node of match.nodes) nodes.push(node)
      if (match.messages) messages.push(...match.messages)
      read = match.end
    }
    at = match ? match.end : at + 1
    if (match) scan.base = at
  }
  if (read < text.length) appendText(nodes, scan, read, text.length)
  // A list that has grown keeps room to grow further; the copy is as long as it must be.
  return { nodes: nodes.slice(), messages }
}

const isAnchor = new Uint8Array(0x80)
for (const { anchor } of inlineConstructs) isAnchor[anchor.charCodeAt(0)] = 1

function nextAnchor(text: string, from: number): number {
  let at = from
  while (at < text.length && isAnchor[text.charCodeAt(at)] !== 1) at++
  return at
}

function constructAt(scan: Scan, at: number): InlineMatch | undefined {
  const constructs = constructsOf.get(scan.text[at] as string) ?? []
  for (let index = 0; index < constructs.length; index++) {
    const match = (constructs[index] as InlineConstruct).read(scan, at)
    if (match) return match
  }
  return undefined
}
