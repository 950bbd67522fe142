import { type Line, textBlock } from '../../../1-source/source.ts'
import { normalizeName } from '../../identifiers.ts'
import type { Target } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { hideEscapes, resolveEscapes } from '../../syntax/escapes.ts'
import { indentedBlock, positionOf } from '../../syntax/sliced-lines.ts'
import { readMalformed } from './comment.ts'
import type { ExplicitConstruct, ExplicitResult } from './explicit-construct.ts'
import { targetDestination } from './target-destination.ts'

/**
 * `.. _name:` (internal), `.. _name: address` (external), `.. _name: other_` (indirect); `.. __:` is anonymous. The name may run over
 * several lines; one that is not closed leaves a comment and a warning.
 */
export const readHyperlinkTarget: ExplicitConstruct = (lines, index, start, context) => {
  const { text } = lines[index] as Line
  if (text[start] !== '_' || text.length === start + 1 || text[start + 1] === ' ') return undefined
  const block = indentedBlock(lines, index, { first: start + 1, untilBlank: true, keepIndent: true })
  const hidden = block.lines.map((line) => hideEscapes(line.text))
  const name = targetName(hidden)
  if (!name) return readMalformed('rst/malformed-target', lines, block.next, start, context)
  const rest = [(hidden[name.line] ?? '').slice(name.end).trim(), ...hidden.slice(name.line + 1)]
  const target: Target = { type: 'target', children: [], position: positionOf(lines, index, block.next) }
  target.rawsource = textBlock(lines.slice(index, block.next)).text
  return finishTarget(target, name.text, rest, block, context)
}

/** Gives the target its destination and its name or number. */
export function finishTarget(
  target: Target,
  name: string | undefined,
  rest: readonly string[],
  block: { readonly next: number; readonly blankFinish: boolean },
  context: ParseContext,
): ExplicitResult {
  const destination = targetDestination(rest)
  if (destination.refname !== undefined) target.refname = normalizeName(destination.refname)
  else if (destination.refuri) target.refuri = name === undefined ? destination.refuri : mailAddress(destination.refuri)
  if (name === undefined) {
    target.anonymous = 1
    context.names.setId(target)
  } else {
    target.names = [normalizeName(resolveEscapes(name))]
    context.names.noteExplicitTarget(target, context.reader.parent)
  }
  return { nodes: [target], next: block.next, blankFinish: block.blankFinish }
}

/**
 * The name and where what follows its colon begins. A name in backquotes may hold colons; another ends at the first unescaped colon, one
 * blank before it allowed, that a blank or the line's end follows. An empty name is the anonymous one.
 */
function targetName(lines: readonly string[]): { text: string | undefined; line: number; end: number } | undefined {
  const first = lines[0] ?? ''
  const anonymous = /^_ ?:(?: |$)/.exec(first)
  if (anonymous) return { text: undefined, line: 0, end: anonymous[0].length }
  const quoted = first.startsWith('`')
  const from = quoted ? 1 : 0
  if (!quoted && first.startsWith('_')) return undefined
  if (first[from] === undefined || first[from] === ' ' || first[from] === '`') return undefined
  let before = ''
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line] as string
    for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      if ((text[colon + 1] ?? ' ') !== ' ') continue
      const tail = tailBefore(before, text, colon)
      const end = quoted ? quotedEnd(tail) : plainEnd(tail)
      if (end === undefined) continue
      const whole = (before + text.slice(0, colon)).slice(from)
      const name = whole.slice(0, whole.length - end)
      if (name !== '') return { text: name, line, end: colon + 1 }
    }
    before += text
  }
  return undefined
}

/** The last characters before the colon; no more are needed to know whether the name ends there. */
const tailBefore = (before: string, text: string, colon: number): string =>
  colon >= 4 ? text.slice(colon - 4, colon) : (before.slice(-4) + text.slice(0, colon)).slice(-4)

/** How many characters stand between the name and the colon: nothing or one blank; undefined if the name cannot end there. */
function plainEnd(tail: string): number | undefined {
  const blank = tail.endsWith(' ') ? 1 : 0
  const name = blank ? tail.slice(0, -1) : tail
  return /(?:[^\s\0:]|\0:)$/.test(name) ? blank : undefined
}

function quotedEnd(tail: string): number | undefined {
  const blank = tail.endsWith(' ') ? 1 : 0
  return /[^\s\0]`$/.test(blank ? tail.slice(0, -1) : tail) ? blank + 1 : undefined
}

// An address without a scheme (docutils: Inliner.email_pattern, adjust_uri).
const email = /^[-\w!~*'{|}/#?^`&=+$%]+(?:\.[-\w!~*'{|}/#?^`&=+$%]+)*@[-\w!~*'{|}/#?^`&=+$%]+(?:\.[-\w!~*'{|}/#?^`&=+$%]*)*$/

const mailAddress = (address: string): string => (email.test(address) && /[\w~*/=+]$/.test(address) ? `mailto:${address}` : address)
