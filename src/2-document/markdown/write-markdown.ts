import type { Document, Node } from '../nodes.ts'
import { type CannotSay, childrenOf, fieldsOf, pathFrom, textIn, transitionLevels } from '../syntax/print/print-report.ts'
import { isImplicit } from './deck/open-slide.ts'
import { gatherFields } from './gather-fields.ts'
import { isOwnComment, printBlocks } from './print/blocks.ts'
import type { MarkdownPrinter } from './print/printer.ts'
import type { Notes } from './print/sayable.ts'
import { stringify } from './print/stringify.ts'

/**
 * Makes the printer of what Markdown has no words for; it defines roles and substitutions once, where they are first used. `isForeign`:
 * whether the footnote with an id is written as Markdown's, under its id.
 */
export type EmbeddedPrinter = (
  document: Document,
  cannotSay: CannotSay,
  isForeign: (id: string) => boolean,
) => (nodes: readonly Node[]) => string

/** Writes the tree; what Markdown has no words for stands in `:::rst` blocks as `embedded` prints it. */
export function writeMarkdown(read: Document, cannotSay: CannotSay, embedded: EmbeddedPrinter): string {
  const document = { ...read, children: gatherFields(read.children) }
  const notes = notesOf(document)
  const printer: MarkdownPrinter = {
    cannotSay,
    fileFrom: (path) => pathFrom(document.source, path),
    levels: transitionLevels(document),
    notes,
    depth: 0,
    outer: true,
    blocks: printBlocks,
  }
  const first = document.children.findIndex((node) => node.type === 'transition' || node.type === 'section')
  const start = first < 0 ? document.children.length : first
  const front = document.children.slice(0, start)
  const implicit = document.children[start]
  // Text before the first step is not shown; in Markdown it would be a step.
  const hidden = new Set(start < document.children.length ? front.filter((node) => !unseen.has(node.type) || !isOwn(node)) : [])
  const shown = document.children.filter(
    (node, index) => !hidden.has(node) && !(index < start && node.type === 'field_list') && !(node === implicit && isImplicit(node)),
  )
  const ownPrinter = () => embedded(document, cannotSay, notes.isOwn)
  const parts = [
    frontMatter(front.flatMap(fieldsOf)),
    hidden.size > 0 ? `<!--\n${hiddenText([...hidden], printer, ownPrinter())}\n-->` : '',
    stringify(printBlocks(shown, printer), ownPrinter()),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const isOwn = (node: Node): boolean => node.type !== 'comment' || isOwnComment(textIn(node))

/** What of the front stays as it is. */
const unseen = new Set(['field_list', 'decoration', 'comment', 'system_message', 'substitution_definition', 'pending', 'target', 'meta'])

/** Its roles and substitutions are its own: what stands in a comment defines nothing. */
const hiddenText = (nodes: readonly Node[], printer: MarkdownPrinter, printRst: ReturnType<EmbeddedPrinter>): string =>
  stringify(printBlocks(nodes, printer), printRst).replaceAll('--', '- -')

/** Footnotes of Markdown are numbered in their order: others, and symbols, are written in reStructuredText. */
function notesOf(document: Document): Notes {
  const footnotes: { id: string; isNumbered: boolean; label: string }[] = []
  const gather = (node: Node): void => {
    if (node.type === 'footnote')
      footnotes.push({ id: node.ids?.[0] ?? '', isNumbered: node.auto === 1, label: textIn(node.children[0] ?? node) })
    for (const child of childrenOf(node)) gather(child)
  }
  gather(document)
  const isInOrder = footnotes.every(({ label }, index) => label === String(index + 1))
  const own = new Set(footnotes.filter(({ isNumbered }) => isInOrder || isNumbered).map(({ id }) => id))
  return { isOwn: (id) => own.has(id) }
}

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
