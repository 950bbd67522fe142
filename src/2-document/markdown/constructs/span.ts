import type { Parent, PhrasingContent } from 'mdast'
import type { Construct as Syntax } from 'micromark-util-types'
import { escapeAttribute } from '../../../formats/html-escapes.ts'
import { collapseSpace, normalizeName } from '../../identifiers.ts'
import type { Inline, Plain } from '../../nodes.ts'
import { type Attribute, type Attributes, classesIn, readAttributes, valueIn } from '../attributes.ts'
import { rawHtml } from '../blocks/raw-html.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { bracketed, closingPlace } from '../micromark/brackets.ts'
import { codes } from '../micromark/codes.ts'
import { lineHere, type Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { parent } from './parent.ts'

/** A text with attributes of its own. */
interface Span extends Parent {
  type: 'span'
  attributes: Attributes
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    span: Span
  }
  interface PhrasingContentMap {
    span: Span
  }
}

/** `[words]{.class #id style="…"}` (pandoc, bracketed_spans). */
export const span: Construct = {
  name: 'span',
  syntax: (reading) => ({ text: { [codes.leftSquareBracket]: attributedText(reading) } }),
  mdast: [parent('span', (attributes: Attributes): Span => ({ type: 'span', attributes, children: [] }))],
  inlines: { span: readSpan },
}

const attributedText = (reading: Reading): Syntax => ({
  name: 'span',
  tokenize(effects, ok, nok) {
    return (code) => {
      const close = closingPlace(this, 0, reading)
      if (!close || lineHere(this, reading).text.startsWith('[^')) return nok(code)
      const line = reading.lines[close.line - 1]
      const attributes = line?.text[close.index + 1] === '{' ? readAttributes(line, close.index + 1) : undefined
      if (!attributes?.list.some((attribute) => isOwn(attribute, reading))) return nok(code)
      const tail = attributes.end - close.index
      return bracketed(this, effects, { type: 'span', lead: 1, close, tail, read: attributes }, ok, nok)(code)
    }
  },
})

/** Whether the text in the brackets is marked by it: what else stands in braces behind brackets is text, where it is not pandoc's. */
const isOwn = ({ name, value }: Attribute, { dialect }: Reading): boolean =>
  value !== undefined && (['class', 'id', 'style'].includes(name) || pandocDialects.includes(dialect))

/** pandoc's classes that stand for an element of HTML. */
const elements: ReadonlyMap<string, string> = new Map(Object.entries({ underline: 'u', ul: 'u', mark: 'mark' }))

/** A style has no place in the tree: it goes out as HTML around the text, as if it were written so. */
function readSpan({ attributes, children: written, ...node }: Span, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  const children = context.inlineOf(written)
  const classes = classesIn(attributes).map((name) => collapseSpace(name === 'fragment' ? 'substep' : name))
  const id = valueIn(attributes, 'id')
  const style = valueIn(attributes, 'style')
  if (style !== undefined) {
    const tag = Object.entries({ id, class: classes.join(' ') || undefined, style })
      .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`]))
      .join('')
    return [rawHtml(`<span${tag}>`, position, context) as Inline, ...children, rawHtml('</span>', position, context) as Inline]
  }
  if (classes.length === 0 && id === undefined) return children
  const element = classes.length === 1 ? elements.get(classes[0] ?? '') : undefined
  const made: Plain = {
    type: 'inline',
    ...(classes.length > 0 ? { classes: element ? [element] : classes } : {}),
    ...(element ? { htmlElement: element } : {}),
    children,
    position,
  }
  if (id !== undefined) {
    made.names = [normalizeName(id)]
    made.ids = [id]
    context.rst.names.noteExplicitTarget(made, made)
  }
  return [made]
}
