import type { State, Construct as Syntax, TokenizeContext } from 'micromark-util-types'
import type { Node as UnistNode } from 'unist'
import { dedent, positionOfLines } from '../../../../1-source/source.ts'
import type { Node } from '../../../nodes.ts'
import { sliceLine } from '../../../syntax/sliced-lines.ts'
import { type TableCell, tableNode } from '../../../syntax/tables/table-node.ts'
import type { TextCell } from '../../../syntax/tables/text-table.ts'
import { alignColumns } from '../../blocks/table.ts'
import { type MarkdownContext, placeOf } from '../../context.ts'
import { pandocDialects } from '../../dialects/pandoc-dialects.ts'
import { isBlank, marginOf } from '../../lines.ts'
import { type Reading, restOfLine } from '../../micromark/reading.ts'
import type { Construct } from '../construct.ts'
import { leaf } from '../leaf.ts'
import { dashedTables } from './dashes.ts'
import type { DrawnTable, LinesFrom } from './drawn-table.ts'
import { gridTable } from './grid.ts'

/** A table that is drawn in the text. */
interface TextTable extends UnistNode {
  type: 'textTable'
  table: DrawnTable
}

declare module 'mdast' {
  interface RootContentMap {
    textTable: TextTable
  }
}

/** pandoc's tables beside those with pipes: simple ones, ones with several lines a row, grids. */
export const textTable: Construct = {
  name: 'textTable',
  dialects: pandocDialects,
  syntax: (reading) => ({ flowInitial: { null: tableAt(reading) } }),
  mdast: [leaf('textTable', (table: DrawnTable): TextTable => ({ type: 'textTable', table }))],
  blocks: { textTable: readTable },
}

const tableAt = (reading: Reading): Syntax => ({
  name: 'textTable',
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
      effects.exit('textTable')
      return ok(code)
    }
    const line: State = (code) => restOfLine(effects, 'textTableLine', end)(code)
    return (code) => {
      const lines = linesFrom(this, reading)
      const table = this.interrupt ? undefined : (gridTable(lines) ?? dashedTables(lines))
      if (!table) return nok(code)
      left = table.length
      effects.enter('textTable', { read: table })
      return line(code)
    }
  },
})

/** The lines from where the tokenizer stands, as far as they are in the same containers. */
function linesFrom(self: TokenizeContext, { lines }: Reading): LinesFrom {
  const { line: first, column } = self.now()
  const indent = column - 1
  return (index) => {
    const line = lines[first - 1 + index]
    if (!line || index === 0) return line && dedent(line, indent)
    if (isBlank(line.text)) return sliceLine(line, 0, 0)
    return marginOf(line.text).length >= indent ? dedent(line, indent) : undefined
  }
}

function readTable({ table, ...node }: TextTable, context: MarkdownContext): readonly Node[] {
  const cell = ({ lines, morerows, morecols }: TextCell): TableCell => {
    const [first, last] = [lines[0], lines.at(-1)]
    const children = lines.some(({ text }) => !isBlank(text)) ? context.readLines(lines) : []
    return { children, morerows, morecols, ...(first && last ? { position: positionOfLines(first, last) } : {}) }
  }
  const made = tableNode({
    colwidths: table.colwidths,
    head: table.head.map((row) => row.map(cell)),
    body: table.body.map((row) => row.map(cell)),
    position: placeOf(node, context),
  })
  alignColumns(made, table.sides)
  return [made]
}
