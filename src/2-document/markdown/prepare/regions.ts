/** Where lines are no Markdown: fenced code, HTML that runs over lines, formulas. Tells for each line in turn whether it is inside. */
export function createRegions(): (text: string) => boolean {
  let end: RegExp | undefined
  return (text) => {
    if (end) {
      if (end.test(text)) end = undefined
      return true
    }
    end = endOf(text)
    return end !== undefined
  }
}

// CommonMark, sections 4.5 and 4.6; the fence may stand in quotes and list items.
const fence = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*(`{3,}(?=[^`]*$)|~{3,})/
const closers = {
  '<!--': /-->/,
  '<pre': /<\/pre>/i,
  '<script': /<\/script>/i,
  '<style': /<\/style>/i,
  '<textarea': /<\/textarea>/i,
} as const

function endOf(text: string): RegExp | undefined {
  const mark = fence.exec(text)?.[1]
  if (mark) return new RegExp(`^(?:[ \\t]|>)*${mark[0]}{${mark.length},}[ \\t]*$`)
  if (/^ {0,3}\$\$(?!.*\$\$)/.test(text)) return /\$\$[ \t]*$/
  const tag = /^ {0,3}(<!--|<(?:pre|script|style|textarea)(?=[\s>]|$))/i.exec(text)
  if (!tag) return undefined
  const closer = closers[(tag[1] ?? '').toLowerCase() as keyof typeof closers]
  return closer.test(text.slice(tag[0].length)) ? undefined : closer
}
