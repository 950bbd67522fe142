import { sheetsOf } from '../../../4-look/drawings/sheets.ts'
import { elementsOf, type SvgElement } from '../../../4-look/drawings/xml/tree.ts'
import { declarationOf, nextSaying, type Piece, readPieces, replacePieces } from '../../../formats/css/pieces.ts'
import { type CssToken, cssString, readTokens, tokenValue } from '../../../formats/css/tokens.ts'

/**
 * Gives a drawing's `@keyframes` names of their own where another drawing of the page has them: such names are the whole document's (CSS
 * Animations 1 §3). `taken` grows by the drawing's names. Says whether it brings any.
 */
export function separateKeyframes(root: SvgElement, key: string, taken: Set<string>): boolean {
  const sheets = sheetsOf(root).filter(({ value }) => /keyframes|\\/i.test(value))
  const names = new Set<string>()
  for (const { value } of sheets) {
    for (const piece of readPieces(readTokens(value))) {
      const name = nameIn(piece)
      if (name) names.add(tokenValue(name))
    }
  }
  const renamed = new Map([...names].filter((name) => taken.has(name)).map((name) => [name, freeName(`${name}-${key}`, taken)]))
  for (const name of names) taken.add(renamed.get(name) ?? name)
  if (renamed.size === 0) return names.size > 0
  const rename = (token: CssToken): string => {
    const own = token.type === 'ident' || token.type === 'string' ? renamed.get(tokenValue(token)) : undefined
    if (own === undefined) return token.text
    // What is new in a name needs no escape.
    return token.type === 'string' ? cssString(own) : token.text + own.slice(tokenValue(token).length)
  }
  const rewrite = (piece: Piece): string | undefined => {
    const name = nameIn(piece)
    if (name) return piece.tokens.map((token) => (token === name ? rename(token) : token.text)).join('')
    const declaration = declarationOf(piece)
    return declaration && animation.test(declaration.name) ? declaration.start + declaration.value.map(rename).join('') : undefined
  }
  for (const sheet of sheets) sheet.value = replacePieces(sheet.value, rewrite)
  for (const { attributes } of elementsOf(root)) {
    const style = attributes.get('style')
    if (style !== undefined && /animation|\\/i.test(style)) attributes.set('style', replacePieces(style, rewrite))
  }
  return true
}

const animation = /^(?:-webkit-)?animation(?:-name)?$/

/** The name of keyframes, where the piece begins some. */
function nameIn({ type, atRule, tokens, first }: Piece): CssToken | undefined {
  if (type !== 'prelude' || !/^(?:-webkit-)?keyframes$/.test(atRule ?? '')) return undefined
  const name = tokens[nextSaying(tokens, first + 1)]
  return name?.type === 'ident' || name?.type === 'string' ? name : undefined
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}-`, taken) : name
}
