import type { Node } from '../../nodes.ts'
import { childrenOf } from '../../syntax/print/print-report.ts'
import { targetsBefore } from '../../syntax/print/targets-before.ts'
import { boxPrinters, picturePrinters, structurePrinters, textPrinters } from './body.ts'
import { targetLine } from './known-names.ts'
import { listPrinters } from './list.ts'
import { literalPrinters } from './literal.ts'
import type { RstPrinter } from './printer.ts'
import { tablePrinters } from './table.ts'

/** How each type of block is written. */
const printers = {
  ...structurePrinters,
  ...textPrinters,
  ...listPrinters,
  ...literalPrinters,
  ...picturePrinters,
  ...tablePrinters,
  ...boxPrinters,
  // What `resolve` has put to use.
  system_message: () => '',
  substitution_definition: () => '',
  pending: () => '',
} as const

function printBlock(node: Node, printer: RstPrinter): string {
  const print = (printers as Readonly<Record<string, unknown>>)[node.type] as ((node: Node, printer: RstPrinter) => string) | undefined
  if (print) return print(node, printer)
  // A plugin's own block, or text where a block should be.
  const children = childrenOf(node)
  return children.some(({ type }) => Object.hasOwn(printers, type)) ? printer.blocks(children, printer) : printer.inline([node])
}

/** Blocks with blank lines between them, an empty comment where two would be one. */
export function printBlocks(nodes: readonly Node[], printer: RstPrinter): string {
  const parts: string[] = []
  let previous: Node | undefined
  let ofStep = printer.ofStep
  for (const node of nodes) {
    if (node.type === 'transition') ofStep = printer.outer
    const text = printBlock(node, { ...printer, ofStep })
    if (text === '') continue
    const targets = [...targetsBefore(node), ...renamed(node)].map(targetLine)
    if (targets.length === 0 && (previous ? growTogether(previous, node) : isQuote(node))) parts.push('..')
    parts.push(...(targets.length > 0 ? [targets.join('\n')] : []), text)
    previous = node
  }
  return parts.join('\n\n')
}

/** A title with a picture or a link with markup in it is named otherwise, by the substitution that it is written with: the id stays. */
function renamed(node: Node): string[] {
  const [title] = node.type === 'section' ? node.children : []
  const isSubstituted = (child: Node): boolean =>
    child.type === 'image' ||
    (child.type === 'reference' ? child.children.some(({ type }) => type !== 'text') : childrenOf(child).some(isSubstituted))
  return title && isSubstituted(title) ? (node.ids ?? []).slice(0, 1) : []
}

const isQuote = (node: Node): boolean => node.type === 'block_quote' && !node.classes?.length

const indentsBody = new Set(
  'paragraph bullet_list enumerated_list definition_list option_list field_list block_quote literal_block container comment image figure'.split(
    ' ',
  ),
)

/** An indented block belongs to what stands before it, if that may have a body; so does a second list of the same kind. */
const growTogether = (previous: Node, node: Node): boolean =>
  isQuote(node) ? indentsBody.has(previous.type) || previous.type !== 'section' : previous.type === node.type && node.type.endsWith('_list')
