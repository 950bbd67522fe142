import { escapeAttribute } from '../../../formats/html-escapes.ts'
import { makeId } from '../../identifiers.ts'
import type { Admonition, Image, Line, Node, Sidebar, Topic } from '../../nodes.ts'
import { columnWidth } from '../../syntax/column-width.ts'
import { metaField } from '../../syntax/print/meta-field.ts'
import { childrenOf, fieldsOf, hanging, indented, optionsOf, textIn } from '../../syntax/print/print-report.ts'
import { escapedStart } from './escape.ts'
import { targetLine } from './known-names.ts'
import {
  type BlockPrinter,
  type BlockPrinters,
  bodyOf,
  classOption,
  directive,
  given,
  inUri,
  type Options,
  type RstPrinter,
  withClass,
} from './printer.ts'

const underlines = '=-~^"\'+#'
const rules = '-*_~'

type Structure = 'section' | 'transition' | 'field_list' | 'decoration' | 'meta' | 'comment' | 'target'

/** What a deck is divided and described by. */
export const structurePrinters: BlockPrinters<Structure> = {
  section: (node, printer) => {
    const [title, ...others] = node.children
    const children = title?.type === 'title' ? others : node.children
    if (!printer.outer) {
      printer.cannotSay('a heading within a block', node)
      const heading = title?.type === 'title' ? directive('rubric', titleText(title, printer), []) : ''
      return [heading, printer.blocks(children, printer)].filter(Boolean).join('\n\n')
    }
    const text = escapedStart(title?.type === 'title' ? titleText(title, printer) : '')
    const line = (underlines[printer.depth] ?? '.').repeat(Math.max(4, columnWidth(text)))
    const body = printer.blocks(children, { ...printer, depth: printer.depth + 1, ofStep: false })
    return withClass(node, [`${text}\n${line}`, body].filter(Boolean).join('\n\n'), printer)
  },
  transition: (node, printer) => {
    if (printer.outer) return (rules[printer.levels.indexOf(node.character ?? '-')] ?? '-').repeat(4)
    printer.cannotSay('a rule within a block', node)
    return ''
  },
  field_list: (node, printer) => withClass(node, printer.ofStep ? deckFields(node, printer) : fields(node, printer), printer),
  decoration: (node, printer) => node.children.map((child) => directive(child.type, '', [], bodyOf(child.children, printer))).join('\n\n'),
  meta: (node) => directive('meta', '', [], metaField(node)),
  comment: (node) => (node.children.length > 0 ? `..\n${indented(textIn(node), '   ')}` : ''),
  // A target is written before what it names (blocks.ts), and one with a URL where the text refers to it; this one names nothing else.
  target: (node) => (node.refid === undefined && node.refuri === undefined ? (node.names ?? []).map(targetLine).join('\n') : ''),
}

/** A title on one line; one of nothing is a backslash before the line's end. */
const titleText = (title: Node, { inline }: RstPrinter): string => inline(childrenOf(title)).replaceAll('\n', ' ') || '\\'

/** A step's or the deck's fields are written as they were; blocks that follow a value stay with it. */
const deckFields = (node: Node, printer: RstPrinter): string =>
  fieldsOf(node)
    .map(
      ({ name, value, further }) =>
        `:${name}:${value ? ` ${value}` : ''}${further.length > 0 ? `\n\n${indented(bodyOf(further, printer), '   ')}` : ''}`,
    )
    .join('\n')

const fields = (node: Node, printer: RstPrinter): string =>
  childrenOf(node)
    .map((field) => {
      const [name, body] = childrenOf(field)
      const text = name ? printer.inline(childrenOf(name)).replace(/:(?=[ `]|$)/g, '\\:') : ''
      const blocks = body ? fieldBody(body, printer) : ''
      return blocks.includes('\n') ? `:${text}:\n${indented(blocks, '   ')}` : `:${text}: ${blocks}`.trimEnd()
    })
    .join('\n')

/** A text without markup stays as written: a deck's fields have none, whatever stands in them. */
function fieldBody(body: Node, printer: RstPrinter): string {
  const [first, ...others] = childrenOf(body)
  const written = body.type === 'field_body' ? body.written : undefined
  if (first?.type !== 'paragraph' || written === undefined || textIn(first) !== written) return bodyOf(childrenOf(body), printer)
  return [written, bodyOf(others, printer)].filter(Boolean).join('\n\n')
}

type Text = 'paragraph' | 'line_block' | 'block_quote' | 'attribution' | 'rubric' | 'reference'

export const textPrinters: BlockPrinters<Text> = {
  paragraph: (node, printer) => {
    const text = node.children.some(({ type }) => type === 'line')
      ? brokenLines(node.children, printer)
      : escapedStart(printer.inline(node.children))
    return withClass(node, text, printer)
  },
  line_block: (node, printer) => withClass(node, lineBlock(node.children, printer), printer),
  block_quote: (node, printer) => {
    const body = bodyOf(node.children, printer)
    if (body === '') {
      printer.cannotSay('an empty quotation', node)
      return ''
    }
    // An attribution stands below something.
    const isBare = body.startsWith('-- ') && node.children.at(-1)?.type === 'attribution'
    const text = indented(isBare ? `..\n\n${body}` : body, '    ')
    if (!node.classes?.length) return text
    const [layout, ...others] = node.classes
    const isNamed = layout === 'epigraph' || layout === 'highlights' || layout === 'pull-quote'
    if (isNamed && others.length === 0) return directive(layout, '', [], bodyOf(node.children, printer))
    // Without the empty comment the quote would be the directive's body.
    return withClass(node, `..\n\n${text}`, printer)
  },
  attribution: (node, { inline }) => `-- ${hanging(inline(node.children), '   ').trimStart()}`,
  rubric: (node, printer) => directive('rubric', printer.inline(node.children), classOption(node, printer)),
  reference: (node, printer) => {
    const [image] = node.children
    if (image?.type !== 'image') return printer.inline([node])
    return directive('image', inUri(image.uri), [...imageOptions(image, printer), ['target', targetOf(node)]])
  },
}

const targetOf = (node: Node): string => (node.type === 'reference' ? (node.refuri ?? `#${node.refid ?? ''}`) : '')

/** A paragraph with hard breaks as a line block. */
function brokenLines(nodes: readonly Node[], { inline }: RstPrinter): string {
  const rows: Node[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'line' && node.children.length === 0) rows.push([])
    else rows.at(-1)?.push(node)
  }
  return rows.map((row) => `| ${inline(row).replaceAll('\n', '\n  ')}`.trimEnd()).join('\n')
}

function lineBlock(nodes: readonly Node[], printer: RstPrinter, indent = ''): string {
  return nodes
    .map((line) =>
      line.type === 'line_block'
        ? lineBlock(line.children, printer, `${indent}  `)
        : `| ${indent}${printer.inline((line as Line).children).replaceAll('\n', ' ')}`.trimEnd(),
    )
    .join('\n')
}

export const picturePrinters: BlockPrinters<'image' | 'drawing' | 'figure'> = {
  image: (node, printer) => {
    if (node.imageStyle !== undefined && node.uri.trim() !== '') return directive('raw', 'html', [], styledImage(node))
    if (node.uri.trim() !== '') return directive('image', inUri(node.uri), imageOptions(node, printer))
    printer.cannotSay('a picture without an address', node)
    return printer.inline([{ type: 'text', value: node.alt ?? '' }])
  },
  drawing: (node) => directive('svg', inUri(node.uri), optionsOf(node)),
  figure: (node, printer) => {
    const [picture, ...rest] = node.children
    const image = picture?.type === 'reference' ? picture.children[0] : picture
    if (image?.type !== 'image') return bodyOf(node.children, printer)
    const options: Options = [
      ...imageOptions(image, printer),
      ...given(['target', picture?.type === 'reference' ? targetOf(picture) : undefined], ['align', node.align]),
      ...given(['figwidth', node.width ?? node.figwidth], ['figclass', node.classes?.join(' ')]),
    ]
    const caption = rest.find(({ type }) => type === 'caption')
    const legend = rest.find(({ type }) => type === 'legend')
    const first = caption ? escapedStart(printer.inline(childrenOf(caption))) : legend ? '..' : ''
    const body = [first, legend ? bodyOf(childrenOf(legend), printer) : ''].filter(Boolean).join('\n\n')
    return directive('figure', inUri(image.uri), options, body)
  },
}

/** A picture with a look that no option says: as HTML. */
const styledImage = ({ uri, imageStyle = '', ...node }: Image): string => {
  const attributes = {
    src: uri,
    alt: node.alt ?? '',
    class: node.classes?.join(' '),
    width: node.width,
    height: node.height,
    style: imageStyle,
  }
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`],
  )
  return `<img${written.join('')}>`
}

function imageOptions(node: Node, { cannotSay }: RstPrinter): Options {
  if (node.type === 'image' && node.tooltip !== undefined) cannotSay('the title of a picture', node)
  return optionsOf(node)
}

/** Only speaker notes may be empty, and are not missed then. */
const box: BlockPrinter<Admonition['type'] | 'compound'> = (node, printer) =>
  node.type === 'note' && node.children.length === 0
    ? ''
    : directive(
        node.type,
        '',
        [...classOption(node, printer), ...given(['at', node.type === 'note' ? node.at : undefined])],
        someBody(node.children, printer),
      )

/** What must have a body has an empty comment for one. */
const someBody = (nodes: readonly Node[], printer: RstPrinter): string => bodyOf(nodes, printer) || '..'

const titled = (node: Admonition | Topic | Sidebar, printer: RstPrinter): string => {
  const title = node.children.find(({ type }) => type === 'title')
  const subtitle = node.children.find(({ type }) => type === 'subtitle')
  const text = title ? titleText(title, printer) : ''
  const rest = node.children.filter((child) => child !== title && child !== subtitle)
  const isDefault = node.type === 'admonition' && node.classes?.length === 1 && node.classes[0] === `admonition-${makeId(text)}`
  const options = [
    ...(isDefault ? [] : classOption(node, printer)),
    ...given(['subtitle', subtitle && printer.inline(childrenOf(subtitle))]),
  ]
  return directive(node.type, text, options, someBody(rest, printer))
}

export const boxPrinters: BlockPrinters<Admonition['type'] | 'container' | 'compound' | 'topic' | 'sidebar' | 'footnote' | 'citation'> = {
  attention: box,
  caution: box,
  danger: box,
  error: box,
  hint: box,
  important: box,
  note: box,
  tip: box,
  warning: box,
  compound: box,
  admonition: titled,
  topic: titled,
  sidebar: titled,
  container: (node, printer) => {
    if (node.columnWidth !== undefined) printer.cannotSay('the width of a column', node)
    const [[, classes] = ['', '']] = classOption(node, printer)
    return node.children.length > 0 || classes ? directive('container', classes, [], someBody(node.children, printer)) : ''
  },
  footnote: (node, printer) => note(node, node.children, printer),
  citation: (node, printer) => note(node, node.children, printer),
}

function note(node: Node, children: readonly Node[], printer: RstPrinter): string {
  const label = children.find(({ type }) => type === 'label')
  const name = printer.names.labelOf(node.ids?.[0] ?? '') ?? (label ? textIn(label) : '')
  const body = bodyOf(
    children.filter((child) => child !== label),
    printer,
  )
  return hanging(body, '   ').replace(/^ {3}/, `.. [${name}] `).trimEnd()
}
