import { closeSheet } from './close.ts'
import { cssOf, nextSaying, type Piece } from './pieces.ts'
import { tokenValue } from './tokens.ts'
import { urlAt } from './urls.ts'

/** An `@import` rule (CSS Cascade 5 §2). */
export interface Import {
  readonly address: string
  /** As written: `layer(a) supports(b) screen`. */
  readonly conditions: string
  /** The sheet with the conditions as rules around it. */
  readonly wrap: (sheet: string) => string
}

/** The import that a piece is; undefined for anything else, and for one that no browser reads. */
export function importOf({ type, atRule, tokens, first }: Piece): Import | undefined {
  if (type !== 'statement' || atRule !== 'import') return undefined
  const named = nextSaying(tokens, first + 1)
  const token = tokens[named]
  const url = token?.type === 'string' ? { address: tokenValue(token), end: named + 1 } : urlAt(tokens, named)
  if (!url) return undefined
  let at = nextSaying(tokens, url.end)
  /** What stands in the brackets of the function that is next, or whether the word is; undefined where neither is. */
  const next = (name: string, isWord: boolean): string | undefined => {
    const found = tokens[at]
    if (!found || tokenValue(found).toLowerCase() !== name) return undefined
    if (found.type === 'ident' && isWord) {
      at = nextSaying(tokens, at + 1)
      return ''
    }
    if (found.type !== 'function') return undefined
    const start = at + 1
    for (let depth = 1; depth > 0 && at < tokens.length - 1; ) {
      const inner = tokens[++at]?.type
      if (inner === '(' || inner === 'function') depth++
      else if (inner === ')') depth--
    }
    const content = cssOf(tokens.slice(start, at))
    at = nextSaying(tokens, at + 1)
    return content
  }
  const conditions = cssOf(tokens.slice(at)).trim()
  const layer = next('layer', true)
  const supports = next('supports', false)
  const media = cssOf(tokens.slice(at)).trim()
  const wrap = (sheet: string): string => {
    let css = closeSheet(sheet)
    if (layer !== undefined) css = `@layer ${layer}{${css}\n}`
    if (supports !== undefined) css = `@supports (${supports}){${css}\n}`
    return media === '' ? css : `@media ${media}{${css}\n}`
  }
  return { address: url.address, conditions, wrap }
}
