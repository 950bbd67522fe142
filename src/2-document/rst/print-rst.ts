import type { Document, Node, Table } from '../nodes.ts'
import { type CannotSay, childrenOf, fieldsOf, hanging, indented, optionsOf, pathFrom, textIn, transitionLevels } from '../print-report.ts'
import { createInlinePrinter } from './print-inline.ts'

const underlines = '=-~^"\'+#'
const rules = '-*_~'

/** A resolved tree as reStructuredText. What the language cannot say goes to `cannotSay` and is left out or said more plainly. */
export function printRst(document: Document, cannotSay: CannotSay): string {
  const levels = transitionLevels(document)
  const inline = createInlinePrinter(cannotSay)
  const front = document.children.some((node) => node.type === 'transition' || node.type === 'section')
  const body = printBlocks(document.children, { cannotSay, levels, inline: inline.print, depth: 0, front, source: document.source })
  return `${[...inline.roles(), body].join('\n\n')}\n`
}

/** Single blocks, for a place in another language. */
export function printRstBlocks(nodes: readonly Node[], cannotSay: CannotSay, source: string): string {
  const inline = createInlinePrinter(cannotSay)
  const body = printBlocks(nodes, { cannotSay, levels: [], inline: inline.print, depth: 0, front: false, source })
  return [...inline.roles(), body].join('\n\n')
}

interface Printer {
  readonly cannotSay: CannotSay
  /** The document's path. */
  readonly source: string
  readonly levels: readonly string[]
  readonly inline: (nodes: readonly Node[]) => string
  /** Sections open around. */
  readonly depth: number
  readonly front: boolean
}

function printBlocks(nodes: readonly Node[], printer: Printer): string {
  const parts: string[] = []
  let previous: Node | undefined
  for (const node of nodes) {
    const text = printBlock(node, printer)
    if (text === '') continue
    // Two lists, or a quote behind a block with a body, would grow together.
    if (previous && growTogether(previous, node)) parts.push('..')
    parts.push(text)
    previous = node
  }
  return parts.join('\n\n')
}

const indentsBody = new Set([
  'bullet_list',
  'enumerated_list',
  'definition_list',
  'block_quote',
  'literal_block',
  'container',
  'tip',
  'warning',
  'note',
  'admonition',
  'image',
  'comment',
])
const growTogether = (previous: Node, node: Node): boolean =>
  node.type === 'block_quote'
    ? indentsBody.has(previous.type) || previous.type === 'paragraph'
    : previous.type === node.type && node.type.endsWith('_list')

function directive(name: string, argument: string, options: readonly (readonly [string, string])[], body = ''): string {
  const head = `.. ${name}::${argument ? ` ${hanging(argument, '   ').trimStart()}` : ''}`
  const lines = [head, ...options.map(([option, value]) => `   :${option}:${value ? ` ${value.replaceAll('\n', '\n      ')}` : ''}`)]
  return lines.join('\n') + (body ? `\n\n${indented(body, '   ')}` : '')
}

const withClass = (node: Node, text: string): string =>
  node.classes?.length && text ? `.. class:: ${node.classes.join(' ')}\n\n${text}` : text
const classOption = (node: Node, without: readonly string[] = []): [string, string][] => {
  const classes = (node.classes ?? []).filter((name) => !without.includes(name))
  return classes.length > 0 ? [['class', classes.join(' ')]] : []
}

function printBlock(node: Node, printer: Printer): string {
  const { inline, cannotSay } = printer
  const blocks = (nodes: readonly Node[]): string => printBlocks(nodes, { ...printer, depth: printer.depth })
  switch (node.type) {
    case 'section': {
      const [title, ...rest] = node.children
      const text = title?.type === 'title' ? inline(title.children) : ''
      if (node.classes?.length) cannotSay('classes of a heading', node)
      const line = (underlines[printer.depth] ?? '.').repeat(
        Math.max(
          4,
          [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0),
        ),
      )
      const body = printBlocks(title?.type === 'title' ? rest : node.children, { ...printer, depth: printer.depth + 1 })
      return [`${text}\n${line}`, body].filter(Boolean).join('\n\n')
    }
    case 'transition':
      return (rules[printer.levels.indexOf(String(node.data?.['character'] ?? '-'))] ?? '-').repeat(4)
    case 'field_list':
      return fieldsOf(node)
        .map(({ name, value }) => `:${name}:${value ? ` ${value}` : ''}`)
        .join('\n')
    case 'paragraph':
      return withClass(node, node.children.some(({ type }) => type === 'line') ? lines(node.children, inline) : inline(node.children))
    case 'bullet_list':
      return withClass(
        node,
        items(node.children, () => '- ', blocks),
      )
    case 'enumerated_list': {
      const first = node.start ?? 1
      return withClass(
        node,
        items(node.children, (index) => `${node.prefix ?? ''}${ordinal(node.enumtype, first + index)}${node.suffix ?? '.'} `, blocks),
      )
    }
    case 'definition_list':
      return withClass(
        node,
        node.children
          .map((item) => {
            const [term, ...others] = item.children
            const classifiers = others.filter(({ type }) => type === 'classifier').map((child) => ` : ${inline(childrenOf(child))}`)
            const definition = others.find(({ type }) => type === 'definition')
            return `${term ? inline(childrenOf(term)) : ''}${classifiers.join('')}\n${indented(definition ? blocks(childrenOf(definition)) : '', '    ')}`
          })
          .join('\n\n'),
      )
    case 'literal_block': {
      const numbered = node.children.some(({ type }) => type === 'line_number')
      const emphasized = node.data?.['emphasize-lines']
      const [code, language = '', ...classes] = node.classes ?? []
      const source = textIn(node)
      if (code !== 'code' && !numbered)
        return `${node.classes ? `.. class:: ${node.classes.join(' ')}\n\n` : ''}::\n\n${indented(source, '    ')}`
      const options: [string, string][] = [
        ...(numbered ? ([['number-lines', firstNumber(node)]] as [string, string][]) : []),
        ...(typeof emphasized === 'string' ? ([['emphasize-lines', emphasized]] as [string, string][]) : []),
        ...(classes.length > 0 ? ([['class', classes.join(' ')]] as [string, string][]) : []),
      ]
      return directive('code', language, options, source)
    }
    case 'doctest_block':
      return textIn(node)
    case 'math_block':
      return directive('math', '', classOption(node), textIn(node))
    case 'line_block':
      return withClass(node, lineBlock(node.children, inline))
    case 'block_quote':
      return indented(printBlocks(node.children, printer), '    ')
    case 'attribution':
      return `-- ${inline(node.children)}`
    case 'image':
      return directive('image', node.uri, optionsOf(node))
    case 'drawing':
      return directive('svg', node.uri, optionsOf(node))
    case 'reference': {
      const [image] = node.children
      return image?.type === 'image' ? directive('image', image.uri, [...optionsOf(image), ['target', node.refuri ?? '']]) : inline([node])
    }
    case 'figure': {
      const [image, ...rest] = node.children
      const options = image ? optionsOf(image) : []
      const body = rest.map((child) => (child.type === 'caption' ? inline(child.children) : blocks(childrenOf(child))))
      return directive(
        'figure',
        image?.type === 'image' ? image.uri : '',
        [...options, ...(node.align ? ([['align', node.align]] as [string, string][]) : [])],
        body.join('\n\n'),
      )
    }
    case 'table':
      return table(node, printer)
    case 'raw':
      return node.source === undefined
        ? directive('raw', node.format, classOption(node), textIn(node))
        : directive('raw', node.format, [['file', pathFrom(printer.source, node.source)], ...classOption(node)])
    case 'comment':
      return node.children.length > 0 ? `..\n${indented(textIn(node), '   ')}` : '..'
    case 'container':
      return node.children.length > 0 ? directive('container', (node.classes ?? []).join(' '), [], blocks(node.children)) : ''
    case 'compound':
      return directive('compound', '', classOption(node), blocks(node.children))
    case 'admonition':
    case 'topic':
    case 'sidebar': {
      const title = node.children.find(({ type }) => type === 'title')
      const rest = node.children.filter((child) => child !== title && child.type !== 'subtitle')
      return directive(node.type, title ? inline(childrenOf(title)) : '', classOption(node), blocks(rest))
    }
    case 'attention':
    case 'caution':
    case 'danger':
    case 'error':
    case 'hint':
    case 'important':
    case 'note':
    case 'tip':
    case 'warning':
      return directive(node.type, '', classOption(node), blocks(node.children))
    case 'rubric':
      return directive('rubric', inline(node.children), classOption(node))
    case 'footnote':
    case 'citation': {
      const label = node.children.find(({ type }) => type === 'label')
      const name =
        node.type === 'footnote' && node.auto === 1 ? `#${node.names?.[0]?.replace(/\s+/g, '-') ?? ''}` : label ? textIn(label) : ''
      return hanging(blocks(node.children.filter((child) => child !== label)), '   ').replace(/^ {3}/, `.. [${name}] `)
    }
    case 'decoration':
      return node.children.map((child) => directive(child.type, '', [], blocks(childrenOf(child)))).join('\n\n')
    case 'target':
      return node.ids?.[0] ? `.. _${node.names?.[0] ?? node.ids[0]}:` : ''
    case 'system_message':
    case 'substitution_definition':
    case 'pending':
    case 'meta':
      return ''
    default:
      if (childrenOf(node).length > 0) cannotSay(`a "${node.type}"`, node)
      return 'children' in node ? withClass(node, blocks(childrenOf(node))) : inline([node])
  }
}

function items(nodes: readonly Node[], marker: (index: number) => string, blocks: (nodes: readonly Node[]) => string): string {
  const texts = nodes
    .filter(({ type }) => type === 'list_item')
    .map((item, index) => hanging(withClass({ ...item, type: 'container' } as Node, blocks(childrenOf(item))), marker(index)))
  const isTight = texts.every((text) => !text.includes('\n\n'))
  return texts.map((text) => text.trimEnd()).join(isTight ? '\n' : '\n\n')
}

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function ordinal(type: string, number: number): string {
  if (type.endsWith('alpha')) {
    const letter = String.fromCharCode(96 + ((number - 1) % 26) + 1)
    return type.startsWith('upper') ? letter.toUpperCase() : letter
  }
  if (!type.endsWith('roman')) return String(number)
  let rest = number
  let text = ''
  for (const [value, digits] of romans) for (; rest >= value; rest -= value) text += digits
  return type.startsWith('upper') ? text.toUpperCase() : text
}

function firstNumber(node: Node): string {
  const number = childrenOf(node).find(({ type }) => type === 'line_number')
  return number?.type === 'line_number' ? number.number.trim() : '1'
}

function lines(nodes: readonly Node[], inline: (nodes: readonly Node[]) => string): string {
  const rows: Node[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'line' && node.children.length === 0) rows.push([])
    else rows.at(-1)?.push(node)
  }
  return rows.map((row) => `| ${inline(row).trim().replaceAll('\n', '\n  ')}`).join('\n')
}

function lineBlock(nodes: readonly Node[], inline: (nodes: readonly Node[]) => string, indent = ''): string {
  return nodes
    .map((line) =>
      line.type === 'line_block' ? lineBlock(line.children, inline, `${indent}  `) : `| ${indent}${inline(childrenOf(line))}`.trimEnd(),
    )
    .join('\n')
}

function table(node: Table, printer: Printer): string {
  const group = node.children.find(({ type }) => type === 'tgroup')
  const title = node.children.find(({ type }) => type === 'title')
  if (group?.type !== 'tgroup') return ''
  const head = group.children.find(({ type }) => type === 'thead')
  const body = group.children.find(({ type }) => type === 'tbody')
  const rows = [...(head ? childrenOf(head) : []), ...(body ? childrenOf(body) : [])]
  const list = rows
    .map((row) => {
      const cells = childrenOf(row).map((cell) => {
        if (cell.type === 'entry' && (cell.morecols || cell.morerows)) printer.cannotSay('a cell over several rows or columns', cell)
        if (cell.classes?.length) printer.cannotSay(`a cell's class "${cell.classes.join(' ')}"`, cell)
        return hanging(printBlocks(childrenOf(cell), printer), '- ')
      })
      return hanging(cells.map((cell) => cell.trimEnd()).join('\n'), '* ')
    })
    .join('\n')
  const stubs = group.children.filter((child) => child.type === 'colspec' && child.stub).length
  const options: [string, string][] = [
    ...(head ? ([['header-rows', String(childrenOf(head).length)]] as [string, string][]) : []),
    ...(stubs ? ([['stub-columns', String(stubs)]] as [string, string][]) : []),
    ...(node.align ? ([['align', node.align]] as [string, string][]) : []),
    ...(node.width ? ([['width', node.width]] as [string, string][]) : []),
    ...classOption(node, ['colwidths-given', 'colwidths-auto']),
  ]
  return directive('list-table', title ? printer.inline(childrenOf(title)) : '', options, list)
}
