import { toHtml } from 'hast-util-to-html'
import { element, type Html, raw } from './hast.ts'

/** The page as text. Raw HTML goes out as it stands; empty attributes and entities are written for readers. */
export const stringifyPage = (attributes: Record<string, string>, parts: readonly Html[]): string =>
  `<!DOCTYPE html>\n${stringify([element('html', attributes, parts, raw('\n'))])}\n`

export const stringify = (nodes: readonly Html[]): string =>
  toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } })
