import { containersOf, marginOf, quotesIn } from './lines.ts'

/**
 * Where lines are no Markdown: fenced code, HTML that runs over lines, formulas. Tells for each line in turn whether it is inside. A region ends
 * with the quote or item that it begins in, whether it is closed or not (CommonMark, section 5).
 */
export function createRegions(): (text: string) => boolean {
  let region: Region | undefined
  return (text) => {
    if (region && isAround(region, text)) {
      if (region.end.test(text)) region = undefined
      return true
    }
    region = regionAt(text)
    return region !== undefined
  }
}

interface Region {
  readonly end: RegExp
  /** How many quotes are around it. */
  readonly quotes: number
  /** Where the text of the item begins whose mark stands before it. */
  readonly indent: number
}

const itemMark = /[^ \t>]/

function isAround({ quotes, indent }: Region, text: string): boolean {
  const margin = marginOf(text)
  if (quotesIn(margin) < quotes) return false
  return margin.length >= indent || margin.includes('\t') || margin.length === text.length
}

const closers: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    '<!--': /-->/,
    '<pre': /<\/pre>/i,
    '<script': /<\/script>/i,
    '<style': /<\/style>/i,
    '<textarea': /<\/textarea>/i,
  }),
)

function regionAt(text: string): Region | undefined {
  const prefix = containersOf(text)
  const end = endOf(text.slice(prefix.length), /^ {0,3}$/.test(prefix) || /[^ \t]/.test(prefix))
  const item = prefix.search(itemMark)
  return end && { end, quotes: quotesIn(prefix), indent: item < 0 ? 0 : prefix.length }
}

/** CommonMark, sections 4.5 and 4.6. `isBlock`: whether the text is not indented as code is. */
function endOf(text: string, isBlock: boolean): RegExp | undefined {
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0]
  if (fence) return new RegExp(`^(?:[ \\t]|>)*${fence[0]}{${fence.length},}[ \\t]*$`)
  if (!isBlock) return undefined
  const formula = /^\${2,}(?=[^$]*$)/.exec(text)?.[0]
  if (formula) return new RegExp(`^(?:[ \\t]|>)*\\\${${formula.length},}[ \\t]*$`)
  const tag = /^(?:<!--|<(?:pre|script|style|textarea)(?=[\s>]|$))/i.exec(text)?.[0]
  const closer = tag && closers.get(tag.toLowerCase())
  return tag === undefined || !closer || closer.test(text.slice(tag.length)) ? undefined : closer
}
