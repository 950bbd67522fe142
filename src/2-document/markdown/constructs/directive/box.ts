import { type Line, positionOfLines } from '../../../../1-source/source.ts'
import { escapeAttribute } from '../../../../formats/html-escapes.ts'
import { normalizeName } from '../../../identifiers.ts'
import type { Container, Node } from '../../../nodes.ts'
import { nonnegativeInteger } from '../../../syntax/directives/options.ts'
import { classesIn, valueIn } from '../../attributes.ts'
import { rawHtml } from '../../blocks/raw-html.ts'
import { type MarkdownContext, remark } from '../../context.ts'
import { unfoldLists, unfoldRows } from '../../deck/arrange-slide.ts'
import { pandocDialects } from '../../dialects/pandoc-dialects.ts'
import { readInline } from '../../inline/read-inline.ts'
import { quartoBox } from './quarto-box.ts'
import type { DirectiveText } from './read-directive.ts'

/** Boxes that need no declaration: pandoc's, Slidev's and our own. */
export const boxes: ReadonlySet<string> = new Set(['columns', 'column', 'incremental', 'nonincremental', 'fragment', 'substep', 'center'])

/** A box with the name as its class. Known words of other tools aside, the author hears of it. */
export function boxOf(text: DirectiveText, context: MarkdownContext): readonly Node[] {
  const { head, position, children } = text
  const quarto = quartoBox(text, context)
  if (quarto) return quarto
  const { name, attributes, line, argument } = head
  const given = attributes ? classesIn(attributes) : []
  if (given.includes('notes')) return [noteOf(text, context)]
  // To pandoc any word is a class.
  if (name && !boxes.has(name) && !pandocDialects.includes(context.slides.dialect))
    remark(context, 'markdown/unknown-directive', { name }, positionOfLines(line, line))
  const classes = [...(name ? [name] : []), ...given]
    .map((word) => (word === 'fragment' ? 'substep' : word))
    .filter((word) => word !== 'unnumbered')
  const title = argument ? [titleOf(argument, context)] : []
  const box: Container = {
    type: 'container',
    ...(classes.length > 0 ? { classes } : {}),
    children: [...title, ...context.blocksOf(children)],
    position,
  }
  const id = attributes ? valueIn(attributes, 'id') : undefined
  if (id) {
    box.names = [normalizeName(id)]
    box.ids = [id]
    context.rst.names.noteExplicitTarget(box, box)
  }
  if (classes.includes('incremental')) unfoldLists(box)
  if (classes.includes('v-clicks')) unfoldRows(box)
  const width = attributes ? valueIn(attributes, 'width') : undefined
  if (width && /^[\d.]+(?:%|px|em)$/.test(width)) box.columnWidth = width
  const style = attributes && valueIn(attributes, 'style')
  return style === undefined ? [box] : styled(box, style, context)
}

function noteOf({ head: { attributes }, children, position }: DirectiveText, context: MarkdownContext): Node {
  const { value } = nonnegativeInteger(attributes && valueIn(attributes, 'at')) as { value?: number }
  return { type: 'note', ...(value === undefined ? {} : { at: value }), children: context.blocksOf(children), position }
}

/** A style has no place in the tree: the box goes out as HTML around what is in it, as if it were written so. */
function styled({ ids, classes, columnWidth, children, position }: Container, style: string, context: MarkdownContext): readonly Node[] {
  const flex = columnWidth === undefined ? '' : `flex: 0 1 ${columnWidth}; `
  const id = ids?.[0] === undefined ? '' : ` id="${escapeAttribute(ids[0])}"`
  const named = classes?.length ? ` class="${escapeAttribute(classes.join(' '))}"` : ''
  const tag = `<div${id}${named} style="${escapeAttribute(flex + style)}">`
  return [rawHtml(tag, position, context), ...children, rawHtml('</div>', position, context)]
}

const titleOf = (argument: Line, context: MarkdownContext): Node => ({
  type: 'paragraph',
  classes: ['title'],
  children: readInline({ text: argument.text, lines: [argument] }, context),
  position: positionOfLines(argument, argument),
})
