import type { TextBlock } from '../../../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../../../diagnostics/messages/index.ts'
import type { Inline, SystemMessage, Text } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import type { Cursor } from '../../syntax/cursor.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { isSpace } from '../../syntax/space.ts'
import { characterAt, characterBefore, isQuotePair, mayFollowEnd, mayPrecedeStart } from './characters.ts'

/** An inline construct: one file, one entry in registry.ts. */
export interface InlineConstruct {
  readonly name: string
  /** The character that gives it away: the reader looks at nothing else. */
  readonly anchor: string
  /** Reads the construct whose anchor stands at `at`; undefined if it is not there. */
  read(scan: Scan, at: number): InlineMatch | undefined
}

export interface InlineMatch {
  /** First character of the construct; may lie before the anchor (a role, a name). */
  readonly start: number
  readonly end: number
  /** None: the start-string is quoted, and all up to `end` stays text. */
  readonly nodes: readonly Inline[]
  readonly messages?: readonly SystemMessage[]
}

/** One text being read, from left to right. */
export interface Scan {
  /** The text with its escapes hidden. */
  readonly text: string
  readonly block: TextBlock
  readonly context: ParseContext
  readonly cursor: Cursor
  /** Setting `characterLevelInlineMarkup`: markup needs nothing around it. */
  readonly characterLevel: boolean
  /** Where the last construct ended. What follows it counts as the start of the text. */
  base: number
  /** The next end-string of each kind, so that unmatched start-strings do not each search the whole text. */
  ends: Map<EndString, { from: number; found: number }> | undefined
}

/** An end-string: its length at `at`, were all around it well; 0 if it is not there. */
export interface EndString {
  readonly characters: string
  readonly spaceBefore: 'never' | 'escaped' | 'literal'
  length(scan: Scan, at: number): number
}

/** Whether a start-string may stand at `at`. */
export const mayStart = ({ text, base, characterLevel }: Scan, at: number): boolean => {
  if (at === base) return true
  return characterLevel ? text[at - 1] !== '\0' : mayPrecedeStart(characterBefore(text, at))
}

export const mayEnd = ({ text, characterLevel }: Scan, end: number): boolean => characterLevel || mayFollowEnd(characterAt(text, end))

/** Whether the start-string from `start` to `end` stands between quotes, or at the end of the text. */
export const isQuoted = ({ text, base }: Scan, start: number, end: number): boolean =>
  start !== base && (end >= text.length || isQuotePair(characterBefore(text, start), characterAt(text, end)))

/** The first end-string with something before it since `from`, where its construct's content starts; undefined if there is none. */
export function findEnd(scan: Scan, end: EndString, from: number): number | undefined {
  // docutils gives up where the first end-string follows at once (`****`), and only there lets white space stand before it.
  if (end.length(scan, from) > 0) return undefined
  const known = scan.ends?.get(end)
  if (known && known.from <= from && (known.found < 0 || known.found > from)) return known.found < 0 ? undefined : known.found
  let found = scan.text.indexOf(end.characters, from + 1)
  while (found >= 0 && !(isWellBefore(scan, end, found) && end.length(scan, found) > 0))
    found = scan.text.indexOf(end.characters, found + 1)
  scan.ends ??= new Map()
  scan.ends.set(end, { from, found })
  return found < 0 ? undefined : found
}

const isWellBefore = ({ text }: Scan, { spaceBefore }: EndString, at: number): boolean => {
  const before = text[at - 1] ?? ''
  if (spaceBefore === 'literal') return !isSpace(before)
  if (before !== '\0' && !isSpace(before)) return true
  return spaceBefore === 'escaped' && text[at - 2] === '\0'
}

/**
 * The text from `start` to `end`, its escapes resolved (or restored), as nodes: none if nothing is left of it, several if it stands in
 * several pieces in the file.
 */
export function textNodes(scan: Scan, start: number, end: number, escapes: 'resolved' | 'restored' = 'resolved'): Text[] {
  // Nearly always it is one piece, and one text, so no list is made of it.
  if (scan.cursor.isWhole) {
    const value = textValue(scan, start, end, escapes)
    return value === '' ? [] : [{ type: 'text', value, position: scan.cursor.position(start, end) }]
  }
  const nodes: Text[] = []
  for (const [from, to] of joinedByEscape(scan, scan.cursor.pieces(start, end))) {
    const value = textValue(scan, from, to, escapes)
    if (value !== '') nodes.push({ type: 'text', value, position: scan.cursor.position(from, to) })
  }
  return nodes
}

/** An escaped line end is nothing: what stands before and after it is one text, though other cells' text stands between in the file. */
function joinedByEscape({ text }: Scan, pieces: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const joined: (readonly [number, number])[] = []
  for (const [from, to] of pieces) {
    const last = joined.at(-1)
    if (last && text[from - 2] === '\0') joined[joined.length - 1] = [last[0], to]
    else joined.push([from, to])
  }
  return joined
}

const textValue = ({ text, block }: Scan, start: number, end: number, escapes: 'resolved' | 'restored'): string =>
  escapes === 'restored' ? block.text.slice(start, end) : resolveEscapes(text.slice(start, end))

/** A message about the text from `start` to `end`. docutils gives all messages of a text block the line where the block starts. */
export function inlineMessage<Code extends MessageCode>(
  scan: Scan,
  start: number,
  end: number,
  code: Code,
  args: MessageArguments<Code>,
): SystemMessage {
  const message = scan.context.message(code, args, scan.cursor.position(start, end))
  const line = scan.block.lines[0]?.number
  if (line !== undefined) message.line = line
  return message
}

/** The text from `start` to `end` as a `problematic` node that links to its message. */
export function problematic<Code extends MessageCode>(
  scan: Scan,
  start: number,
  end: number,
  code: Code,
  args: MessageArguments<Code>,
): InlineMatch {
  const message = inlineMessage(scan, start, end, code, args)
  const { names } = scan.context
  const node: Inline = {
    type: 'problematic',
    children: textNodes(scan, start, end, 'restored'),
    refid: names.setId(message),
    position: scan.cursor.position(start, end),
  }
  message.backrefs = [...(message.backrefs ?? []), names.setId(node)]
  return { start, end, nodes: [node], messages: [message] }
}
