import type { Document, Node, Table } from '../nodes.ts'
import { type CannotSay, childrenOf, fieldsOf, hanging, optionsOf, pathFrom, textIn, transitionLevels } from '../print-report.ts'
import { printRstBlocks } from '../rst/print-rst.ts'
import { gatherFields } from './gather-fields.ts'
import { printInline } from './print-inline.ts'

const rules = ['---', '***', '___']

interface Printer {
  readonly cannotSay: CannotSay
  /** The document's path. */
  readonly source: string
  readonly levels: readonly string[]
  readonly depth: number
  readonly inline: (nodes: readonly Node[]) => string
}

/**
 * A resolved tree as Markdown. What Markdown has no words for stands in a `:::rst` block; what neither has goes to `cannotSay`.
 */
export function printMarkdown(read: Document, cannotSay: CannotSay): string {
  const document = { ...read, children: gatherFields(read.children) }
  const levels = transitionLevels(document)
  const printer: Printer = { cannotSay, source: document.source, levels, depth: 0, inline: (nodes) => printInline(nodes, cannotSay) }
  const first = document.children.findIndex((node) => node.type === 'transition' || node.type === 'section')
  const start = first < 0 ? document.children.length : first
  const fields = document.children.slice(0, start).flatMap(fieldsOf)
  const rest = document.children.filter((node, index) => index >= start || node.type !== 'field_list')
  const implicit = document.children[start]
  // Text before the first step is not shown; in Markdown it would be a step.
  const isUnseen = (node: Node): boolean => document.children.indexOf(node) < start && !unseen.has(node.type)
  const hidden = start < document.children.length ? rest.filter(isUnseen) : []
  const comment = hidden.length > 0 ? `<!--\n${printBlocks(hidden, printer).replaceAll('--', '- -')}\n-->` : ''
  const body = rest.filter((node) => !hidden.includes(node) && !(node === implicit && node.data?.['implicit'] === true))
  return `${[frontMatter(fields), comment, printBlocks(body, printer)].filter(Boolean).join('\n\n')}\n`
}

/** What of the front stays as it is. */
const unseen = new Set(['field_list', 'decoration', 'comment', 'system_message', 'substitution_definition', 'pending', 'target', 'meta'])

function frontMatter(fields: readonly { name: string; value: string }[]): string {
  if (fields.length === 0) return ''
  const byName = new Map<string, string[]>()
  for (const { name, value } of fields) byName.set(name, [...(byName.get(name) ?? []), value])
  const lines = [...byName].map(
    ([name, values]) => `${name}: ${values.length > 1 ? `[${values.map(scalar).join(', ')}]` : scalar(values[0] ?? '')}`,
  )
  return `---\n${lines.join('\n')}\n---`
}

const scalar = (value: string): string =>
  /^[A-Za-z0-9./][^:#[\]{},&*!|>'"%@`]*$/.test(value) && !/^(?:true|false|null|yes|no|~|[\d.]+)$/i.test(value)
    ? value.trim()
    : /^(?:true|[\d.]+)$/.test(value)
      ? value
      : JSON.stringify(value)

function printBlocks(nodes: readonly Node[], printer: Printer): string {
  const parts: string[] = []
  let previous: Node | undefined
  for (const node of nodes) {
    const isForeign = node.type === 'field_list' && previous?.type !== 'transition'
    const text = isForeign ? asRst(node, printer) : printBlock(node, printer)
    if (text === '') continue
    // Two lists of one kind, or two quotes, would be one.
    if (
      previous &&
      previous.type === node.type &&
      (node.type.endsWith('_list') || node.type === 'block_quote') &&
      node.type !== 'field_list'
    )
      parts.push('<!-- -->')
    // A step's fields stand directly under its rule.
    if (node.type === 'field_list' && !isForeign) parts.push(`${parts.pop()}\n${text}`)
    else parts.push(text)
    previous = node
  }
  return parts.join('\n\n')
}

const fence = (body: string): string => {
  const longest = Math.max(2, ...[...body.matchAll(/^[ >]*(:{3,})/gm)].map(([, colons]) => colons?.length ?? 0))
  return ':'.repeat(longest + 1)
}

function directive(name: string, argument: string, options: readonly (readonly [string, string])[], body = ''): string {
  const mark = fence(body)
  const lines = [
    `${mark}${name}${argument ? `[${argument}]` : ''}`,
    ...options.map(([option, value]) => `:${option}:${value ? ` ${value.replaceAll('\n', ' ')}` : ''}`),
  ]
  return [...lines, ...(body ? [body] : []), mark].join('\n')
}

const asRst = (node: Node, { cannotSay, source }: Printer): string => {
  const text = printRstBlocks([node], cannotSay, source)
  return text ? directive('rst', '', [], text) : ''
}

const classOption = (node: Node): [string, string][] => (node.classes?.length ? [['class', node.classes.join(' ')]] : [])

const withClass = (node: Node, text: string): string =>
  node.classes?.length && text ? `${fence(text)}class[${node.classes.join(' ')}]\n${text}\n${fence(text)}` : text

function printBlock(node: Node, printer: Printer): string {
  const { inline, depth } = printer
  const blocks = (nodes: readonly Node[]): string => printBlocks(nodes, printer)
  switch (node.type) {
    case 'section': {
      const [title, ...rest] = node.children
      const text = title?.type === 'title' ? inline(title.children).replaceAll('\n', ' ') : ''
      if (depth >= 6) printer.cannotSay('a heading below the sixth level', node)
      const attributes = node.classes?.length ? ` {${node.classes.map((name) => `.${name}`).join(' ')}}` : ''
      const body = printBlocks(title?.type === 'title' ? rest : node.children, { ...printer, depth: depth + 1 })
      return [`${'#'.repeat(Math.min(depth + 1, 6))} ${text.replace(/(#+)$/, '\\$1')}${attributes}`, body].filter(Boolean).join('\n\n')
    }
    case 'transition': {
      const level = printer.levels.indexOf(String(node.data?.['character'] ?? '-'))
      if (level >= rules.length) printer.cannotSay('a fourth level of steps', node)
      return rules[level] ?? '---'
    }
    case 'field_list':
      return fieldsOf(node)
        .map(({ name, value }) => `:${name}:${value ? ` ${value}` : ''}`)
        .join('\n')
    case 'paragraph':
      return withClass(node, inline(node.children))
    case 'bullet_list':
      return withClass(
        node,
        items(node.children, () => (/^[-*+]$/.test(node.bullet ?? '-') ? `${node.bullet ?? '-'} ` : '- '), blocks),
      )
    case 'enumerated_list': {
      const first = node.start ?? 1
      const suffix = node.suffix === ')' ? ')' : '.'
      if (node.enumtype !== 'arabic' || node.prefix) return asRst(node, printer)
      return withClass(
        node,
        items(node.children, (index) => `${first + index}${suffix} `, blocks),
      )
    }
    case 'literal_block': {
      const [code, language = '', ...classes] = node.classes ?? []
      if (
        (code !== undefined && code !== 'code') ||
        classes.length > 0 ||
        node.children.some(({ type }) => type !== 'text' && type !== 'line_number')
      )
        return asRst(node, printer)
      const source = textIn(node)
      const mark = '`'.repeat(Math.max(2, ...[...source.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length)) + 1)
      const number = node.children.find(({ type }) => type === 'line_number')
      const first = number?.type === 'line_number' ? number.number.trim() : ''
      const emphasized = node.data?.['emphasize-lines']
      const words = [
        ...(typeof emphasized === 'string' ? [`{${emphasized}}`] : []),
        ...(first ? [first === '1' ? 'showLineNumbers' : `showLineNumbers=${first}`] : []),
      ]
      if (code === 'code' && !language) return directive('code', '', first ? [['number-lines', first]] : [], source)
      return `${mark}${[language, ...words].filter(Boolean).join(' ')}\n${source}\n${mark}`
    }
    case 'math_block':
      return node.classes || node.names ? asRst(node, printer) : `$$\n${textIn(node)}\n$$`
    case 'block_quote': {
      const text = printBlocks(node.children, printer)
      return withClass(node, text.replace(/^/gm, '> ').replace(/^> $/gm, '>'))
    }
    case 'attribution':
      return `— ${inline(node.children)}`
    case 'image': {
      const options = optionsOf(node).filter(([name]) => name !== 'alt')
      return directive('image', node.uri, node.alt === undefined ? options : [['alt', node.alt], ...options])
    }
    case 'drawing':
      return directive('svg', node.uri, optionsOf(node))
    case 'reference':
      return inline([node])
    case 'figure':
    case 'definition_list':
    case 'option_list':
    case 'line_block':
    case 'doctest_block':
    case 'citation':
    case 'compound':
    case 'topic':
    case 'sidebar':
    case 'rubric':
      return asRst(node, printer)
    case 'table':
      return table(node, printer)
    case 'raw': {
      const html = textIn(node)
      if (node.classes) return asRst(node, printer)
      return node.source === undefined
        ? directive('raw', node.format, [], html)
        : directive('raw', node.format, [['file', pathFrom(printer.source, node.source)]])
    }
    case 'comment':
      return node.children.length > 0 ? `<!-- ${textIn(node).replaceAll('-->', '-- >')} -->` : ''
    case 'container': {
      if (node.children.length === 0) return ''
      const text = blocks(node.children)
      return `${fence(text)} {${(node.classes ?? ['box']).map((name) => `.${name}`).join(' ')}}\n${text}\n${fence(text)}`
    }
    case 'admonition': {
      const title = node.children.find(({ type }) => type === 'title')
      return directive(
        'admonition',
        title ? inline(childrenOf(title)) : '',
        classOption(node),
        blocks(node.children.filter((child) => child !== title)),
      )
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
    case 'footnote':
      return hanging(blocks(node.children.filter(({ type }) => type !== 'label')), '    ').replace(/^ {4}/, `[^${footnoteLabel(node)}]: `)
    case 'decoration':
      return node.children.map((child) => directive(child.type, '', [], blocks(childrenOf(child)))).join('\n\n')
    case 'system_message':
    case 'substitution_definition':
    case 'pending':
    case 'target':
    case 'meta':
      return ''
    default:
      return 'children' in node && !('value' in node) ? asRst(node, printer) : inline([node])
  }
}

const footnoteLabel = (node: Node): string => (node.ids?.[0] ?? node.names?.[0] ?? '1').replace(/\s+/g, '-')

function items(nodes: readonly Node[], marker: (index: number) => string, blocks: (nodes: readonly Node[]) => string): string {
  const texts = nodes
    .filter(({ type }) => type === 'list_item')
    .map((item, index) => hanging(blocks(childrenOf(item)), marker(index)).trimEnd())
  return texts.join(texts.every((text) => !text.includes('\n\n')) ? '\n' : '\n\n')
}

/** A table of GFM has one row of heads and a line of text in each cell; other ones are written as list tables. */
function table(node: Table, printer: Printer): string {
  const group = node.children.find(({ type }) => type === 'tgroup')
  if (group?.type !== 'tgroup') return ''
  const head = childrenOf(group.children.find(({ type }) => type === 'thead') ?? { type: 'text', value: '' })
  const body = childrenOf(group.children.find(({ type }) => type === 'tbody') ?? { type: 'text', value: '' })
  const rows = [...head, ...body]
  const isPlain = (cell: Node): boolean =>
    cell.type === 'entry' &&
    !cell.morecols &&
    !cell.morerows &&
    cell.children.every(({ type }) => type === 'paragraph') &&
    cell.children.length < 2
  const hasOptions =
    node.classes?.length ||
    node.align ||
    node.width ||
    node.children.length > 1 ||
    group.children.some((child) => child.type === 'colspec' && child.stub)
  if (head.length !== 1 || hasOptions || !rows.every((row) => childrenOf(row).every(isPlain))) return asRst(node, printer)
  const texts = rows.map((row) =>
    childrenOf(row).map((cell) =>
      printer
        .inline(childrenOf(cell).flatMap(childrenOf))
        .replaceAll('\n', ' ')
        .replace(/(?<!\\)\|/g, '\\|'),
    ),
  )
  const sides = childrenOf(head[0] as Node).map((cell) => cell.classes?.find((name) => name.startsWith('align-')))
  const rule = sides.map((side) =>
    side === 'align-right' ? '--:' : side === 'align-center' ? ':-:' : side === 'align-left' ? ':--' : '---',
  )
  const [first = [], ...others] = texts
  return [first, rule, ...others].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
