import type { Line } from '../../../1-source/source.ts'
import type { SystemMessage } from '../../nodes.ts'
import { columnWidth } from '../../syntax/column-width.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { positionOf } from '../../syntax/sliced-lines.ts'
import type { BlockConstruct, BlockResult } from './construct.ts'
import { paragraph } from './paragraph.ts'
import { punctuationLine } from './patterns.ts'
import { openSection } from './sections.ts'

/** A title with a line of punctuation below it (docutils: Text.underline). */
export const underlinedTitle: BlockConstruct = {
  name: 'section',
  read(lines, index, context) {
    const title = lines[index] as Line
    const underline = lines[index + 1]
    if (!underline || !punctuationLine.test(underline.text)) return undefined
    const read = [title, underline]
    const width = { title: columnWidth(title.text), underline: underline.text.length }
    const messages: SystemMessage[] = []
    if (width.title > width.underline) {
      if (width.underline < 4) return tooShort(lines, index, context)
      messages.push(context.message('rst/title-underline-short', width, positionOf([underline]), [literalNode('literal_block', read)]))
    }
    const next = index + 2
    if (!context.reader.sections) {
      const message = context.message('rst/unexpected-title', {}, positionOf([underline]), [literalNode('literal_block', read)])
      return { nodes: [...messages, message], next }
    }
    const style = underline.text.charAt(0)
    return { nodes: openSection({ title, lines: read, style, messages, nameLine: underline }, context.reader.sections, context), next }
  },
}

/** Less than four characters and shorter than the title: text after all. */
function tooShort(lines: readonly Line[], index: number, context: ParseContext): BlockResult | undefined {
  if (!context.reader.sections) return undefined
  context.reader.parent?.children.push(context.message('rst/title-underline-ignored', {}, positionOf(lines, index + 1, index + 2)))
  return paragraph.read(lines, index, context)
}
