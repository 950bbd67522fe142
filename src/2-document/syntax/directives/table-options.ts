import type { DeclaredOptions, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { SystemMessage, Table } from '../../nodes.ts'
import { addName, classAndName } from './class-and-name.ts'
import { besideText } from './image.ts'
import { choice, lengthOrPercentageOrUnitless, nonnegativeInteger, positiveIntegerList, valueOr } from './options.ts'

/** What every table directive takes. */
export const tableOptions: DeclaredOptions = {
  ...classAndName,
  align: choice(besideText),
  width: lengthOrPercentageOrUnitless,
}

/** What the tables take that are made of data. */
export const dataTableOptions: DeclaredOptions = {
  ...tableOptions,
  widths: valueOr(['auto'], positiveIntegerList),
  'header-rows': nonnegativeInteger,
  'stub-columns': nonnegativeInteger,
}

/** The class that tells where the column widths come from. */
export const widthsClass = (widths: unknown): string[] =>
  widths === undefined ? [] : [widths === 'auto' ? 'colwidths-auto' : 'colwidths-given']

/** Puts the options' attributes and name on the table; classes come after those it has. */
export function applyTableOptions(table: Table, { options }: DirectiveInvocation, tools: DirectiveTools): void {
  const classes = [...(table.classes ?? []), ...((options['class'] as string[] | undefined) ?? [])]
  if (classes.length) table.classes = classes
  if (options['align'] !== undefined) table.align = String(options['align'])
  if (options['width'] !== undefined) table.width = String(options['width'])
  addName(table, options['name'], tools)
}

/** A header or stub must leave something for the body. `rows` are the cells of each row. */
export function checkDimensions(
  rows: readonly (readonly unknown[])[],
  { options }: DirectiveInvocation,
  tools: DirectiveTools,
): SystemMessage | undefined {
  const header = (options['header-rows'] as number | undefined) ?? 0
  const stub = (options['stub-columns'] as number | undefined) ?? 0
  if (rows.length < header || (rows.length === header && header > 0))
    return tools.error('rst/table-header-rows', { header, rows: rows.length })
  const short = rows.find((row) => row.length < stub || (row.length === stub && stub > 0))
  return short && tools.error('rst/table-stub-columns', { stub, columns: short.length })
}

/** The widths asked for, else equal ones that add up to at most 100. */
export function columnWidths(columns: number, widths: unknown, tools: DirectiveTools): number[] | SystemMessage {
  if (Array.isArray(widths)) return widths.length === columns ? widths : tools.error('rst/table-widths', { widths: widths.length, columns })
  return columns > 0 ? Array<number>(columns).fill(Math.floor(100 / columns)) : tools.error('rst/csv-no-data', {})
}
