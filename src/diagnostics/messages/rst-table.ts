import { type Message, message } from './message.ts'

/** reStructuredText: grid and simple tables, with docutils' levels. */
export const rstTableMessages = {
  'rst/malformed-table': message<{ reason: string; advice: string }>(
    'error',
    ({ reason }) => `This table cannot be read: ${reason}.`,
    ({ advice }) => advice,
  ),
  'rst/table-too-sparse': message<{ columns: number; rows: number; written: number }>(
    'error',
    ({ columns, rows, written }) => `The longest row of this table has ${columns} cells, but all ${rows} rows together only ${written}.`,
    () => 'Write as many cells in each row, or several tables.',
  ),
  'rst/table-without-blank-line': message(
    'warning',
    () => 'The table ends here without a blank line after it.',
    () => 'Put a blank line between the table and what follows.',
  ),
} as const satisfies Record<string, Message<never>>
