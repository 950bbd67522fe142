import { isSpace } from '../../syntax/space.ts'
import { characterAt, characterBefore, isQuotePair, mayFollowEnd, mayPrecedeStart } from '../inline/characters.ts'
import { uriSchemes } from '../inline/uri-schemes.ts'

/**
 * Text with a backslash before all that would be read as markup (specification: inline markup recognition rules). `beforeUrl`: whether a bare
 * URL follows, which docutils does not look for behind anything with a colon.
 */
export const escaped = (text: string, beforeUrl = false): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[*`|]/g, (mark, at: number, whole: string) => (startsNothing(whole, at, mark) ? mark : `\\${mark}`))
    .replace(/_+(?![\p{L}\p{N}_])/gu, (row) => '\\_'.repeat(row.length))
    .replace(/(?<![\p{L}\p{N}])([A-Za-z][A-Za-z0-9.+-]*):(?=\S)/gu, (whole, scheme: string) =>
      beforeUrl || endsWithScheme(scheme.toLowerCase()) ? `${scheme}\\:` : whole,
    )
    .replace(/(?<=[^\s@])@(?=\S)/g, '\\@')

/** `a-http` too: a scheme may begin behind punctuation. */
const endsWithScheme = (word: string): boolean =>
  [...word.matchAll(/(?<![a-z0-9])[a-z]/g)].some(({ index }) => uriSchemes.has(word.slice(index)))

/** Whether a mark is plain text where it stands: a blank after it, or a letter before it. */
function startsNothing(text: string, at: number, mark: string): boolean {
  if (text[at] !== mark) return false
  const next = characterAt(text, at + 1)
  const before = characterBefore(text, at)
  return (
    (next !== '' && isSpace(next) && (before === '' || isSpace(before))) || (before !== '' && !mayPrecedeStart(before) && next !== mark)
  )
}

/** Text between a start-string and an end-string that ends with `mark`. */
export const escapedWithin = (text: string, mark: '*' | '`'): string => text.replace(mark === '*' ? /[\\*]/g : /[\\`]/g, '\\$&')

/** What stands between two pieces of inline content: an escaped blank where they would not be told apart. Of the first, its end is enough. */
export function separator(before: string, piece: string, { starts, ends }: { starts: boolean; ends: boolean }): '' | '\\ ' {
  if (before === '') return ''
  const last = characterBefore(before, before.length)
  const first = characterAt(piece, 0)
  const content = piece.replace(/^(?::[\w.+-]+:`|\*{1,2}|`{1,2}|\||_`|\[)/, '')
  const needsBefore = starts && !isSpace(last) && (!mayPrecedeStart(last) || last === ':' || isQuotePair(last, characterAt(content, 0)))
  const needsAfter = ends && (!mayFollowEnd(first) || first === '\\' || /^:[\p{L}\p{N}]/u.test(piece))
  return needsBefore || needsAfter ? '\\ ' : ''
}

// What starts a block on a paragraph's first line (docutils: states.py, Body.patterns), and a line that could be a title's.
const blockStart =
  /^(?:[-+*\u2022\u2023\u2043](?:[ \n]|$)|\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)[.)](?:[ \n]|$)|:(?![: ])|--?\w|\/\w|\+[-=]|\|(?:[ \n]|$)|>>>|\.\.(?:[ \n]|$)|__(?:[ \n]|$)|(?:---?(?!-)|\u2014) *\S)/

/** A paragraph's text with a backslash where a line of it would be read as another block. */
export function escapedStart(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => (/^([!-/:-@[-`{-~])\1*(?: +\1+)*$/.test(line) ? `${line.startsWith('\\') ? '\\ ' : '\\'}${line}` : line))
  const whole = lines.join('\n').replace(/::$/, ':\\:')
  return blockStart.test(whole) && !/^:[\w.+-]+:`/.test(whole) ? `\\${whole}` : whole
}
