import type { Point, Position } from '../../diagnostics/position.ts'
import type { Embedder } from './embedder.ts'
import { isFont } from './media-types.ts'
import { placesOf } from './place.ts'

/** Where a piece of CSS comes from: what it names is looked up beside `from`. */
export interface StyleOrigin {
  readonly from: string
  /** Of the whole piece; for a file of its own absent, places are then in that file. */
  readonly position?: Position | undefined
}

const string = `"(?:[^"\\\\\\n]|\\\\[^])*"|'(?:[^'\\\\\\n]|\\\\[^])*'`
const token = new RegExp(
  [
    '(?<comment>/\\*[^]*?(?:\\*/|$))',
    '(?<skipped>@(?:charset|namespace)\\s[^;{}]*;?)',
    `@import\\s*(?:url\\(\\s*(?<imported>${string}|[^\\s"'()]*)\\s*\\)|(?<plain>${string}))(?<conditions>[^;{}]*);?`,
    `url\\(\\s*(?<url>${string}|[^\\s"'()]*)\\s*\\)(?<hints>(?:\\s*(?:format|tech)\\([^()]*\\))*)`,
    `(?<string>${string})`,
  ].join('|'),
  'gi',
)

interface Parts {
  /** `@import` of remote sheets, which must stand before every rule. */
  readonly imports: string[]
  readonly body: string
}

/** CSS with its imports and everything named by `url()` inside it. Rules and comments stay as written. */
export function embedCss(css: string, origin: StyleOrigin, embed: Embedder): string {
  const { imports, body } = parts(css, origin, embed, new Set([origin.from]))
  return embed.clean([...imports, body].join('\n'), origin.position ?? { start, end: start, source: origin.from })
}

const start: Point = { line: 1, column: 1, offset: 0 }

function parts(css: string, origin: StyleOrigin, embed: Embedder, open: ReadonlySet<string>): Parts {
  const imports: string[] = []
  let body = ''
  let end = 0
  const placeAt = placesOf(origin.from, css)
  // An import after a rule counts for nothing (css-cascade-5 §2); so it stays as it is.
  let ruleSeen = false
  for (const match of css.matchAll(token)) {
    const between = css.slice(end, match.index)
    ruleSeen ||= /[^\s;]/.test(between)
    body += between
    end = match.index + match[0].length
    const groups = match.groups ?? {}
    const position = () => origin.position ?? placeAt(match.index, end)
    const imported = groups['imported'] ?? groups['plain']
    if (groups['skipped'] !== undefined) {
      if (!/^@charset/i.test(match[0])) body += match[0]
    } else if (imported !== undefined && !ruleSeen) {
      const inner = importSheet(unquote(imported), (groups['conditions'] ?? '').trim(), { origin, position: position() }, embed, open)
      imports.push(...inner.imports)
      body += inner.body
    } else if (groups['url'] !== undefined) {
      body += cssUrl(unquote(groups['url']), match[0], groups['hints'] ?? '', { origin, position: position() }, embed)
      ruleSeen = true
    } else {
      body += match[0]
    }
  }
  return { imports, body: body + css.slice(end) }
}

/** A font that is missing is asked of the system, in vain; an empty `data:` URL would be a warning in the console. */
function cssUrl(uri: string, written: string, hints: string, { origin, position }: Place, embed: Embedder): string {
  const kind = isFont(uri) ? 'font' : 'graphic'
  const url = embed.url(uri, origin.from, kind, position)
  if (url === uri) return written
  if (url === undefined) return kind === 'font' ? 'local("missing")' : `url("data:,")${hints}`
  return `url("${url}")${hints}`
}

interface Place {
  readonly origin: StyleOrigin
  readonly position: Position
}

function importSheet(uri: string, conditions: string, { origin, position }: Place, embed: Embedder, open: ReadonlySet<string>): Parts {
  const written = `@import url("${uri.replace(/"/g, '%22')}")${conditions ? ` ${conditions}` : ''};`
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(uri)) {
    const url = embed.url(uri, origin.from, 'style', position)
    return { imports: url === undefined ? [] : [written], body: '' }
  }
  const sheet = embed.text(uri, origin.from, 'style', position)
  if (!sheet || open.has(sheet.path)) return { imports: [], body: '' }
  const inner = parts(sheet.text, { from: sheet.path }, embed, new Set([...open, sheet.path]))
  return { imports: inner.imports, body: wrapped(inner.body, conditions) }
}

/** The import's conditions as rules around the sheet: `layer(a) supports(b) screen`. */
function wrapped(body: string, conditions: string): string {
  const layer = /^layer(?:\(([^)]*)\))?\s*/i.exec(conditions)
  let rest = layer ? conditions.slice(layer[0].length) : conditions
  const supports = /^supports(\((?:[^()]|\([^()]*\))*\))\s*/i.exec(rest)
  if (supports) rest = rest.slice(supports[0].length)
  let css = body
  if (layer) css = `@layer ${layer[1] ?? ''}{${css}\n}`
  if (supports) css = `@supports ${supports[1]}{${css}\n}`
  return rest.trim() ? `@media ${rest.trim()}{${css}\n}` : css
}

const unquote = (value: string): string =>
  (/^["']/.test(value) ? value.slice(1, -1) : value).replace(/\\([0-9a-f]{1,6})\s?|\\([\s\S])/gi, (_, hex?: string, character?: string) =>
    hex === undefined ? (character === '\n' ? '' : (character ?? '')) : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  )

/** CSS that cannot end its `<style>`. */
export const closeSafe = (css: string): string => css.replace(/<\/(?=style)/gi, '<\\/')
