import type { ImageReference, Image as MdastImage } from 'mdast'
import type { Image, Inline } from '../../nodes.ts'
import { closingBracket } from '../constructs/directive/fences/generic.ts'
import { type MarkdownContext, placeOf, withoutMargins, writtenText } from '../context.ts'
import { markedAlt } from '../deck/marp-image.ts'

export const image = (node: MdastImage, context: MarkdownContext): readonly Inline[] => imageNode(node, node.url, node.title, context)

export function imageReference(node: ImageReference, context: MarkdownContext): readonly Inline[] {
  const definition = context.definitions.get(node.identifier)
  if (!definition) return [{ type: 'text', value: writtenText(node, context), position: placeOf(node, context) }]
  return imageNode(node, definition.url, definition.title, context)
}

function imageNode(
  node: MdastImage | ImageReference,
  uri: string,
  title: string | null | undefined,
  context: MarkdownContext,
): readonly Inline[] {
  const position = placeOf(node, context)
  const alt = altOf(node, context)
  const marked = markedAlt(alt, uri, context.slides.dialect === 'marp')
  if (marked?.background) {
    context.slides.background({ ...marked.background, position })
    return []
  }
  const size = marked?.size ?? {}
  const made: Image = {
    type: 'image',
    uri,
    alt: marked?.alt ?? alt,
    ...size,
    ...(marked?.filter === undefined ? {} : { imageStyle: `filter: ${marked.filter};` }),
    children: [],
    position,
    ...(title ? { tooltip: title } : {}),
  }
  return [made]
}

/** `w:300` is no directive within an alternative text, so a text with a colon is taken as written. */
function altOf(node: MdastImage | ImageReference, context: MarkdownContext): string {
  const alt = node.alt ?? ''
  const written = writtenText(node, context)
  const close = written.includes(':') && written.startsWith('![') ? closingBracket(written, 1) : undefined
  const raw = close === undefined ? '' : written.slice(2, close)
  const text = /:[A-Za-z0-9]/.test(raw) ? withoutMargins(raw, node, context).replace(/\\([!-/:-@[-`{-~])/g, '$1') : alt
  return text.replace(/\s*\n\s*/g, ' ').trim()
}
