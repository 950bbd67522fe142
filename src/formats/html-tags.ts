import { htmlVoidElements } from 'html-void-elements'
import { readReferences } from './html-references.ts'
import { endOfRawText, type HtmlAttribute, readToken } from './html-tokens.ts'

export interface StartTag {
  /** In lower case. */
  readonly name: string
  /** Those that have a value, character references in it read. */
  readonly attributes: readonly HtmlAttribute[]
  readonly start: number
  readonly end: number
  /** For an element whose content is no markup, where that ends; for others where the tag does. */
  readonly close: number
}

/** They have no content and no end tag (HTML §13.1.2). */
export const voidElements: ReadonlySet<string> = new Set(htmlVoidElements)

/** Their content is no markup (HTML §13.2.5.2 ff.). */
export const rawTextElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

/** The tags of a piece of HTML that start an element, in order; the piece need not be balanced. In linear time. */
export function* startTags(html: string): Generator<StartTag> {
  for (let at = 0; at < html.length; ) {
    const token = readToken(html, at)
    at = token.end
    if (token.type !== 'start') continue
    const { name, start, end } = token
    if (rawTextElements.has(name)) at = endOfRawText(html, name, end) ?? html.length
    const written = token.attributes.filter((attribute) => attribute.end > attribute.start)
    const attributes = written.map((attribute) => ({ ...attribute, value: readReferences(attribute.value, 'attribute') }))
    yield { name, attributes, start, end, close: at }
  }
}
