import { type CssToken, readTokens, tokenValue } from './tokens.ts'

/** What stands between two braces or semicolons that no bracket holds (CSS Syntax 3 §5.4). */
export interface Piece {
  /** What stands before a `{` (a selector list, or an at-rule's prelude), or what ends otherwise (a declaration, an at-rule without a block). */
  readonly type: 'prelude' | 'statement'
  /** Without what ends it. */
  readonly tokens: readonly CssToken[]
  /** The index of the first that is neither blank nor comment, nor the mark of an HTML comment. */
  readonly first: number
  /** `media`, `keyframes` … in lower case, or `--` for a custom property whose value is a block; undefined for what is no at-rule. */
  readonly atRule: string | undefined
  /** The same of the block that it stands in; '' in a style rule, undefined in none. */
  readonly inside: string | undefined
  /** It stands inside another rule's block (CSS nesting). */
  readonly nested: boolean
  /** It is a percentage of keyframes or a part of a custom property's value, not a selector. */
  readonly inert: boolean
}

/** What opens a bracket → what closes it. */
export const closers: ReadonlyMap<string, CssToken['type']> = new Map(
  Object.entries<CssToken['type']>({ '(': ')', function: ')', '[': ']', '{': '}' }),
)

/** Every piece of a style sheet, or of a `style` attribute, in order and in linear time. What is malformed is passed over as a browser would. */
export function readPieces(tokens: readonly CssToken[]): Piece[] {
  const pieces: Piece[] = []
  const around: string[] = []
  let rules = 0
  let inert = 0
  let start = 0
  const add = (type: Piece['type'], end: number): string | undefined => {
    const own = tokens.slice(start, end)
    start = end + 1
    const first = own.findIndex((token) => isSaying(token) && token.type !== 'CDO' && token.type !== 'CDC')
    const atRule = atRuleOf(own, first, type)
    if (first >= 0) pieces.push({ type, tokens: own, first, atRule, inside: around.at(-1), nested: rules > 0, inert: inert > 0 })
    return atRule
  }
  /** What closes each open bracket of the piece. */
  const open: string[] = []
  for (const [index, { type }] of tokens.entries()) {
    const closer = closers.get(type)
    if (type === open.at(-1)) open.pop()
    else if (closer !== undefined && (type !== '{' || open.length > 0)) open.push(closer)
    else if (open.length > 0) continue
    else if (type === '{') {
      const atRule = add('prelude', index) ?? ''
      around.push(atRule)
      if (atRule === '') rules++
      else if (isInert(atRule)) inert++
    } else if (type === '}') {
      add('statement', index)
      const closed = around.pop()
      if (closed === '') rules--
      else if (closed !== undefined && isInert(closed)) inert--
    } else if (type === ';') add('statement', index)
  }
  add('statement', tokens.length)
  return pieces
}

const isInert = (atRule: string): boolean => atRule === '--' || atRule.endsWith('keyframes')

/** Neither blank nor comment. */
export const isSaying = ({ type }: CssToken): boolean => type !== 'whitespace' && type !== 'comment'

function atRuleOf(tokens: readonly CssToken[], at: number, type: Piece['type']): string | undefined {
  const first = tokens[at]
  if (first?.type === 'at-keyword') return tokenValue(first).toLowerCase()
  const isProperty = type === 'prelude' && first?.type === 'ident' && first.text.startsWith('--')
  return isProperty && tokens[nextSaying(tokens, at + 1)]?.type === ':' ? '--' : undefined
}

/** The index of the next token that is neither blank nor comment; of the end where there is none. */
export function nextSaying(tokens: readonly CssToken[], from: number): number {
  let index = from
  for (let token = tokens[index]; token && !isSaying(token); token = tokens[index]) index++
  return index
}

/** A part of a text that becomes another. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with the edits done, which stand in their order. */
export function applyEdits(text: string, edits: Iterable<Edit>): string {
  let result = ''
  let done = 0
  for (const edit of edits) {
    result += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return result + text.slice(done)
}

/** The CSS with some pieces written anew. */
export function replacePieces(css: string, rewrite: (piece: Piece) => string | undefined): string {
  const edits = readPieces(readTokens(css)).flatMap((piece): Edit[] => {
    const text = rewrite(piece)
    return text === undefined ? [] : [{ start: startOf(piece.tokens, 0), end: startOf(piece.tokens, piece.tokens.length), text }]
  })
  return applyEdits(css, edits)
}

/** Where a token stands in the text; of the index behind the last one, where that ends. */
export function startOf(tokens: readonly CssToken[], index: number): number {
  const last = tokens.at(-1)
  return tokens[index]?.start ?? (last ? last.start + last.text.length : 0)
}

export const cssOf = (tokens: readonly CssToken[]): string => tokens.map(({ text }) => text).join('')

export interface Declaration {
  /** In lower case; a custom property as written. */
  readonly name: string
  readonly value: readonly CssToken[]
  /** The name and the colon as written, with what stands before. */
  readonly start: string
}

/** A declaration that has the form of one; whether there is such a property, nobody asks. */
export function declarationOf({ type, tokens }: Piece): Declaration | undefined {
  const colon = tokens.findIndex((token) => token.type === ':')
  const [name, further] = tokens.slice(0, Math.max(colon, 0)).filter(isSaying)
  if (type !== 'statement' || name?.type !== 'ident' || further) return undefined
  const written = tokenValue(name)
  return {
    name: written.startsWith('--') ? written : written.toLowerCase(),
    value: tokens.slice(colon + 1),
    start: cssOf(tokens.slice(0, colon + 1)),
  }
}
