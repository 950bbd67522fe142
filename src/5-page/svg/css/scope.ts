import { replacePreludes } from './rules.ts'

/** Of the root of each inclusion; its value says which. */
export const drawingAttribute = 'data-drawing'

/**
 * Of parts that a `<use>` may show. Rules are matched inside a `<use>` as if its content had no ancestors outside it (SVG 2 §5.5.4), so
 * there the part itself must say which inclusion it is of.
 */
export const partAttribute = 'data-part-of'

const within = (key: string): string => `:where(${scopeOf(key)},${scopeOf(key)} *,[${partAttribute}="${key}"])`

const scopeOf = (key: string): string => `[${drawingAttribute}="${key}"]`

/**
 * A drawing's own style sheet, with every rule kept to the drawing. `:where()` adds no specificity (Selectors 4 §17), so author's rules win
 * or lose against it as before. `:root`, which is the drawing's root when it is opened alone, becomes the scope.
 */
export const scopeRules = (css: string, key: string): string =>
  replacePreludes(css, (text, { atRule, nested, inert }) => {
    if (atRule !== undefined || nested || inert) return undefined
    return splitSelectors(text)
      .map((selector) => scopeSelector(selector, key))
      .join(',')
  })

const piece = /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)|'(?:\\[\s\S]|[^'\\])*(?:'|$)|\\[\s\S]|[\w-]+|[\s\S]/gy

/** At the commas that stand in no bracket. */
function splitSelectors(list: string): string[] {
  const selectors: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: text, index } of list.matchAll(piece)) {
    if (text === '(' || text === '[') depth++
    else if (text === ')' || text === ']') depth--
    else if (text === ',' && depth === 0) {
      selectors.push(list.slice(start, index))
      start = index + 1
    }
  }
  return [...selectors, list.slice(start)]
}

/** Everything right of the first compound is inside or beside what that matches, so keeping that to the drawing is enough. */
function scopeSelector(selector: string, key: string): string {
  const rooted = selector.replace(/\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|:root(?![\w-])/gi, (match) =>
    /^:root$/i.test(match) ? scopeOf(key) : match,
  )
  const lead = /^(?:\s|<!--|-->|\/\*[\s\S]*?\*\/)*/.exec(rooted)?.[0].length ?? 0
  if (lead === rooted.length) return rooted
  const end = compoundEnd(rooted, lead)
  return rooted.slice(0, end) + within(key) + rooted.slice(end)
}

/** Where the compound that starts at `start` ends: at a combinator, a pseudo-element or the end. */
function compoundEnd(selector: string, start: number): number {
  let depth = 0
  piece.lastIndex = start
  for (let match = piece.exec(selector); match; match = piece.exec(selector)) {
    const [text] = match
    const { index } = match
    if (text === '(' || text === '[') depth++
    else if (text === ')' || text === ']') depth--
    else if (depth === 0 && (/^[\s>+~]$/.test(text) || text.startsWith('/*'))) return index
    else if (depth === 0 && /^:(?::|(?:before|after|first-line|first-letter)(?![\w-]))/i.test(selector.slice(index, index + 14)))
      return index
  }
  return selector.length
}
