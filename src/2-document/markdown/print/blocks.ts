import type { Html, ListItem, PhrasingContent, RootContent } from 'mdast'
import { makeId } from '../../identifiers.ts'
import type { Admonition, Image, Node, Reference } from '../../nodes.ts'
import { metaField } from '../../syntax/print/meta-field.ts'
import { childrenOf, fieldsOf, optionsOf, textIn } from '../../syntax/print/print-report.ts'
import { targetsBefore } from '../../syntax/print/targets-before.ts'
import { commentDirectives } from '../deck/foreign-fields.ts'
import { codePrinters } from './code.ts'
import { inlineContent, oneLine } from './inline.ts'
import { asRst, type BlockPrinter, type BlockPrinters, bodyOf, box, classOption, type MarkdownPrinter, withClass } from './printer.ts'
import { fitsBrackets, isPicture, isSayable } from './sayable.ts'
import { classAttributes, forRst, literalDirective, markedList, rstOf, verbatim } from './stringify.ts'
import { tablePrinters } from './table.ts'

const rules = ['---', '***', '___']

const structurePrinters: BlockPrinters<'section' | 'transition' | 'field_list' | 'decoration' | 'meta'> = {
  section: (node, printer) => {
    const { depth } = printer
    const [title, ...rest] = node.children
    if (depth >= 6) printer.cannotSay('a heading below the sixth level', node)
    const text = title?.type === 'title' ? title.children : []
    if (!isSayable(text, printer.notes)) printer.cannotSay('markup of this kind in a heading', title ?? node)
    const attributes = node.classes?.length ? [verbatim(` ${classAttributes(node.classes)}`)] : []
    const children: PhrasingContent[] = [...oneLine(inlineContent(text)), ...attributes]
    const body = printer.blocks(title?.type === 'title' ? rest : node.children, { ...printer, depth: depth + 1 })
    return [{ type: 'heading', depth: Math.min(depth + 1, 6) as 1, children }, ...body]
  },
  transition: (node, printer) => {
    const level = printer.levels.indexOf(node.character ?? '-')
    if (level >= rules.length) printer.cannotSay('a fourth level of steps', node)
    return [verbatim(rules[level] ?? '---')]
  },
  field_list: asRst,
  decoration: (node, printer) => node.children.map((child) => box(child.type, {}, bodyOf(child.children, printer))),
  meta: (node) => [literalDirective('meta', '', {}, metaField(node))],
}

const textPrinters: BlockPrinters<'target' | 'paragraph' | 'block_quote' | 'attribution' | 'comment'> = {
  target: (node) => (node.refid === undefined && node.refuri === undefined && node.names?.length ? asRst(node) : []),
  paragraph: (node, printer) =>
    isOwnParagraph(node.children, printer) ? withClass(node, [{ type: 'paragraph', children: inlineContent(node.children) }]) : asRst(node),
  block_quote: (node, printer) => (node.classes?.length ? asRst(node) : [{ type: 'blockquote', children: bodyOf(node.children, printer) }]),
  attribution: (node) => {
    const [first, ...others] = inlineContent(node.children)
    const text: PhrasingContent[] = first?.type === 'text' ? [{ ...first, value: first.value }] : first ? [first] : []
    return [{ type: 'paragraph', children: [verbatim('— '), ...text, ...others] }]
  },
  comment: (node) => {
    const text = textIn(node)
    if (text.trim() === '') return []
    return isOwnComment(text) ? [verbatim(`<!-- ${text} -->`)] : asRst(node)
  },
}

/** A paragraph that is one picture would be that picture alone. */
const isOwnParagraph = (nodes: readonly Node[], { notes }: MarkdownPrinter): boolean => {
  const [only] = nodes
  const isShown = nodes.some((node) => (node.type !== 'raw' && node.type !== 'text') || textIn(node).trim() !== '')
  const isPictureOnly = nodes.length === 1 && only !== undefined && (only.type === 'image' || isPictureLink(only))
  return isShown && !isPictureOnly && isSayable(nodes, notes)
}

/** Other tools' orders stand in comments too, and a line of one may look like a directive's. */
export const isOwnComment = (text: string): boolean =>
  !/-->|--!>|^-?>|-$|^\s*(?:\.slide:|\.element:|fit\s*$)|^\s*(?::::|```|~~~)/m.test(text) &&
  ![...text.matchAll(/^\s*[_$]?([A-Za-z]+)\s*:/gm)].some(([, name = '']) => commentDirectives.has(name))

const isPictureLink = (node: Node): boolean => node.type === 'reference' && node.children.length === 1 && node.children[0]?.type === 'image'

const listPrinters: BlockPrinters<'bullet_list' | 'enumerated_list'> = {
  bullet_list: (node, printer) => {
    const mark = /^[-*+]$/.test(node.bullet ?? '') ? (node.bullet ?? '-') : '-'
    const children = node.children.filter(({ type }) => type === 'list_item')
    return withClass(node, [markedList({ type: 'list', ordered: false, ...items(children, printer) }, mark)])
  },
  enumerated_list: (node, printer) => {
    const { enumtype, prefix, suffix, start = 1 } = node
    if (enumtype !== 'arabic' || prefix || start > 999_999_999) return asRst(node)
    const children = node.children.filter(({ type }) => type === 'list_item')
    return withClass(node, [markedList({ type: 'list', ordered: true, start, ...items(children, printer) }, suffix === ')' ? ')' : '.')])
  },
}

function items(nodes: readonly Node[], printer: MarkdownPrinter): { spread: boolean; children: ListItem[] } {
  const children = nodes.map((node, index) => item(node, nodes[index + 1], printer))
  const spread = children.some((child) => child.spread)
  return { spread, children: children.map((child) => ({ ...child, spread })) }
}

/** What names the next item stands at the end of this one. */
function item(node: Node, next: Node | undefined, printer: MarkdownPrinter): ListItem {
  const [first] = childrenOf(node)
  const [box] = first ? childrenOf(first) : []
  const isTask = box?.type === 'inline' && box.classes?.[0] === 'task-box'
  const own = (node.classes ?? []).filter((name) => !isTask || (name !== 'task' && name !== 'done'))
  if (own.length > 0) printer.cannotSay(`the class "${own.join(' ')}" of an item`, node)
  const names = next ? targetsOf(next) : []
  const children = [...bodyOf(childrenOf(node), printer), ...names]
  const spread = children.some(({ type }, index) => (index === 0 ? type !== 'paragraph' && type !== 'list' : type !== 'list'))
  return { type: 'listItem', spread, ...(isTask ? { checked: textIn(box).startsWith('☑') } : {}), children }
}

const picturePrinters: BlockPrinters<'image' | 'drawing' | 'figure' | 'reference'> = {
  image: (node, printer) =>
    isPicture(node) ? [{ type: 'paragraph', children: inlineContent([node]) }] : [picture('image', node, undefined, {}, [], printer)],
  drawing: (node) => [literalDirective('svg', node.uri, Object.fromEntries(optionsOf(node)))],
  reference: (node, printer) => {
    const [image] = node.children
    if (image?.type !== 'image' || node.children.length > 1) return [{ type: 'paragraph', children: inlineContent([node]) }]
    return isPicture(image) ? [{ type: 'paragraph', children: inlineContent([node]) }] : [picture('image', image, node, {}, [], printer)]
  },
  figure: (node, printer) => {
    const [shown, ...rest] = node.children
    const image = shown?.type === 'reference' ? shown.children[0] : shown
    const caption = rest.find(({ type }) => type === 'caption')
    const legend = rest.find(({ type }) => type === 'legend')
    if (image?.type !== 'image' || (legend && !caption) || (caption && !isOwnParagraph(childrenOf(caption), printer))) return asRst(node)
    const body: RootContent[] = [
      ...(caption ? [{ type: 'paragraph' as const, children: inlineContent(childrenOf(caption)) }] : []),
      ...(legend ? bodyOf(childrenOf(legend), printer) : []),
    ]
    const width = node.width ?? node.figwidth
    const options = {
      ...(node.align === undefined ? {} : { align: node.align }),
      ...(width === undefined ? {} : { figwidth: width }),
      ...(node.classes?.length ? { figclass: node.classes.join(' ') } : {}),
    }
    return [picture('figure', image, shown?.type === 'reference' ? shown : undefined, options, body, printer)]
  },
}

function picture(
  name: string,
  image: Image,
  link: Reference | undefined,
  options: Readonly<Record<string, string>>,
  body: readonly RootContent[],
  { cannotSay }: MarkdownPrinter,
): RootContent {
  if (image.tooltip !== undefined) cannotSay('the title of a picture', image)
  const target = link && { target: link.refuri ?? `#${link.refid ?? ''}` }
  const all = { ...Object.fromEntries(optionsOf(image)), ...target, ...options }
  return body.length === 0
    ? literalDirective(name, image.uri, all)
    : {
        ...(box(name, all, body, []) as Extract<RootContent, { type: 'containerDirective' }>),
        name: `${name}[${image.uri}]`,
        children: body as never,
      }
}

const admonition: BlockPrinter<Exclude<Admonition['type'], 'admonition'>> = (node, printer) => [
  box(
    node.type,
    { ...classOption(node), ...(node.type === 'note' && node.at !== undefined ? { at: String(node.at) } : {}) },
    bodyOf(node.children, printer),
  ),
]

const boxPrinters: BlockPrinters<Admonition['type'] | 'container' | 'footnote'> = {
  attention: admonition,
  caution: admonition,
  danger: admonition,
  error: admonition,
  hint: admonition,
  important: admonition,
  note: admonition,
  tip: admonition,
  warning: admonition,
  admonition: (node, printer) => {
    const title = node.children.find(({ type }) => type === 'title')
    const words = title ? childrenOf(title) : []
    const body = bodyOf(
      node.children.filter((child) => child !== title),
      printer,
    )
    // A role and another colon look like an option.
    const isOption = words[0]?.type !== 'text' && textIn(title ?? node).includes(':')
    const isDefault = node.classes?.length === 1 && node.classes[0] === defaultClass(words)
    // The option makes ids of its words, the title `[#]_` makes none.
    const isOther = !isDefault && node.classes?.some((name) => makeId(name) !== name)
    if (words.length === 0 || isOption || isOther || !words.every(fitsBrackets) || !isSayable(words, printer.notes) || body.length === 0)
      return asRst(node)
    return [box('admonition', isDefault ? {} : classOption(node), body, words)]
  },
  container: (node, printer) => {
    const classes = node.classes ?? []
    const body = bodyOf(node.children, printer)
    const width = node.columnWidth
    const isPlain = (classes.length > 0 || width !== undefined) && !classes.some((name) => specialClasses.has(name))
    if (!isPlain) return body.length === 0 ? [] : [box('container', {}, body, [{ type: 'text', value: classes.join(' ') }])]
    const attributes = { ...classOption(node), ...(width === undefined ? {} : { width }) }
    return [{ ...(box('', {}, body) as Extract<RootContent, { type: 'containerDirective' }>), attributes }]
  },
  footnote: (node, printer) => {
    const [id = ''] = node.ids ?? []
    if (!printer.notes.isOwn(id)) return asRst(node)
    const children = bodyOf(
      node.children.filter(({ type }) => type !== 'label'),
      printer,
    )
    return [{ type: 'footnoteDefinition', identifier: id, label: id, children }]
  },
}

/** The class that an admonition gets from its title as written; undefined where marks or characters written otherwise may be part of that. */
function defaultClass(title: readonly Node[]): string | undefined {
  const name = makeId(title.map(textIn).join(''))
  const isPlain = title.every(
    ({ type }) => type === 'text' || (name === '' && (type === 'emphasis' || type === 'strong' || type === 'literal')),
  )
  return isPlain ? `admonition-${name}` : undefined
}

/** Words of other tools that a box with this class would be taken for. */
const specialClasses = new Set(['notes', 'fragment', 'incremental', 'nonincremental', 'unnumbered'])

const nothing = (): RootContent[] => []

/** How each type of block is said; the others go into reStructuredText. */
const printers = {
  ...structurePrinters,
  ...textPrinters,
  ...listPrinters,
  ...codePrinters,
  ...picturePrinters,
  ...tablePrinters,
  ...boxPrinters,
  // What `resolve` has put to use.
  system_message: nothing,
  substitution_definition: nothing,
  pending: nothing,
} as const

function printBlock(node: Node, printer: MarkdownPrinter): RootContent[] {
  const print = (printers as Readonly<Record<string, unknown>>)[node.type] as
    | ((node: Node, printer: MarkdownPrinter) => RootContent[])
    | undefined
  if (print) return print(node, printer)
  return isBlock(node) ? asRst(node) : [{ type: 'paragraph', children: inlineContent([node]) }]
}

/** Blocks as mdast. A step's fields stand directly under its rule; a row of blocks for reStructuredText is one. */
export function printBlocks(nodes: readonly Node[], printer: MarkdownPrinter): RootContent[] {
  const result: RootContent[] = []
  for (const [index, node] of nodes.entries()) {
    const last = result.at(-1)
    if (node.type === 'field_list' && printer.outer && nodes[index - 1]?.type === 'transition' && last?.type === 'html') {
      const fields = fieldsOf(node)
      last.value += fields.map(({ name, value }) => `\n:${name}:${value ? ` ${value}` : ''}`).join('')
      result.push(
        ...printer.blocks(
          fields.flatMap(({ further }) => further),
          printer,
        ),
      )
      continue
    }
    const blocks = beginsStep(nodes, index) ? printFirstSection(node, printer) : printBlock(node, printer)
    const waiting = rstOf(last)
    if (blocks.length > 0 && blocks.every(rstOf)) {
      if (waiting) waiting.push(node)
      else for (const block of blocks) result.push(block)
      continue
    }
    if (blocks.length > 0) for (const target of targetsOf(node)) result.push(target)
    for (const block of blocks) result.push(block)
  }
  return result
}

/** The names of a node that it does not have by its text: Markdown has no words for them. */
function targetsOf(node: Node): Html[] {
  const names = targetsBefore(node)
  return names.length > 0 ? [forRst([{ type: 'target', names, children: [] }])] : []
}

/** Whether nothing that is shown stands before the section at `index` in its step, or in its own section. */
const beginsStep = (nodes: readonly Node[], index: number): boolean =>
  nodes[index]?.type === 'section' && (lastShown(nodes, index)?.type ?? 'transition') === 'transition'

/** What was shown last before `end`: a section's last block may be the rule that begins the next step. */
function lastShown(nodes: readonly Node[], end: number): Node | undefined {
  let index = end - 1
  while (unseen.has(nodes[index]?.type ?? '')) index--
  const last = nodes[index]
  return last?.type === 'section' ? (lastShown(last.children, last.children.length) ?? last) : last
}

const unseen = new Set(['field_list', 'comment', 'note', 'target', 'pending', 'system_message', 'substitution_definition', 'decoration'])

/** Braces behind a step's first heading would be the step's. */
const printFirstSection = (node: Node, printer: MarkdownPrinter): RootContent[] => [
  ...(node.classes?.length ? [literalDirective('class', node.classes.join(' '), {})] : []),
  ...printBlock({ ...node, classes: [] } as Node, printer),
]

const isBlock = (node: Node): boolean => 'children' in node && !inlineTypes.has(node.type)

const inlineTypes = new Set(
  'emphasis strong literal math subscript superscript abbreviation acronym title_reference inline generated footnote_reference citation_reference problematic line target'.split(
    ' ',
  ),
)
