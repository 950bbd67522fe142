import type { InlineResult } from '../../directive.ts'
import type { RoleTools } from '../../role.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { findRole } from '../../syntax/roles/registry.ts'
import { isSpace } from '../../syntax/space.ts'
import { characterAt } from './characters.ts'
import {
  type EndString,
  findEnd,
  type InlineConstruct,
  type InlineMatch,
  inlineMessage,
  isQuoted,
  mayEnd,
  mayStart,
  problematic,
  type Scan,
} from './construct.ts'
import { phraseReference } from './phrase-reference.ts'
import { simpleNameEnd, simpleNameStart } from './simple-name.ts'

/** The closing backquote, with the role after it and the underscores of a reference. */
const end: EndString = {
  characters: '`',
  spaceBefore: 'escaped',
  length: (scan, at) => {
    if (scan.text[at] !== '`') return 0
    const role = suffixRoleEnd(scan, at + 1)
    const withRole = role === undefined ? 0 : withUnderscores(scan, role)
    return Math.max(0, (withRole || withUnderscores(scan, at + 1)) - at)
  },
}

const withUnderscores = (scan: Scan, at: number): number => {
  const marks = scan.text.startsWith('__', at) ? 2 : scan.text[at] === '_' ? 1 : 0
  return mayEnd(scan, at + marks) ? at + marks : 0
}

/** Where `:role:` ends that starts at `from`. Character-level markup settles for a shorter name. */
function suffixRoleEnd({ text, characterLevel }: Scan, from: number): number | undefined {
  if (text[from] !== ':') return undefined
  const nameEnd = simpleNameEnd(text, from + 1)
  if (nameEnd === from + 1) return undefined
  if (text[nameEnd] === ':') return nameEnd + 1
  const shorter = characterLevel ? text.lastIndexOf(':', nameEnd - 1) : -1
  return shorter > from ? shorter + 1 : undefined
}

/** Where `:role:` starts that ends before the backquote at `to`. */
function prefixRoleStart(scan: Scan, to: number): number | undefined {
  const { text, base, characterLevel } = scan
  if (text[to - 1] !== ':' || to - 1 <= base) return undefined
  const nameStart = simpleNameStart(text, to - 1, base)
  if (nameStart === to - 1) return undefined
  const start = nameStart - 1
  if (start >= base && text[start] === ':' && mayStart(scan, start)) return start
  if (!characterLevel) return undefined
  for (let at = text.indexOf(':', nameStart); at >= 0 && at < to - 1; at = text.indexOf(':', at + 1)) if (mayStart(scan, at)) return at
  return undefined
}

/** Text between backquotes: interpreted by a role before it, after it or by default; or the phrase of a reference. */
export const interpretedText: InlineConstruct = {
  name: 'interpreted text',
  anchor: '`',
  read(scan, at) {
    const { text } = scan
    const contentStart = at + 1
    if (text[contentStart] === '`' || isSpace(characterAt(text, contentStart))) return undefined
    const prefix = prefixRoleStart(scan, at)
    if (prefix === undefined && !mayStart(scan, at)) return undefined
    if (prefix === undefined && isQuoted(scan, at, contentStart)) return { start: at, end: contentStart, nodes: [] }
    const contentEnd = findEnd(scan, end, contentStart)
    if (contentEnd === undefined)
      return problematic(scan, at, contentStart, 'rst/inline-without-end', { construct: 'interpreted text', start: '`', end: '`' })
    return readSuffix(scan, { start: prefix ?? at, at, contentStart, contentEnd, close: contentEnd + end.length(scan, contentEnd) })
  },
}

export interface InterpretedSpan {
  /** Of the role before the text, or the backquote. */
  readonly start: number
  readonly at: number
  readonly contentStart: number
  readonly contentEnd: number
  readonly close: number
}

function readSuffix(scan: Scan, span: InterpretedSpan): InlineMatch {
  const { start, at, contentEnd, close } = span
  const prefix = start < at ? scan.text.slice(start + 1, at - 1) : ''
  const [, suffix, marks = ''] = /^(?::(.*):)?(_*)$/s.exec(scan.text.slice(contentEnd + 1, close)) ?? []
  if (prefix && suffix) return problematic(scan, start, close, 'rst/two-roles', { prefix, suffix })
  const role = prefix || suffix || ''
  if (!marks) return interpret(scan, role, span)
  if (role) return problematic(scan, start, close, 'rst/role-and-reference', { role, place: prefix ? 'prefix' : 'suffix' })
  return { start: at, end: close, nodes: phraseReference(scan, span) }
}

/** Hands the text to its role. */
function interpret(scan: Scan, name: string, { start, contentStart, contentEnd, close }: InterpretedSpan): InlineMatch {
  const { role, isRegistered } = findRole(name, scan.context)
  const messages = isRegistered ? [] : [inlineMessage(scan, start, close, 'rst/role-not-registered', { role: name })]
  const problem: RoleTools['problem'] = (code, args) => {
    const match = problematic(scan, start, close, code, args)
    return { nodes: [...match.nodes], messages: [...(match.messages ?? [])] }
  }
  const tools: RoleTools = {
    settings: scan.context.settings,
    problem,
    message: (code, args) => inlineMessage(scan, start, close, code, args),
  }
  const result: InlineResult = role
    ? role.run(
        {
          name,
          text: resolveEscapes(scan.text.slice(contentStart, contentEnd)),
          rawText: scan.block.text.slice(contentStart, contentEnd),
          position: scan.cursor.position(start, close),
          textPosition: scan.cursor.position(contentStart, contentEnd),
          options: {},
        },
        tools,
      )
    : problem('rst/unknown-role', { role: name })
  return { start, end: close, nodes: result.nodes, messages: [...messages, ...result.messages] }
}
