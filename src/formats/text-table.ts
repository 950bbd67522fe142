/** Rows as lines with their columns under each other, to read in a terminal. Columns that are not `left` (from 0) stand to the right, as numbers do. */
export function textTable(rows: readonly (readonly string[])[], left: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, column) => rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0))
  const padded = (cell: string, column: number): string =>
    left.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return `${rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')}\n`
}
