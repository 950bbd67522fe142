import type { Document, Node } from '../nodes.ts'
import { type CannotSay, fieldsOf, pathFrom, transitionLevels } from '../syntax/print/print-report.ts'
import { printBlocks } from './print/blocks.ts'
import { createInlinePrinter } from './print/inline.ts'
import { type KnownNames, knownNames } from './print/known-names.ts'
import { directive, type RstPrinter } from './print/printer.ts'

/** A resolved tree as reStructuredText. What the language cannot say goes to `cannotSay` and is left out or said more plainly. */
export function printRst(document: Document, cannotSay: CannotSay): string {
  const names = knownNames(document)
  const inline = createInlinePrinter(cannotSay, names)
  const printer = printerFor(document, inline.print, { cannotSay, names, levels: transitionLevels(document) })
  const hasField = document.children.some((node) => fieldsOf(node).some(({ name }) => name === 'title'))
  const title = document.title === undefined || hasField ? '' : directive('title', document.title, [])
  const body = printBlocks(document.children, printer)
  return `${[title, ...inline.takeDefinitions(), body].filter(Boolean).join('\n\n')}\n`
}

/**
 * Prints single blocks of a document in another language; roles and substitutions are defined once, where they are first used. `isForeign`:
 * whether the footnote with an id is written in that language, under its id.
 */
export function createRstBlockPrinter(
  document: Document,
  cannotSay: CannotSay,
  isForeign: (id: string) => boolean,
): (nodes: readonly Node[]) => string {
  const known = knownNames(document)
  const names: KnownNames = { ...known, labelOf: (id) => (isForeign(id) ? `#${id}` : known.labelOf(id)) }
  const inline = createInlinePrinter(cannotSay, names)
  const printer = printerFor(document, inline.print, { cannotSay, names, levels: [] })
  return (nodes) => {
    const body = printBlocks(nodes, { ...printer, outer: false, ofStep: false })
    return [...inline.takeDefinitions(), body].join('\n\n')
  }
}

const printerFor = (
  { source }: Document,
  inline: RstPrinter['inline'],
  rest: Pick<RstPrinter, 'cannotSay' | 'names' | 'levels'>,
): RstPrinter => ({ ...rest, inline, depth: 0, outer: true, ofStep: true, fileFrom: (path) => pathFrom(source, path), blocks: printBlocks })
