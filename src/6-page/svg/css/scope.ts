import { cssOf, replacePieces } from '../../../formats/css/pieces.ts'
import { type CssToken, readTokens, tokenValue } from '../../../formats/css/tokens.ts'
import { drawingAttribute, partAttribute } from '../../../page-contract/attributes.ts'

const within = (key: string): string => `:where(${scopeOf(key)},${scopeOf(key)} *,[${partAttribute}="${key}"])`

const scopeOf = (key: string): string => `[${drawingAttribute}="${key}"]`

/**
 * A drawing's own style sheet, with every rule kept to the drawing. `:where()` adds no specificity (Selectors 4 §17), so author's rules win
 * or lose against it as before. `:root`, which is the drawing's root when it is opened alone, becomes the scope.
 */
export const scopeRules = (css: string, key: string): string =>
  replacePieces(css, ({ type, atRule, nested, inert, tokens }) => {
    if (type !== 'prelude' || atRule !== undefined || nested || inert) return undefined
    return splitSelectors(tokens)
      .map((selector) => scopeSelector(selector, key))
      .join(',')
  })

/** Where the key ends in each selector by which rules are kept to the drawing. */
export function scopeEnds(css: string, key: string): number[] {
  const tokens = readTokens(css)
  const ends: number[] = []
  for (const [index, value] of tokens.entries()) {
    if (value.type !== 'string' || tokenValue(value) !== key) continue
    const [open, name, equals, close] = [tokens[index - 3], tokens[index - 2], tokens[index - 1], tokens[index + 1]]
    const isOurs = open?.type === '[' && isNamed(name, scopeAttributes) && equals?.text === '=' && close?.type === ']'
    if (isOurs) ends.push(value.start + value.text.length - 1)
  }
  return ends
}

const scopeAttributes = new Set([drawingAttribute, partAttribute])

/** How many brackets are open before each token, and before a closing one as before what it closes. */
function depthsOf(tokens: readonly CssToken[]): number[] {
  let depth = 0
  return tokens.map(({ type }) => {
    if (type === ')' || type === ']') depth--
    return type === '(' || type === '[' || type === 'function' ? depth++ : depth
  })
}

/** At the commas that stand in no bracket. */
function splitSelectors(tokens: readonly CssToken[]): CssToken[][] {
  const depths = depthsOf(tokens)
  const selectors: CssToken[][] = [[]]
  for (const [index, token] of tokens.entries()) {
    if (token.type === ',' && depths[index] === 0) selectors.push([])
    else selectors.at(-1)?.push(token)
  }
  return selectors
}

/** Everything right of the first compound is inside or beside what that matches, so keeping that to the drawing is enough. */
function scopeSelector(selector: readonly CssToken[], key: string): string {
  const start = selector.findIndex((token) => !isAround(token))
  if (start < 0) return cssOf(selector)
  const end = compoundEnd(selector, start)
  const texts = selector.map(({ text }, index) => (isRoot(selector, index + 1) ? '' : isRoot(selector, index) ? scopeOf(key) : text))
  return texts.slice(0, end).join('') + within(key) + texts.slice(end).join('')
}

/** Where the compound that starts at `start` ends: at a combinator, a pseudo-element or the end. */
function compoundEnd(selector: readonly CssToken[], start: number): number {
  const depths = depthsOf(selector)
  for (let index = start; index < selector.length; index++) {
    const token = selector[index] as CssToken
    if (depths[index] === 0 && (isAround(token) || /^[>+~]$/.test(token.text) || isPseudoElement(selector, index))) return index
  }
  return selector.length
}

/** What stands before and after selectors, or parts them. */
const isAround = ({ type }: CssToken): boolean => /^(?:whitespace|comment|CDO|CDC)$/.test(type)

/** Whether the token is the `root` of `:root`. */
const isRoot = (tokens: readonly CssToken[], index: number): boolean =>
  isNamed(tokens[index], root) && tokens[index - 1]?.type === ':' && tokens[index - 2]?.type !== ':'

const isPseudoElement = (tokens: readonly CssToken[], index: number): boolean =>
  tokens[index]?.type === ':' && (tokens[index + 1]?.type === ':' || isNamed(tokens[index + 1], oldPseudoElements))

const root = new Set(['root'])
/** They may have one colon (Selectors 4 §3.6.1). */
const oldPseudoElements = new Set(['before', 'after', 'first-line', 'first-letter'])

const isNamed = (token: CssToken | undefined, names: ReadonlySet<string>): boolean =>
  token?.type === 'ident' && names.has(tokenValue(token).toLowerCase())
