/** What stands before a `{`: a selector list, or an at-rule's prelude. */
export interface Prelude {
  readonly start: number
  readonly end: number
  /** `media`, `keyframes` …, or `--` for a custom property whose value is a block; undefined for a selector. */
  readonly atRule: string | undefined
  /** It stands inside another rule's block (CSS nesting). */
  readonly nested: boolean
  /** It is a percentage of keyframes or a part of a custom property's value, not a selector. */
  readonly inert: boolean
}

const token =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*(?:"|\n|$)|'(?:\\[\s\S]|[^'\\\n])*(?:'|\n|$)|url\(\s*(?!["'\s])(?:\\[\s\S]|[^)\\])*(?:\)|$)|\\[\s\S]|[{}()[\];]|[^{}()[\];"'\\/u]+|[\s\S]/giy

/**
 * Every prelude of a style sheet, in order and in linear time (CSS Syntax 3 §5). Nested rules are seen too; strings, comments and
 * `url()` are passed over whole; what is malformed is passed over as a browser would.
 */
function preludesOf(css: string): Prelude[] {
  const preludes: Prelude[] = []
  const around: string[] = []
  let rules = 0
  let inert = 0
  let start = 0
  let depth = 0
  for (token.lastIndex = 0; token.lastIndex < css.length; ) {
    const at = token.lastIndex
    const text = token.exec(css)?.[0] ?? css.slice(at)
    if (text === '(' || text === '[') depth++
    else if (text === ')' || text === ']') depth = Math.max(depth - 1, 0)
    else if (text === '{' && depth === 0) {
      const [, name, property] = /^(?:\s|<!--|-->|\/\*[\s\S]*?\*\/)*(?:@([\w-]+)|(--)[\w-]*\s*:)?/.exec(css.slice(start, at)) ?? []
      const atRule = name?.toLowerCase() ?? property
      preludes.push({ start, end: at, atRule, nested: rules > 0, inert: inert > 0 })
      around.push(atRule ?? '')
      if (atRule === undefined) rules++
      else if (isInert(atRule)) inert++
      start = token.lastIndex
    } else if (text === '}') {
      const closed = around.pop()
      if (closed === '') rules--
      else if (closed !== undefined && isInert(closed)) inert--
      depth = 0
      start = token.lastIndex
    } else if (text === ';' && depth === 0) start = token.lastIndex
  }
  return preludes
}

const isInert = (atRule: string): boolean => atRule === '--' || atRule.endsWith('keyframes')

/** The style sheet with some preludes written anew. */
export function replacePreludes(css: string, rewrite: (text: string, prelude: Prelude) => string | undefined): string {
  let result = ''
  let done = 0
  for (const prelude of preludesOf(css)) {
    const text = css.slice(prelude.start, prelude.end)
    const rewritten = rewrite(text, prelude)
    if (rewritten === undefined || rewritten === text) continue
    result += css.slice(done, prelude.start) + rewritten
    done = prelude.end
  }
  return result + css.slice(done)
}

/** A name as CSS writes it → the name (CSS Syntax 3 §4.3.7). */
export const unescapeCss = (text: string): string =>
  text.replace(/\\(?:([0-9a-fA-F]{1,6})(?:\r\n|\s)?|\n|([\s\S]))/g, (_, code, character) => {
    if (code === undefined) return character ?? ''
    const point = Number.parseInt(code, 16)
    return point === 0 || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
  })

/** A value as a CSS string in double quotes, which ends no element that it stands in. */
export const cssString = (value: string): string =>
  `"${value.replace(/["\\]/g, '\\$&').replace(/[\n\r\f<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
