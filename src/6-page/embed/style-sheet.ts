import type { Point, Position } from '../../diagnostics/position.ts'
import { isRelative } from '../../formats/addresses.ts'
import type { Import } from '../../formats/css/imports.ts'
import { inlineSheet } from '../../formats/css/inline.ts'
import { cssString } from '../../formats/css/tokens.ts'
import { isFont } from '../../formats/media-types.ts'
import type { Embedder } from './embedder.ts'
import { placesOf } from './place.ts'

/** Where a piece of CSS comes from: what it names is looked up beside `from`. */
export interface StyleOrigin {
  readonly from: string
  /** Of the whole piece; for a file of its own absent, places are then in that file. */
  readonly position?: Position | undefined
}

interface Parts {
  /** `@import` of remote sheets, which must stand before every rule. */
  readonly imports: string[]
  readonly body: string
}

/** Writes style sheets anew for the drawings of the page. */
export type RewriteCss = (css: string) => string

/**
 * CSS as it goes into the page: with its imports and everything named by `url()` inside it, then written anew, and at last, a stranger's, cleaned,
 * so that nothing can come together after that. Rules and comments stay as written.
 */
export function embedCss(css: string, origin: StyleOrigin, embed: Embedder, rewrite: RewriteCss = (sheet) => sheet): string {
  const { imports, body } = parts(css, origin, embed, new Set([origin.from]))
  return embed.clean(rewrite([...imports, body].join('\n')), origin.position ?? { start, end: start, source: origin.from })
}

const start: Point = { line: 1, column: 1, offset: 0 }

function parts(css: string, origin: StyleOrigin, embed: Embedder, open: ReadonlySet<string>): Parts {
  const imports: string[] = []
  const placeAt = placesOf(origin.from, css)
  const body = inlineSheet(css, {
    url: (address, hints, from, to) => cssUrl(address, hints, { origin, position: origin.position ?? placeAt(from, to) }, embed),
    sheet: (imported, from, to) => {
      const inner = importSheet(imported, { origin, position: origin.position ?? placeAt(from, to) }, embed, open)
      imports.push(...inner.imports)
      return inner.body
    },
  })
  return { imports, body }
}

/** What stands for an address and its hints; undefined where they stay as written. */
function cssUrl(address: string, hints: string, { origin, position }: Place, embed: Embedder): string | undefined {
  const kind = isFont(address) ? 'font' : 'graphic'
  const url = embed.url(address, origin.from, kind, position)
  if (url === address) return undefined
  // A font that is missing is asked of the system, in vain; an empty `data:` URL would be a warning in the console.
  if (url === undefined) return kind === 'font' ? 'local("missing")' : `url("data:,")${hints}`
  return `url(${cssString(url)})${hints}`
}

interface Place {
  readonly origin: StyleOrigin
  readonly position: Position
}

function importSheet(
  { address, conditions, wrap }: Import,
  { origin, position }: Place,
  embed: Embedder,
  open: ReadonlySet<string>,
): Parts {
  if (!isRelative(address)) {
    const url = embed.url(address, origin.from, 'style', position)
    const written = `@import url(${cssString(address)})${conditions ? ` ${conditions}` : ''};`
    return { imports: url === undefined ? [] : [written], body: '' }
  }
  const sheet = embed.text(address, origin.from, 'style', position)
  if (!sheet || open.has(sheet.path)) return { imports: [], body: '' }
  const inner = parts(sheet.text, { from: sheet.path }, embed, new Set([...open, sheet.path]))
  return { imports: inner.imports, body: wrap(inner.body) }
}

/** CSS that cannot end its `<style>`: an escape in a name or string, which says the same. */
export const closeSafe = (css: string): string => css.replace(/<\/(?=style)/gi, '<\\/')
