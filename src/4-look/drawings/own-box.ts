import { declarationOf, isSaying, type Piece, readPieces, replacePieces } from '../../formats/css/pieces.ts'
import { type CssToken, readTokens, tokenValue } from '../../formats/css/tokens.ts'
import { drawingAttribute } from '../../page-contract/attributes.ts'
import { length } from './bounds.ts'
import { sheetsOf } from './sheets.ts'
import { cloneOf, type SvgElement } from './xml/tree.ts'

/**
 * Properties by which a file says how large it is and where it stands in a page of its own. On a slide the directive, the theme and the deck's style
 * sheets say so.
 */
const ofBox =
  /^(?:(?:(?:min|max)-)?(?:width|height|inline-size|block-size)|position|inset(?:-.+)?|top|right|bottom|left|(?:margin|padding|transform|overflow|flex|grid|contain|container|columns?)(?:-.+)?|translate|rotate|scale|zoom|display|float|clear|vertical-align|aspect-ratio|box-sizing|z-index|order|(?:align|justify|place)-self)$/
const attributesOfBox = ['transform', 'overflow', 'display']

/**
 * The drawing without what its root says of its own box, as tools write it: `style="width:214px"`, `max-width`, `svg { margin: auto }` in its own
 * sheet. A size that is said so stays as the file's natural one, in attributes, which every style sheet wins over. The same element where there is
 * nothing of the kind.
 */
export function withoutOwnBox(root: SvgElement): SvgElement {
  const style = root.attributes.get('style') ?? ''
  const said = new Map(readPieces(readTokens(style)).flatMap((piece) => boxDeclaration(piece, 'style')))
  const sheets = sheetsOf(root).map((sheet) => ({ sheet, css: sparingRoot(sheet.value, root) }))
  const hasOwn = attributesOfBox.some((name) => root.attributes.has(name))
  if (said.size === 0 && !hasOwn && sheets.every(({ sheet, css }) => sheet.value === css)) return root
  const copy = cloneOf(root)
  for (const [index, sheet] of sheetsOf(copy).entries()) sheet.value = sheets[index]?.css ?? sheet.value
  const { attributes } = copy
  for (const name of attributesOfBox) attributes.delete(name)
  if (said.size === 0) return copy
  const rest = replacePieces(style, (piece) => (boxDeclaration(piece, 'style').length > 0 ? '' : undefined))
    .replace(/^[\s;]+|;(?=\s*(?:;|$))/g, '')
    .trim()
  if (rest === '') attributes.delete('style')
  else attributes.set('style', rest)
  for (const [side, value] of naturalSize(said, attributes)) attributes.set(side, value)
  return copy
}

/** What it is to be as large as where nobody says: a browser that opens the file alone shows it so. */
function naturalSize(said: ReadonlyMap<string, string>, attributes: ReadonlyMap<string, string>): [side: string, value: string][] {
  return ['width', 'height'].flatMap((side): [string, string][] => {
    const own = said.get(side) ?? attributes.get(side)
    const most = said.get(`max-${side}`)
    // `width: 100%; max-width: 412px` is a drawing of 412 px.
    if (most !== undefined && length(most) > 0 && !(length(own) > 0 && length(own) < length(most))) return [[side, most]]
    return said.has(side) && /^[\d.]+(?:[a-z]+|%)?$/i.test(own ?? '') ? [[side, own ?? '']] : []
  })
}

function boxDeclaration(piece: Piece, where: 'style' | 'rule'): [name: string, value: string][] {
  if (piece.inert || piece.inside !== (where === 'style' ? undefined : '')) return []
  const declaration = declarationOf(piece)
  if (!declaration || !ofBox.test(declaration.name)) return []
  const value = declaration.value.filter(isSaying).map(({ text }) => text)
  const important = value.indexOf('!')
  return [[declaration.name, value.slice(0, important < 0 ? undefined : important).join('')]]
}

/** A sheet in which rules that may match the root have what is of the box for other elements only, nested in them, at the same weight. */
function sparingRoot(css: string, root: SvgElement): string {
  let isAboutRoot = false
  return replacePieces(css, (piece) => {
    if (piece.type === 'prelude' && piece.atRule === undefined && !piece.nested && !piece.inert) isAboutRoot = mayMatch(piece.tokens, root)
    if (!isAboutRoot || boxDeclaration(piece, 'rule').length === 0) return undefined
    const written = piece.tokens.map(({ text }) => text).join('')
    return `&:where(:not([${drawingAttribute}])){${written.trim()}}`
  })
}

/** Whether one of these selectors is a compound that the root, which nothing is around, fits; what is not known counts as fitting. */
function mayMatch(tokens: readonly CssToken[], { attributes }: SvgElement): boolean {
  const selectors: CssToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (/^[([]$|^function$/.test(token.type)) depth++
    else if (/^[)\]]$/.test(token.type)) depth--
    if (token.type === ',' && depth === 0) selectors.push([])
    else if (depth === 0) selectors.at(-1)?.push(token)
  }
  const classes = (attributes.get('class') ?? '').split(/\s+/)
  return selectors.some((selector) => {
    const saying = selector.filter(isSaying)
    const first = selector.findIndex(isSaying)
    const last = selector.findLastIndex(isSaying)
    if (selector.slice(first, last + 1).some((token) => !isSaying(token) || /^[>+~]$/.test(token.text))) return false
    return saying.every((token, index) => {
      const before = saying[index - 1]?.text
      if (token.type === 'hash') return tokenValue(token) === attributes.get('id')
      if (token.type !== 'ident' || before === ':') return true
      return before === '.' ? classes.includes(tokenValue(token)) : tokenValue(token).toLowerCase() === 'svg'
    })
  })
}
