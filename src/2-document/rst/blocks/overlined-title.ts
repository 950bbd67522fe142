import { dedent, type Line } from '../../../1-source/source.ts'
import type { MessageCode } from '../../../diagnostics/messages/index.ts'
import type { SystemMessage, Transition } from '../../nodes.ts'
import { columnWidth } from '../../syntax/column-width.ts'
import type { OpenSections, ParseContext } from '../../syntax/context.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { indentOf, isBlankAt, positionOf } from '../../syntax/sliced-lines.ts'
import type { BlockConstruct, BlockResult } from './construct.ts'
import { punctuationLine } from './patterns.ts'
import { openSection } from './sections.ts'

/** A line of punctuation: a transition, or the overline of a title (docutils: Body.line, the Line state). */
export const overlinedTitle: BlockConstruct = {
  name: 'transition',
  read(lines, index, context) {
    const line = lines[index] as Line
    if (!punctuationLine.test(line.text)) return undefined
    if (!context.reader.sections) return whereNoTitleMay(lines, index, context)
    const isShort = line.text.length < 4
    if (isBlankAt(lines, index + 1)) {
      if (isShort) return undefined
      const transition: Transition = { type: 'transition', children: [], position: positionOf([line]), character: line.text.charAt(0) }
      return { nodes: [transition], next: index + 1 }
    }
    return readTitle(lines, index, isShort, context.reader.sections, context)
  },
}

function whereNoTitleMay(lines: readonly Line[], index: number, context: ParseContext): BlockResult | undefined {
  const line = lines[index] as Line
  if (line.text === '::') return undefined
  if (line.text.length < 4) return asText('rst/unexpected-line-ignored', line, context)
  const message = context.message('rst/unexpected-line', {}, positionOf([line]), [literalNode('literal_block', [line])])
  return { nodes: [message], next: index + 1 }
}

function readTitle(
  lines: readonly Line[],
  index: number,
  isShort: boolean,
  sections: OpenSections,
  context: ParseContext,
): BlockResult | undefined {
  const [overline, titleLine, underline] = lines.slice(index, index + 3) as [Line, Line, Line?]
  const problem = problemOf(overline, titleLine, underline)
  const width = { title: columnWidth(titleLine.text), overline: overline.text.length }
  if (isShort && (problem || width.title > width.overline)) return asText('rst/title-overline-ignored', overline, context)
  if (problem) {
    const next = Math.min(problem === 'rst/title-missing' ? index + 2 : index + 3, lines.length)
    const read = literalNode('literal_block', lines.slice(index, lines[next - 1]?.text === '' ? next - 1 : next))
    return { nodes: [context.message(problem, {}, positionOf([overline]), [read])], next }
  }
  const read = lines.slice(index, index + 3)
  const messages: SystemMessage[] = []
  if (width.title > width.overline) {
    messages.push(context.message('rst/title-overline-short', width, positionOf([overline]), [literalNode('literal_block', read)]))
  }
  const title = dedent(titleLine, indentOf(titleLine.text))
  const style = overline.text.charAt(0).repeat(2)
  return { nodes: openSection({ title, lines: read, style, messages, nameLine: underline as Line }, sections, context), next: index + 3 }
}

type TitleProblem = 'rst/title-missing' | 'rst/title-incomplete' | 'rst/title-underline-missing' | 'rst/title-lines-differ'

function problemOf(overline: Line, title: Line, underline: Line | undefined): TitleProblem | undefined {
  if (punctuationLine.test(title.text)) return 'rst/title-missing'
  if (!underline) return 'rst/title-incomplete'
  if (!punctuationLine.test(underline.text)) return 'rst/title-underline-missing'
  return overline.text === underline.text ? undefined : 'rst/title-lines-differ'
}

/** Says that the line could have been something else, and leaves it to the constructs for text. */
function asText(
  code: Extract<MessageCode, 'rst/unexpected-line-ignored' | 'rst/title-overline-ignored'>,
  line: Line,
  context: ParseContext,
): undefined {
  context.reader.parent?.children.push(context.message(code, {}, positionOf([line])))
  return undefined
}
