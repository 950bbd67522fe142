import type { Heading, PhrasingContent } from 'mdast'
import { normalizeName } from '../../identifiers.ts'
import type { Node, Section, Title } from '../../nodes.ts'
import type { Attributes } from '../attributes.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { giveAttributes, takeElementAttributes } from '../deck/element-attributes.ts'
import type { FieldLine } from '../deck/field-line.ts'
import { giveSlideAttributes } from '../deck/slide-attributes.ts'
import { withoutEdges } from '../inline/without-edges.ts'
import { closeDeeper, type Outline, targetOf } from './outline.ts'

/** A heading opens a section; its `{#id .class name=value}` are the slide's where it begins one, else its own. */
export function readHeading(node: Heading, fields: readonly FieldLine[], outline: Outline, context: MarkdownContext): void {
  const { slides } = outline
  closeDeeper(outline, node.depth)
  slides?.heading(node, fields, targetOf(outline), context)
  const isFirst = slides?.isAtTop() ?? false
  const target = targetOf(outline)
  const position = placeOf(node, context)
  const { own, children: written } = takeElementAttributes(node.children, context)
  const children = withoutEdges(context.inlineOf(written))
  // Marp: as wide as the slide.
  const title: Title = { type: 'title', ...(node.children.some(isFit) ? { classes: ['fit-text'] } : {}), children, position }
  const { id, ...others } = own
  giveAttributes(title, others, context)
  const name = normalizeName(children.map(plainText).join(''))
  const section: Section = { type: 'section', names: [name], children: [title], position }
  if (id !== undefined) Object.assign(section, { ids: [id], names: [normalizeName(id)] })
  const attributes = node.data?.attributes
  if (attributes) applyAttributes(attributes, section, isFirst, outline, context)
  target.push(section)
  outline.open.push({ depth: node.depth, section })
  context.rst.names.noteImplicitTarget(section, section)
  slides?.opened(section)
  slides?.filled()
}

function applyAttributes({ list }: Attributes, section: Section, isFirst: boolean, { slides }: Outline, context: MarkdownContext): void {
  const ofSlide = isFirst && slides ? list.filter(({ value }) => value !== 'unnumbered') : []
  giveSlideAttributes(
    ofSlide.map(({ name, value = '', namePosition, valuePosition }) => ({ name, value, namePosition, valuePosition })),
    context,
  )
  for (const attribute of list) {
    if (ofSlide.includes(attribute)) continue
    const { name, value, namePosition } = attribute
    if (name === 'id') {
      section.ids = [value ?? '']
      section.names = [normalizeName(value ?? '')]
    } else if (name === 'class') section.classes = [...(section.classes ?? []), value ?? '']
    else remark(context, 'markdown/attribute-without-element', { attribute: name }, namePosition)
  }
}

const isFit = (node: PhrasingContent): boolean => node.type === 'html' && /^<!--\s*fit\s*-->$/.test(node.value)

const plainText = (node: Node): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'system_message' || node.type === 'raw'
      ? ''
      : (node.children as Node[]).map(plainText).join('')
