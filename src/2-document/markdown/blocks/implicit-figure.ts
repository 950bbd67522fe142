import type { ImageReference, Image as MdastImage, Paragraph as MdastParagraph, Text } from 'mdast'
import type { Line } from '../../../1-source/source.ts'
import { normalizeName } from '../../identifiers.ts'
import type { Figure, Image, Inline, Node } from '../../nodes.ts'
import { readAttributes, valueIn } from '../attributes.ts'
import { closingBracket } from '../constructs/directive/fences/generic.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import { readInline } from '../inline/read-inline.ts'
import { cutLines } from '../source-lines.ts'

/** A picture alone in its paragraph, whose alternative text is its caption (pandoc, implicit_figures); Quarto says the text by itself. */
export function implicitFigure(image: Image, node: MdastParagraph, context: MarkdownContext): readonly Node[] {
  const [written, behind] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const attributes = behind?.type === 'text' ? attributesIn(behind) : undefined
  const id = attributes && valueIn(attributes, 'id')
  const alt = attributes && valueIn(attributes, 'fig-alt')
  const align = attributes && valueIn(attributes, 'fig-align')
  const shown: Image = { ...image, ...(alt === undefined ? {} : { alt }) }
  const caption = written?.type === 'image' || written?.type === 'imageReference' ? captionOf(written, context) : []
  const position = placeOf(node, context)
  const made: Image | Figure =
    caption.length === 0
      ? shown
      : { type: 'figure', children: [shown, { type: 'caption', children: caption, position: image.position ?? position }], position }
  if (align === 'left' || align === 'center' || align === 'right') made.align = align
  if (id !== undefined) {
    made.names = [normalizeName(id)]
    made.ids = [id]
    context.rst.names.noteExplicitTarget(made, made)
  }
  return [made]
}

const attributesIn = ({ value }: Text) =>
  readAttributes({ text: value, source: { path: '', text: value }, number: 1, start: 0, indent: 0 }, 0)

/** The alternative text, with its marks. */
function captionOf(image: MdastImage | ImageReference, context: MarkdownContext): Inline[] {
  const close = closingBracket(writtenText(image, context), 1) ?? 2
  const { start, end } = image.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } }
  const lines: Line[] = cutLines(context.text.lines.slice(start.line - 1, end.line), start.column + 1, start.column - 1 + close)
  return readInline({ text: lines.map(({ text }) => text).join('\n'), lines }, context)
}
