import type { Line } from '../../../1-source/source.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { readAnonymousTarget } from './anonymous-target.ts'
import { readCitation } from './citation.ts'
import { readComment } from './comment.ts'
import type { BlockConstruct } from './construct.ts'
import { readDirective } from './directive.ts'
import type { ExplicitConstruct, ExplicitResult } from './explicit-construct.ts'
import { readFootnote } from './footnote.ts'
import { readHyperlinkTarget } from './hyperlink-target.ts'
import { anonymousPattern, explicitPattern } from './patterns.ts'
import { readSubstitutionDefinition } from './substitution-definition.ts'
import { unindentWarning } from './unindent.ts'

/** What may follow `.. `: the first that reads the line takes it; a comment takes any. */
const explicitConstructs: readonly ExplicitConstruct[] = [
  readFootnote,
  readCitation,
  readHyperlinkTarget,
  readSubstitutionDefinition,
  readDirective,
  readComment,
]

/** `.. ` and what follows it, and anonymous targets (`__ `). They may follow each other without blank lines. */
export const explicitMarkup: BlockConstruct = {
  name: 'explicit_markup',
  starts: '._',
  read(lines, index, context) {
    const { outerLine } = context.reader
    let next = index
    let blankFinish = true
    let firstEnd: number | undefined
    for (let read = readOne(lines, next, context); read; read = readOne(lines, next, context)) {
      for (const node of read.nodes) context.reader.parent?.children.push(node)
      ;({ next, blankFinish } = read)
      context.reader.nameLine = undefined
      firstEnd ??= lines[next - 1]?.number
      context.reader.outerLine = outerLine ?? firstEnd
      if (read.isInsertion) break
    }
    return next === index ? undefined : { nodes: unindentWarning('explicit markup', blankFinish, lines, next, context), next }
  },
}

function readOne(lines: readonly Line[], index: number, context: ParseContext): ExplicitResult | undefined {
  const text = lines[index]?.text ?? ''
  if (anonymousPattern.test(text)) return readAnonymousTarget(lines, index, context)
  const marker = explicitPattern.exec(text)
  if (!marker) return undefined
  const start = marker[0].length
  for (const read of explicitConstructs) {
    const result = read(lines, index, start, context)
    if (result) return result
  }
  return undefined
}
