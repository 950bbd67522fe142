import type { State, Construct as Syntax } from 'micromark-util-types'
import type { Node as UnistNode } from 'unist'
import type { Line } from '../../../1-source/source.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { type TableCell, tableNode } from '../../syntax/tables/table-node.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { isBlank } from '../lines.ts'
import { isAtLineStart, isInSlide, type Reading, restOfLine } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'

/** A table whose columns are where the dashes are. */
interface SimpleTable extends UnistNode {
  type: 'simpleTable'
  table: TableLines
}

declare module 'mdast' {
  interface RootContentMap {
    simpleTable: SimpleTable
  }
}

interface TableLines {
  readonly head: Line | undefined
  readonly dashes: string
  readonly body: readonly Line[]
  /** How many lines it has. */
  readonly length: number
}

/**
 * A line of headings, a line with as many rows of dashes as there are columns, lines of cells up to a blank one; without headings a further
 * line of dashes ends it (pandoc, simple_tables).
 */
export const simpleTable: Construct = {
  name: 'simpleTable',
  dialects: pandocDialects,
  syntax: (reading) => ({ flowInitial: { null: tableAt(reading) } }),
  mdast: [leaf('simpleTable', (table: TableLines): SimpleTable => ({ type: 'simpleTable', table }))],
  blocks: { simpleTable: (node: SimpleTable, context) => [tableOf(node, context)] },
}

const tableAt = (reading: Reading): Syntax => ({
  name: 'simpleTable',
  concrete: true,
  tokenize(effects, ok, nok) {
    let left = 0
    const end: State = (code) => {
      left--
      if (left > 0 && code !== null) {
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        return line
      }
      effects.exit('simpleTable')
      return ok(code)
    }
    const line: State = (code) => restOfLine(effects, 'simpleTableLine', end)(code)
    return (code) => {
      const table = isAtLineStart(this) && isInSlide(this, reading) ? readTable(reading.lines, this.now().line - 1) : undefined
      if (!table) return nok(code)
      left = table.length
      effects.enter('simpleTable', { read: table })
      return line(code)
    }
  },
})

/** Two columns at least: one row of dashes alone is a rule or a heading's line. */
const dashesOfColumns = /^ *-+(?: +-+)+ *$/

function readTable(lines: readonly Line[], start: number): TableLines | undefined {
  const first = lines[start]
  const hasHead = dashesOfColumns.test(lines[start + 1]?.text ?? '') && !dashesOfColumns.test(first?.text ?? '')
  const dashes = lines[hasHead ? start + 1 : start]
  if (!first || !dashes || !dashesOfColumns.test(dashes.text)) return undefined
  const body: Line[] = []
  let at = start + (hasHead ? 2 : 1)
  for (; at < lines.length && !isBlank(lines[at]?.text ?? '') && !dashesOfColumns.test(lines[at]?.text ?? ''); at++)
    body.push(lines[at] as Line)
  const isEnded = dashesOfColumns.test(lines[at]?.text ?? '')
  if (body.length === 0 || (!hasHead && !isEnded)) return undefined
  return { head: hasHead ? first : undefined, dashes: dashes.text, body, length: at - start + (isEnded ? 1 : 0) }
}

function tableOf(node: SimpleTable, context: MarkdownContext) {
  const { head, dashes, body } = node.table
  const columns = [...dashes.matchAll(/-+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  const bounds = columns.map(
    ({ start }, index) => [index === 0 ? 0 : start, columns[index + 1]?.start ?? Number.POSITIVE_INFINITY] as const,
  )
  const cells = (line: Line, classes: readonly string[]): TableCell[] =>
    bounds.map(([from, to], index) => {
      const cut = sliceLine(line, from, Math.min(to, line.text.length))
      const blanks = /^ */.exec(cut.text)?.[0].length ?? 0
      const children = context.readLines([sliceLine(cut, blanks, Math.max(blanks, cut.text.trimEnd().length))])
      const side = classes[index]
      if (side) for (const child of children) child.classes = [...(child.classes ?? []), `align-${side}`]
      return { children }
    })
  const sides = columns.map(({ start, end }, index) => sideOf((head ?? body[0])?.text ?? '', start, end, columns[index + 1]?.start))
  return tableNode({
    colwidths: columns.map(({ start, end }) => end - start),
    head: head ? [cells(head, sides)] : [],
    body: body.map((line) => cells(line, sides)),
    classes: [],
    position: placeOf(node, context),
  })
}

/** Where a column's heading stands above its dashes: flush with one end of them, with both, or between. */
function sideOf(text: string, start: number, end: number, next = Number.POSITIVE_INFINITY): string {
  const word = text.slice(start, next).trimEnd()
  const isLeft = word !== '' && !word.startsWith(' ')
  const isRight = start + word.length === end
  if (isLeft) return isRight ? '' : 'left'
  return isRight ? 'right' : 'center'
}
