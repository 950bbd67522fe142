/**
 * A Marp style sheet for our page. Marp's slides are `section` elements and `:root`, and its other selectors hold within them (Marpit: theme
 * CSS); ours are steps. Its page number is `section::after`; ours is an element. Its `header` and `footer` are elements of these names within the slide;
 * ours have the names as classes, and stand around the slides.
 */
export function stepStyles(written: string, step = '.step'): string {
  const css = written.replace(comments, (_, quoted: string | undefined) => quoted ?? '')
  let result = ''
  let start = 0
  /** For each open brace, whether it and those around it hold selectors, as that of `@media` does. */
  const open: boolean[] = []
  for (const { index, 0: token } of css.matchAll(tokens)) {
    if (!/^[{};]$/.test(token)) continue
    const text = css.slice(start, index)
    start = index + 1
    if (token === '{') {
      const rule = /^\s*@([\w-]+)/.exec(text)?.[1]
      const isOutside = open.at(-1) ?? true
      result += rule === undefined && isOutside ? selectors(text, step) : text
      open.push(isOutside && rule !== undefined && /^(?:media|supports|layer|container)$/.test(rule))
    } else {
      if (token === '}') open.pop()
      result += text
    }
    result += token
  }
  return result + css.slice(start)
}

const comments = /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|\/\*[\s\S]*?(?:\*\/|$)/g

/** What a brace or semicolon is no mark in, and the marks. */
const tokens = /"(?:[^"\\]|\\[\s\S])*(?:"|$)|'(?:[^'\\]|\\[\s\S])*(?:'|$)|\([^(){}]*\)|[{};]/g

function selectors(text: string, step: string): string {
  const space = /^\s*/.exec(text)?.[0] ?? ''
  const list = text.match(/(?:\([^()]*\)|[^,])+/g) ?? []
  return `${space}${list.map((selector) => ofStep(selector.trim(), step)).join(', ')} `
}

function ofStep(selector: string, step: string): string {
  if (/^section(?:\.[\w-]+)*::?after$/.test(selector)) return '#slide-number'
  if (/^(?:html|body)(?![\w-])/.test(selector)) return selector
  const around = selector.replace(/(^|[\s>+~(])(header|footer)(?=[\s,.:#[>+~)]|$)/g, '$1.$2')
  const outside = around.replace(/^section\s*(?:>\s*|\s)(?=\.(?:header|footer)(?![\w-]))/, '')
  if (/^\.(?:header|footer)(?![\w-])/.test(outside)) return outside
  const named = around.replace(/(^|[\s>+~(])(?:section|:root)(?=[\s,.:#[>+~)]|$)/g, `$1${step}`)
  return named === selector ? `${step} ${selector}` : named
}

/** A `<style>` element of a Marp slide; `scoped` ones hold in their slide only. */
export function styleElement(html: string, name: string): string {
  return html.replace(/<style\b([^>]*)>([\s\S]*?)(<\/style>|$)/gi, (_, attributes: string, css: string, end: string) => {
    const own = attributes.replace(/\sscoped\b(?:="[^"]*")?/i, '')
    if (own === attributes) return `<style${own}>${stepStyles(css)}${end}`
    return `<style data-scope="${name}"${own}>${stepStyles(css, `.step:has([data-scope="${name}"])`)}${end}`
  })
}

/** A `<style>` element of a Slidev slide: it holds in this slide only, whose element is `.slidev-layout` there. */
export const slidevStyleElement = (html: string, name: string): string =>
  styleElement(html.replace(/<style\b(?!\s+scoped\b)/gi, '<style scoped').replace(/\.slidev-(?:layout|page)(?![\w-])/g, 'section'), name)
