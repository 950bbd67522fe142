import { closers, readPieces } from './pieces.ts'
import { type CssToken, readTokens } from './tokens.ts'

/** A style sheet that others may follow: what its end leaves open is closed, as a browser does at the end of a file (CSS Syntax 3 §5.4). */
export function closeSheet(css: string): string {
  const tokens = readTokens(css)
  const open: string[] = []
  for (const { type } of tokens) {
    const closer = closers.get(type)
    if (closer !== undefined) open.push(closer)
    else if (type === open.at(-1)) open.pop()
  }
  const last = tokens.at(-1)
  const whole = css + (last && isOpen(last) ? endOf(last) : '') + open.reverse().join('')
  const end = readPieces(readTokens(whole)).at(-1)
  const isEnded = end?.type !== 'statement' || end.inside !== undefined || /[;}]\s*$/.test(whole)
  if (isEnded) return whole
  return whole + (end.atRule === undefined ? '{}' : ';')
}

/** Whether the token would go on with what follows. */
const isOpen = ({ type, text }: CssToken): boolean => type !== 'whitespace' && (readTokens(`${text} `)[0]?.text.length ?? 0) > text.length

function endOf({ type, text }: CssToken): string {
  const afterBackslash = /(?:^|[^\\])(?:\\\\)*\\$/.test(text)
  if (type === 'comment') return '*/'
  if (type === 'string') return (afterBackslash ? '\n' : '') + text[0]
  // An escape of nothing is this character (§4.3.7).
  return (afterBackslash ? '\ufffd' : '') + (type === 'url' || type === 'bad-url' ? ')' : '')
}
