import type { Entry, Row, Table, TableGroup } from '../../nodes.ts'
import { isWide } from '../../syntax/column-width.ts'
import { childrenOf, hanging } from '../../syntax/print/print-report.ts'
import { type BlockPrinters, classOption, contentOf, directive, given, type Options, type RstPrinter } from './printer.ts'

/** A cell with its text, and where it stands in the grid. */
interface Cell {
  readonly lines: readonly string[]
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const tablePrinters: BlockPrinters<'table'> = {
  table: (node, printer) => {
    const group = node.children.find((child): child is TableGroup => child.type === 'tgroup')
    if (!group) return ''
    const title = node.children.find(({ type }) => type === 'title')
    const caption = title ? printer.inline(childrenOf(title)) : ''
    const rows = rowsOf(group)
    const aligned = rows.flatMap(({ children }) => children).find(({ classes }) => classes?.length)
    if (aligned) printer.cannotSay(`the class "${aligned.classes?.join(' ')}" of a cell`, aligned)
    const options: Options = [
      ...given(['align', node.align], ['width', node.width]),
      ...classOption(node, printer, ['colwidths-given', 'colwidths-auto']),
    ]
    if (group.children.some((child) => child.type === 'colspec' && child.stub)) return listTable(node, group, caption, options, printer)
    const grid = drawGrid(group, printer)
    const widths = widthsOf(node, group)
    if (!caption && options.length === 0 && widths.length === 0) return grid
    return directive('table', caption, [...widths, ...options], grid)
  },
}

const headOf = (group: TableGroup): Row[] => group.children.flatMap((child) => (child.type === 'thead' ? child.children : []))
const rowsOf = (group: TableGroup): Row[] => [
  ...headOf(group),
  ...group.children.flatMap((child) => (child.type === 'tbody' ? child.children : [])),
]
const colwidths = (group: TableGroup): number[] =>
  group.children.flatMap((child) => (child.type === 'colspec' ? [Number(child.colwidth)] : []))

/** `:widths:`, where they were given or the page shows them, which it does in a table that has a width of its own. */
function widthsOf(node: Table, group: TableGroup): Options {
  if (node.classes?.includes('colwidths-auto')) return [['widths', 'auto']]
  if (!node.classes?.includes('colwidths-given') && node.width === undefined) return []
  return [['widths', colwidths(group).join(' ')]]
}

function listTable(node: Table, group: TableGroup, caption: string, options: Options, printer: RstPrinter): string {
  const list = rowsOf(group)
    .map((row) => hanging(row.children.map((cell) => hanging(contentOf(cell, printer), '- ').trimEnd()).join('\n'), '* '))
    .join('\n')
  const head = headOf(group).length
  const stubs = group.children.filter((child) => child.type === 'colspec' && child.stub).length
  return directive(
    'list-table',
    caption,
    [...given(['header-rows', head || undefined], ['stub-columns', stubs || undefined]), ...widthsOf(node, group), ...options],
    list,
  )
}

/** The table drawn with `+`, `-` and `|`, no column narrower than it was; `=` parts its head from its body. */
function drawGrid(group: TableGroup, printer: RstPrinter): string {
  const rows = rowsOf(group)
  const given = colwidths(group)
  const cells = placeCells(rows, given.length, printer)
  const widths = fitted(cells, given, ({ columns, column, lines }) => [
    column,
    columns,
    lines.reduce((width, line) => Math.max(width, columnWidth(line)), 0) + 2,
  ])
  const heights = fitted(cells, Array<number>(rows.length).fill(1), ({ rows: span, row, lines }) => [row, span, lines.length])
  const head = headOf(group).length
  if (head === rows.length) printer.cannotSay('a table of heads alone', group)
  return draw(cells, widths, heights, head === rows.length ? 0 : head)
}

/** Rows hold only the cells that begin in them. */
function placeCells(rows: readonly Row[], columns: number, printer: RstPrinter): Cell[] {
  const cells: Cell[] = []
  const taken = rows.map(() => Array<boolean>(columns).fill(false))
  for (const [row, { children }] of rows.entries()) {
    let column = 0
    for (const entry of children as Entry[]) {
      while (taken[row]?.[column]) column++
      const span = { rows: (entry.morerows ?? 0) + 1, columns: (entry.morecols ?? 0) + 1 }
      for (let down = row; down < row + span.rows; down++) taken[down]?.fill(true, column, column + span.columns)
      cells.push({ ...span, row, column, lines: contentOf(entry, printer).split('\n') })
      column += span.columns
    }
  }
  return cells
}

/** Tracks at least as large as given that hold each cell; a border between two tracks counts for a cell that spans both. */
function fitted(cells: readonly Cell[], given: readonly number[], need: (cell: Cell) => readonly [number, number, number]): number[] {
  const sizes = [...given]
  const needs = cells.map(need).sort((one, other) => one[1] - other[1])
  for (const [start, span, size] of needs) {
    const has = sizes.slice(start, start + span).reduce((sum, width) => sum + width, span - 1)
    if (size > has) sizes[start + span - 1] = (sizes[start + span - 1] ?? 0) + size - has
  }
  return sizes
}

/** Columns as a grid table counts them: combining characters have their own (docutils: statemachine.py, pad_double_width). */
const columnsOf = (character: string): number => (isWide(character.codePointAt(0) ?? 0) ? 2 : 1)
const columnWidth = (line: string): number => [...line].reduce((sum, character) => sum + columnsOf(character), 0)

/** Draws on a canvas of characters; a wide one has an empty place behind it. */
function draw(cells: readonly Cell[], widths: readonly number[], heights: readonly number[], head: number): string {
  const at = (sizes: readonly number[], index: number): number => sizes.slice(0, index).reduce((sum, size) => sum + size + 1, 0)
  const width = at(widths, widths.length) + 1
  const canvas = Array.from({ length: at(heights, heights.length) + 1 }, () => Array<string>(width).fill(' '))
  const put = (x: number, y: number, mark: string): void => {
    const row = canvas[y]
    if (row) row[x] = row[x] === ' ' || row[x] === mark ? mark : '+'
  }
  for (const { column, columns, row, rows, lines } of cells) {
    const [left, right] = [at(widths, column), at(widths, column + columns)]
    const [top, bottom] = [at(heights, row), at(heights, row + rows)]
    for (let x = left; x <= right; x++) for (const y of [top, bottom]) put(x, y, x === left || x === right ? '+' : '-')
    for (let y = top + 1; y < bottom; y++) for (const x of [left, right]) put(x, y, '|')
    for (const [index, line] of lines.entries()) write(canvas[top + 1 + index], left + 2, line)
  }
  if (head > 0) canvas[at(heights, head)] = (canvas[at(heights, head)] ?? []).map((mark) => (mark === '-' ? '=' : mark))
  return canvas.map((row) => row.join('')).join('\n')
}

function write(row: string[] | undefined, from: number, line: string): void {
  let at = from
  for (const character of row ? line : '') {
    if (row) row[at++] = character
    if (row && columnsOf(character) === 2) row[at++] = ''
  }
}
