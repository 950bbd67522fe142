import type { Node, Pending, Text } from './nodes.ts'
import type { OurFields } from './our-fields.ts'

// What Python's str.splitlines takes for a line end: docutils prints text nodes a line each by it.
const lineEnd = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

const own: Readonly<Record<keyof OurFields, true>> = {
  rawsource: true,
  lastNumbers: true,
  character: true,
  implicit: true,
  written: true,
  tooltip: true,
  imageStyle: true,
  style: true,
  standalone: true,
  figwidth: true,
  columnWidth: true,
  listing: true,
  equation: true,
  lastLine: true,
  view: true,
  places: true,
  htmlElement: true,
  presses: true,
  at: true,
  message: true,
  addition: true,
}

/** Every node's; `data` is unist's, for other tools. */
const structure: ReadonlySet<string> = new Set(['type', 'children', 'position', 'data', 'value'])
/** Further fields that are no docutils attributes; `transform` and `details` of a pending node are printed as internals. */
const unprinted: ReadonlySet<string> = new Set([...Object.keys(own), 'transform', 'details'])
const indent = '    '

/**
 * The tree as docutils prints it (`Node.pformat()`): an element a line, four blanks a level, attributes sorted by name, text nodes a line
 * each. Takes any tree, however deep; ends with a line feed unless there is nothing to print.
 */
export function toPseudoXml(node: Node): string {
  const lines: string[] = []
  const open: { node: Node; level: number; internals?: true }[] = [{ node, level: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.internals) for (const line of internals(next.node as Pending, next.level)) lines.push(line)
    else if (next.node.type === 'text') for (const line of textLines(next.node, next.level)) lines.push(line)
    else {
      lines.push(indent.repeat(next.level) + startTag(next.node))
      for (const line of ownLines(next.node, next.level + 1)) lines.push(line)
      if (next.node.type === 'pending') open.push({ ...next, internals: true })
      if (next.node.type === 'system_message' && next.node.addition)
        open.push({ node: { type: 'paragraph', children: [{ type: 'text', value: next.node.addition }] }, level: next.level + 1 })
      const { children } = next.node as { children?: readonly Node[] }
      for (let index = (children?.length ?? 0) - 1; index >= 0; index--)
        open.push({ node: children?.[index] as Node, level: next.level + 1 })
    }
  }
  return lines.length ? `${lines.join('\n')}\n` : ''
}

/** What docutils has as text and the tree as a field, since no author wrote it. */
function ownLines(node: Node, level: number): string[] {
  if (node.type === 'line_number') return textLines({ type: 'text', value: node.number }, level)
  if (node.type !== 'system_message') return []
  return [`${indent.repeat(level)}<paragraph>`, ...textLines({ type: 'text', value: node.message }, level + 1)]
}

function textLines({ value }: Text, level: number): string[] {
  const lines = value.split(lineEnd)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => indent.repeat(level) + line)
}

function startTag(node: Node): string {
  if (node.type === 'line_number') return '<inline classes="ln">'
  const attributes = Object.entries(node)
    .filter(([name, value]) => isPrinted(name, node) && value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => [node.type === 'system_message' && name === 'kind' ? 'type' : name, value] as const)
    .sort(([first], [second]) => (first < second ? -1 : 1))
  return `<${[node.type, ...attributes.map(([name, value]) => `${name}="${attributeText(value)}"`)].join(' ')}>`
}

/** A `meta` has what names its author gives. */
const isPrinted = (name: string, { type }: Node): boolean => !structure.has(name) && (type === 'meta' || !unprinted.has(name))

/** A blank inside an item of a list is escaped, since blanks part the items. */
const attributeText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((item) => String(item).replaceAll('\\', '\\\\').replaceAll(' ', '\\ ')).join(' ')
  return value === true || value === null ? 'True' : value === false ? 'False' : String(value)
}

function internals({ transform, details }: Pending, level: number): string[] {
  const lines = ['.. internal attributes:', `     .transform: ${transform}`, '     .details:']
  for (const [key, value] of Object.entries(details ?? {}).sort(([first], [second]) => (first < second ? -1 : 1))) {
    const nodes = isNode(value) ? [value] : Array.isArray(value) && isNode(value[0]) ? (value as Node[]) : undefined
    if (nodes)
      lines.push(
        `       ${key}:`,
        ...nodes.flatMap((node) =>
          toPseudoXml(node)
            .split('\n')
            .slice(0, -1)
            .map((line) => `         ${line}`),
        ),
      )
    else lines.push(`       ${key}: ${pythonRepr(value)}`)
  }
  return lines.map((line) => indent.repeat(level + 1) + line)
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** A value the way Python's `repr` writes it. */
function pythonRepr(value: unknown): string {
  if (value === undefined || value === null) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, item]) => `${pythonRepr(key)}: ${pythonRepr(item)}`)
      .join(', ')}}`
  if (typeof value !== 'string') return String(value)
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
  return value.includes("'") && !value.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`
}
