import type { ResourceKind } from '../../1-source/resources.ts'
import type { Position } from '../../diagnostics/position.ts'
import { isRelative } from '../../formats/addresses.ts'
import { escapeAttribute } from '../../formats/html-escapes.ts'
import { startTags } from '../../formats/html-tags.ts'
import type { HtmlAttribute } from '../../formats/html-tokens.ts'
import { sourceIdAttribute } from '../../page-contract/attributes.ts'
import { renameInAttribute, renameUrls } from '../svg/references.ts'
import { textDataUrl } from './data-url.ts'
import type { Embedder } from './embedder.ts'
import { placeholder } from './placeholder.ts'
import { closeSafe, embedCss, type RewriteCss } from './style-sheet.ts'

export interface HtmlOrigin {
  /** What the HTML names is looked up beside this file. */
  readonly from: string
  readonly position: Position | undefined
  /** The documents that it is shown in, in frames. */
  readonly around?: readonly string[]
}

/** What an element's attribute names: `element attribute`. */
const kinds: ReadonlyMap<string, ResourceKind> = new Map(
  Object.entries<ResourceKind>({
    'img src': 'graphic',
    'img srcset': 'graphic',
    'source src': 'media',
    'source srcset': 'graphic',
    'video src': 'media',
    'video poster': 'graphic',
    'audio src': 'media',
    'track src': 'data',
    'input src': 'graphic',
    'embed src': 'media',
    'object data': 'media',
    'iframe src': 'data',
    'script src': 'script',
    'link href': 'style',
    'image href': 'graphic',
    'image xlink:href': 'graphic',
    'feimage href': 'graphic',
    'feimage xlink:href': 'graphic',
  }),
)

/**
 * HTML with the resources it names inside it, its style sheets written anew. Only attribute values and style sheets change: fragments need not
 * be balanced.
 */
export function embedHtml(html: string, origin: HtmlOrigin, embed: Embedder, rewrite?: RewriteCss): string {
  if (!/src|href|poster|data|style/i.test(html)) return html
  let out = ''
  let done = 0
  for (const { name, attributes, end, close } of startTags(html)) {
    for (const found of attributes) {
      const value = embeddedValue(name, found, attributes, origin, embed)
      if (value === undefined) continue
      out += `${html.slice(done, found.start)}"${escapeAttribute(value)}"`
      done = found.end
    }
    if (name !== 'style') continue
    out += html.slice(done, end) + closeSafe(embedCss(html.slice(end, close), origin, embed, rewrite))
    done = close
  }
  return out + html.slice(done)
}

/**
 * HTML with some ids called otherwise, by which their elements and what paints or names them in the same HTML go; a link is left to lead to the one
 * that keeps the id.
 */
export function withOtherIds(html: string, others: ReadonlyMap<string, string>): string {
  if (others.size === 0 || !idsInHtml(html).some((id) => others.has(id))) return html
  const rename = (id: string): string | undefined => others.get(id)
  let out = ''
  let done = 0
  for (const { name, attributes, end, close } of startTags(html)) {
    const element = { name, attributes: new Map(attributes.map((attribute) => [attribute.name, attribute.value])) }
    for (const { name: attribute, value, start, end: stop } of attributes) {
      const other =
        attribute === 'id'
          ? (rename(value) ?? value)
          : isLink(name, attribute)
            ? value
            : renameInAttribute(attribute, value, element, rename)
      if (other === value) continue
      const source = attribute === 'id' ? ` ${sourceIdAttribute}="${escapeAttribute(value)}"` : ''
      out += `${html.slice(done, start)}"${escapeAttribute(other)}"${source}`
      done = stop
    }
    if (name !== 'style') continue
    out += html.slice(done, end) + closeSafe(renameUrls(html.slice(end, close), rename))
    done = close
  }
  return out + html.slice(done)
}

const isLink = (tag: string, attribute: string): boolean => /^(?:a|area)$/.test(tag) && /^(?:xlink:)?href$/.test(attribute)

/** Every id that an element of the HTML has, in order. */
export function idsInHtml(html: string): string[] {
  if (!/\bid\s*=/i.test(html)) return []
  const ids: string[] = []
  for (const { attributes } of startTags(html)) for (const { name, value } of attributes) if (name === 'id' && value !== '') ids.push(value)
  return ids
}

/** Every address that a link of the HTML leads to, in order. */
export function linksInHtml(html: string): string[] {
  // Of a drawing in raw HTML hardly any has links, and its tags take time to read.
  if (!/<a(?:rea)?[\s/]/i.test(html)) return []
  const links: string[] = []
  for (const { name: tag, attributes } of startTags(html))
    for (const { name, value } of attributes) if (isLink(tag, name)) links.push(value.trim())
  return links
}

/** The value of an attribute with its resources inside; undefined where it stays as written. */
export function embeddedValue(
  tag: string,
  { name, value }: Pick<HtmlAttribute, 'name' | 'value'>,
  attributes: readonly HtmlAttribute[],
  origin: HtmlOrigin,
  embed: Embedder,
): string | undefined {
  if (name === 'style' && /url\(/i.test(value)) return embedCss(value, origin, embed)
  const kind = kinds.get(`${tag} ${name}`)
  if (kind === undefined) return undefined
  if (name === 'srcset') return embedSources(value, origin, embed)
  if (tag === 'link') return embedLink(value, attributes, origin, embed)
  if (tag === 'iframe') return embedDocument(value, origin, embed)
  const url = embed.url(value.trim(), origin.from, kind, origin.position)
  if (url === undefined) return kind === 'graphic' ? placeholder(value) : 'data:,'
  return url === value.trim() ? undefined : url
}

function embedSources(value: string, origin: HtmlOrigin, embed: Embedder): string {
  return value.replace(/([^\s,](?:\S*[^\s,])?)(\s+[\d.]+[wxh])?\s*(,|$)/g, (_, uri: string, size = '', comma: string) => {
    const url = embed.url(uri, origin.from, 'graphic', origin.position) ?? 'data:,'
    return `${url.replace(/ /g, '%20')}${size}${comma}`
  })
}

function embedLink(value: string, attributes: readonly HtmlAttribute[], origin: HtmlOrigin, embed: Embedder): string | undefined {
  const relation = attributes.find(({ name }) => name === 'rel')?.value ?? ''
  if (/\bicon\b/i.test(relation)) return embed.url(value, origin.from, 'graphic', origin.position)
  if (!/\bstylesheet\b/i.test(relation)) return undefined
  if (!isRelative(value)) return embed.url(value, origin.from, 'style', origin.position)
  const sheet = embed.text(value, origin.from, 'style', origin.position)
  return textDataUrl(sheet ? embedCss(sheet.text, { from: sheet.path }, embed) : '', 'text/css;charset=utf-8')
}

/** Frames may stand in each other so deep. */
const frameLimit = 8

function embedDocument(value: string, origin: HtmlOrigin, embed: Embedder): string | undefined {
  const { from, position, around = [] } = origin
  if (!isRelative(value)) return embed.url(value, from, 'data', position)
  if (!/\.html?([?#]|$)/i.test(value)) return embed.url(value, from, 'data', position) ?? 'data:,'
  const page = embed.text(value, from, 'data', position)
  // One that shows itself would never end; browsers end it there, too.
  if (page && (around.length >= frameLimit || [from, ...around].includes(page.path))) return 'data:,'
  const inner = page && embedHtml(page.text, { from: page.path, position, around: [...around, from] }, embed)
  return textDataUrl(inner ?? value, 'text/html;charset=utf-8')
}
