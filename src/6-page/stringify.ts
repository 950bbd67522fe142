import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { element, type Html, raw } from './hast.ts'

/** The page as text. Raw HTML goes out as it stands; empty attributes and entities are written for readers. */
export const stringifyPage = (attributes: Record<string, string>, parts: readonly Html[]): string =>
  stringify([raw('<!DOCTYPE html>\n'), element('html', attributes, parts, raw('\n')), raw('\n')])

const processor = unified()
  .use(rehypeStringify, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } })
  .freeze()

/**
 * Each element's text is joined from its children's, so that what stands deep is copied as often. What is long is left out of that, and put in
 * at the end: films and pictures of a hundred megabytes would take gigabytes, and joining slides again and again takes time.
 */
export function stringify(nodes: readonly Html[]): string {
  const long: string[] = []
  const text = processor.stringify({ type: 'root', children: nodes.map((node) => withoutLong(node, long)) })
  return long.length === 0 ? text : text.replace(mark, (_, index: string) => long[Number(index)] ?? '')
}

/** In characters. */
const longFrom = 1024

/** Two characters that Unicode keeps for a program's own use, and HTML forbids. */
const mark = /\ufdd0(\d+)\ufdd1/g

function withoutLong(node: Html, long: string[]): Html {
  const put = (text: string): string => `\ufdd0${long.push(text) - 1}\ufdd1`
  if (node.type === 'raw') return node.value.length < longFrom ? node : { ...node, value: put(node.value) }
  if (node.type !== 'element') return node
  const properties = { ...node.properties }
  for (const [name, value] of Object.entries(properties)) {
    // What is to be escaped is left to the printer.
    if (typeof value === 'string' && value.length >= longFrom && !/["&]/.test(value)) properties[name] = put(value)
  }
  return { ...node, properties, children: node.children.map((child) => withoutLong(child, long)) }
}
