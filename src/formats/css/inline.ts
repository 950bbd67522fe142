import { type Import, importOf } from './imports.ts'
import { applyEdits, type Edit, nextSaying, readPieces, startOf } from './pieces.ts'
import { type CssToken, readTokens, tokenValue } from './tokens.ts'
import { mayHaveUrls, urlsIn } from './urls.ts'

/** Finds what a style sheet names. Undefined leaves it as written; `start` and `end` are the places of what is written. */
export interface Inliner {
  /** What stands for an address; `hints` are the `format()` and `tech()` behind it, as written. */
  url(address: string, hints: string, start: number, end: number): string | undefined
  /** What stands for an `@import` rule. */
  sheet(imported: Import, start: number, end: number): string | undefined
}

/** A style sheet with what it names inside it, and without a `@charset`. Rules and comments stay as written. */
export function inlineSheet(css: string, inliner: Inliner): string {
  if (!mayNameSheets.test(css) && !mayHaveUrls(css)) return css
  const edits: Edit[] = []
  const edit = (start: number, end: number, text: string | undefined): void => {
    if (text !== undefined) edits.push({ start, end, text })
  }
  // An import after a rule counts for nothing (CSS Cascade 5 §2); so it stays as it is.
  let ruleSeen = false
  for (const piece of readPieces(readTokens(css))) {
    const { type, atRule, tokens, first } = piece
    const [start, end] = [startOf(tokens, first), startOf(tokens, tokens.length)]
    const behind = css[end] === ';' ? end + 1 : end
    const imported = ruleSeen ? undefined : importOf(piece)
    if (imported) edit(start, behind, inliner.sheet(imported, start, end))
    else if (type === 'statement' && atRule === 'charset') edit(start, behind, '')
    else if (atRule !== 'import' && atRule !== 'namespace') {
      for (const url of urlsIn(tokens)) {
        const [from, to, hinted] = [url.first, url.end, hintsEnd(tokens, url.end)].map((index) => startOf(tokens, index)) as Places
        edit(from, hinted, inliner.url(url.address, css.slice(to, hinted), from, hinted))
      }
      ruleSeen ||= type === 'prelude' || atRule !== 'layer'
    }
  }
  return applyEdits(css, edits)
}

/** Most at-rules are of other kinds; an escape may hide a name. */
const mayNameSheets = /@(?:import|charset)|\\/i

type Places = [from: number, to: number, hinted: number]

/** Behind the `format()` and `tech()` of a font. */
function hintsEnd(tokens: readonly CssToken[], from: number): number {
  const hint = nextSaying(tokens, from)
  const token = tokens[hint]
  if (token?.type !== 'function' || !/^(?:format|tech)$/i.test(tokenValue(token))) return from
  let close = hint + 1
  while (close < tokens.length && tokens[close]?.type !== ')') close++
  return hintsEnd(tokens, Math.min(close + 1, tokens.length))
}
