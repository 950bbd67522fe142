import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { element, type Html, raw } from './hast.ts'

/** The page as text. Raw HTML goes out as it stands; empty attributes and entities are written for readers. */
export const stringifyPage = (attributes: Record<string, string>, parts: readonly Html[]): string =>
  `<!DOCTYPE html>\n${stringify([element('html', attributes, parts, raw('\n'))])}\n`

const processor = unified()
  .use(rehypeStringify, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } })
  .freeze()

export const stringify = (nodes: readonly Html[]): string => processor.stringify({ type: 'root', children: [...nodes] })
