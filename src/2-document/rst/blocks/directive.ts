import type { Line } from '../../../1-source/source.ts'
import type { SubstitutionDefinition } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { findDirective } from '../../syntax/directives/registry.ts'
import { runDirective } from '../../syntax/directives/run-directive.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { indentedBlock, positionOf } from '../../syntax/sliced-lines.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import type { ExplicitConstruct, ExplicitResult } from './explicit-construct.ts'

/** `.. name:: arguments`, one blank before the colons allowed; options and body are indented below. */
export const readDirective: ExplicitConstruct = (lines, index, start, context) => {
  const { text } = lines[index] as Line
  const end = simpleNameEnd(text, start)
  if (end === start) return undefined
  const colons = text[end] === ' ' ? end + 1 : end
  if (!text.startsWith('::', colons) || (text[colons + 2] ?? ' ') !== ' ') return undefined
  let first = colons + 2
  while (text[first] === ' ') first++
  return readDirectiveAt(lines, index, text.slice(start, end), first, context)
}

/** Runs the directive `name` whose first line's text begins at column `first`. */
export function readDirectiveAt(
  lines: readonly Line[],
  index: number,
  name: string,
  first: number,
  context: ParseContext,
  definition?: SubstitutionDefinition,
): ExplicitResult {
  const directive = findDirective(name, context.settings)
  if (!directive) return unknownDirective(lines, index, name, context)
  const block = indentedBlock(lines, index, { first })
  const written = lines.slice(index, block.next)
  const { nodes, isInsertion } = runDirective(directive, { name, body: block.lines, written, definition }, context)
  return { nodes, next: block.next, blankFinish: block.blankFinish || isInsertion || lines[block.next]?.text === '', isInsertion }
}

function unknownDirective(lines: readonly Line[], index: number, name: string, context: ParseContext): ExplicitResult {
  const block = indentedBlock(lines, index, { first: 0, keepIndent: true })
  const place = positionOf(lines, index, index + 1)
  const literal = literalNode('literal_block', block.lines)
  const messages = [
    context.message('rst/directive-not-english', { name }, place),
    context.message('rst/unknown-directive', { name }, place, [literal]),
  ]
  return { nodes: messages, next: block.next, blankFinish: block.blankFinish }
}
