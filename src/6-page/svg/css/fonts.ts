import { sheetsOf } from '../../../4-look/drawings/sheets.ts'
import { elementsOf, type SvgElement } from '../../../4-look/drawings/xml/tree.ts'
import { cssOf, declarationOf, isSaying, type Piece, readPieces, replacePieces } from '../../../formats/css/pieces.ts'
import { type CssToken, cssString, readTokens, tokenValue } from '../../../formats/css/tokens.ts'

/**
 * Gives the fonts that a drawing brings (`@font-face`) names of their own where another drawing of the page brings fonts of the same names:
 * such names are the whole document's (CSS Fonts 4 §4.1). `taken` grows by the drawing's names. Says whether it brings any.
 */
export function separateFonts(root: SvgElement, key: string, taken: Set<string>): boolean {
  const sheets = sheetsOf(root)
  const brought = new Set(sheets.flatMap(({ value }) => fontsIn(value)))
  const renamed = new Map([...brought].filter((name) => taken.has(name)).map((name) => [name, cssString(`${name} ${key}`, "'")]))
  for (const name of brought) taken.add(renamed.has(name) ? `${name} ${key}` : name)
  if (renamed.size === 0) return brought.size > 0
  const inDeclarations = (css: string): string =>
    replacePieces(css, (piece) => {
      const declaration = declarationOf(piece)
      return declaration && /^font(?:-family)?$/.test(declaration.name)
        ? declaration.start + renameFamilies(declaration.value, renamed)
        : undefined
    })
  for (const sheet of sheets) sheet.value = inDeclarations(sheet.value)
  for (const { attributes } of elementsOf(root)) {
    const style = attributes.get('style')
    if (style !== undefined && /font|\\/i.test(style)) attributes.set('style', inDeclarations(style))
    for (const name of ['font-family', 'font']) {
      const value = attributes.get(name)
      if (value !== undefined) attributes.set(name, renameFamilies(readTokens(value), renamed))
    }
  }
  return true
}

function fontsIn(css: string): string[] {
  if (!/font-face|\\/i.test(css)) return []
  return readPieces(readTokens(css)).flatMap((piece: Piece) => {
    const declaration = piece.inside === 'font-face' ? declarationOf(piece) : undefined
    const family = declaration?.name === 'font-family' ? familyAtEnd(declaration.value.filter(isSaying)) : undefined
    return family ? [family.name] : []
  })
}

/** The value of `font-family` or `font` with the families in it called otherwise. */
function renameFamilies(value: readonly CssToken[], renamed: ReadonlyMap<string, string>): string {
  let result = ''
  let start = 0
  for (let end = 0; end <= value.length; end++) {
    if (end < value.length && value[end]?.type !== ',') continue
    const part = value.slice(start, end)
    // What stands before the family is size and style, as in `font: 12px Own Font`; after it, `!important`.
    const important = part.findIndex(({ text }) => text === '!')
    const words = (important < 0 ? part : part.slice(0, important)).filter(isSaying)
    const family = familyAtEnd(words, (name) => renamed.has(name))
    result += family ? replaceTokens(part, family.tokens, renamed.get(family.name) ?? '') : cssOf(part)
    result += value[end]?.text ?? ''
    start = end + 1
  }
  return result
}

interface Family {
  /** Names of fonts are compared without regard to case (CSS Fonts 4 §5.1). */
  readonly name: string
  readonly tokens: readonly CssToken[]
}

/** The longest family that the tokens end in: a string, or names one after another. */
function familyAtEnd(tokens: readonly CssToken[], isWanted: (name: string) => boolean = () => true): Family | undefined {
  const isString = tokens.at(-1)?.type === 'string'
  const first = isString ? tokens.length - 1 : tokens.findLastIndex(({ type }) => type !== 'ident') + 1
  for (let start = first; start < tokens.length; start++) {
    const words = tokens.slice(start)
    const name = words.map(tokenValue).join(' ').trim().replace(/\s+/g, ' ').toLowerCase()
    if (isWanted(name)) return { name, tokens: words }
  }
  return undefined
}

function replaceTokens(all: readonly CssToken[], some: readonly CssToken[], text: string): string {
  const [first, last] = [some[0], some.at(-1)].map((token) => all.indexOf(token as CssToken)) as [number, number]
  return cssOf(all.slice(0, first)) + text + cssOf(all.slice(last + 1))
}
