import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { Node, SystemMessage, Table } from '../../nodes.ts'
import { cellLimit } from '../tables/cell-limit.ts'
import { type TableCell, tableNode } from '../tables/table-node.ts'
import { type CsvCell, type CsvDialect, type CsvResult, readCsv } from './csv.ts'
import { literalLinesOfPart } from './file-part.ts'
import { encoding, flag, path, singleCharacter, singleCharacterOrSpace, unchanged, uri } from './options.ts'
import { areFilesForbidden, canReadFiles, nodesIn, payFor, readNamedFile } from './read-named-file.ts'
import { withTitle } from './table.ts'
import { applyTableOptions, checkDimensions, columnWidths, dataTableOptions, widthsClass } from './table-options.ts'
import { titleOf } from './title-of.ts'

type Rows = readonly (readonly CsvCell[])[]

/** A table whose data is comma-separated values, here or in a file. */
export const csvTable: Directive = {
  name: 'csv-table',
  arguments: { optional: 1, finalWhitespace: true },
  options: {
    ...dataTableOptions,
    header: unchanged,
    file: path,
    url: uri,
    encoding,
    delim: singleCharacterOrSpace,
    keepspace: flag,
    quote: singleCharacter,
    escape: singleCharacter,
  },
  content: true,
  run(invocation, tools) {
    const { options, optionBlocks } = invocation
    if ((options['file'] !== undefined || options['url'] !== undefined) && areFilesForbidden(tools))
      return [tools.error('rst/directive-disabled', { directive: 'csv-table' })]
    const [title, ...messages] = invocation.arguments.length ? titleOf(invocation, tools) : []
    const data = dataLines(invocation, tools)
    if ('nodes' in data) return data.nodes
    const dialect = dialectOf(options)
    const body = readCsv(data, dialect)
    const header = options['header'] === undefined ? { rows: [] } : readHeader(optionBlocks['header']?.lines ?? [], dialect, body)
    if ('problem' in header) return [tools.error('rst/csv-syntax', { ...header, ...dialect })]
    if ('problem' in body) return [tools.error('rst/csv-syntax', { ...body, ...dialect })]
    // An empty `:header:` is a row without cells.
    const headerRows = options['header'] === undefined || header.rows.length ? header.rows : [[]]
    const table = tableOf(headerRows, body.rows, invocation, tools)
    return table.type === 'table' ? [withTitle(table, title), ...messages] : [table]
  },
}

/** How a header was read before docutils 0.21, and so by Hovercraft, whatever the data is written like (tables.CSVTable.HeaderDialect). */
const olderHeader: CsvDialect = { delimiter: ',', quote: '"', escape: '\\', skipSpace: true }

/** The header is written as the data is, or as older versions had it where it can only be read so, or has as many cells as the data only so. */
function readHeader(lines: readonly Line[], dialect: CsvDialect, body: CsvResult): CsvResult {
  const header = readCsv(lines, dialect)
  const older = readCsv(lines, olderHeader)
  if ('problem' in older) return header
  if ('problem' in header) return older
  const columns = columnsOf(body)
  return columns > 1 && columnsOf(header) !== columns && columnsOf(older) === columns ? older : header
}

const columnsOf = (table: CsvResult): number => ('problem' in table ? 0 : table.rows.reduce((most, row) => Math.max(most, row.length), 0))

function tableOf(header: Rows, rows: Rows, invocation: DirectiveInvocation, tools: DirectiveTools): Table | SystemMessage {
  const { options, position } = invocation
  const problem = checkDimensions(rows, invocation, tools)
  if (problem) return problem
  const columns = columnsOf({ rows: [...header, ...rows] })
  const rowCount = header.length + rows.length
  const written = [...header, ...rows].reduce((sum, row) => sum + row.length, 0)
  const sparse = (): SystemMessage => tools.error('rst/table-too-sparse', { columns, rows: rowCount, written })
  if (columns * rowCount > cellLimit(written)) return sparse()
  const over = tools.settings.budget?.spend({ nodes: columns * rowCount - written, name: 'csv-table' })
  if (over) return over.isTold ? sparse() : tools.error('document/too-much-generated', over)
  const widths = columnWidths(columns, options['widths'], tools)
  if (!Array.isArray(widths)) return widths
  const headerRows = (options['header-rows'] as number | undefined) ?? 0
  const cellsOf = (row: readonly CsvCell[]): TableCell[] => {
    const cells = row.map((lines) => cellOf(lines, tools))
    while (cells.length < columns) cells.push({ children: [] })
    return placed(cells, position)
  }
  const table = tableNode({
    colwidths: widths,
    head: [...header, ...rows.slice(0, headerRows)].map(cellsOf),
    body: rows.slice(headerRows).map(cellsOf),
    stubColumns: (options['stub-columns'] as number | undefined) ?? 0,
    classes: widthsClass(options['widths']),
    position,
  })
  applyTableOptions(table, invocation, tools)
  return table
}

function cellOf(lines: CsvCell, tools: DirectiveTools): TableCell {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) return { children: [] }
  return { children: lines.some(({ text }) => text) ? tools.parseBlocks(lines) : [], position: positionOfLines(first, last) }
}

/** An empty cell stands where the one before it ends, else where the first with a text begins. */
function placed(cells: readonly TableCell[], whole: Position): TableCell[] {
  const first = cells.find((cell) => cell.position)?.position
  let place = first && { ...first, end: first.start }
  return cells.map((cell) => {
    if (!cell.position) return { ...cell, position: place ?? whole }
    place = { ...cell.position, start: cell.position.end }
    return cell
  })
}

const dialectOf = (options: Readonly<Record<string, unknown>>): CsvDialect => ({
  delimiter: (options['delim'] as string | undefined) ?? ',',
  quote: (options['quote'] as string | undefined) ?? '"',
  ...(options['escape'] === undefined ? {} : { escape: options['escape'] as string }),
  skipSpace: !options['keepspace'],
})

/** The lines of the content or of the file, whose tabs stay, or what is wrong. */
function dataLines(invocation: DirectiveInvocation, tools: DirectiveTools): readonly Line[] | { readonly nodes: Node[] } {
  const { content, options } = invocation
  const { file, url } = options as { file?: string; url?: string }
  const directive = 'csv-table'
  if (content.length)
    return file === undefined && url === undefined ? content : { nodes: [tools.error('rst/file-and-content', { directive })] }
  if (file !== undefined && url !== undefined) return { nodes: [tools.error('rst/file-and-url', { directive })] }
  if (file === undefined && url === undefined) return { nodes: [tools.error('rst/table-empty', { directive })] }
  if (!canReadFiles(tools)) return { nodes: [tools.error('rst/directive-disabled', { directive })] }
  if (file === undefined) return { nodes: [tools.error('rst/url-not-supported', { directive, url: url ?? '' })] }
  const read = readNamedFile(file, invocation, tools)
  if ('message' in read) return { nodes: [read.message] }
  const { text } = read.source
  const unpaid = payFor(read.source, { bytes: text.length, nodes: () => 2 * nodesIn(text) }, tools)
  return unpaid ? { nodes: unpaid } : literalLinesOfPart(read.source, { from: 0, to: text.length }, -1)
}
