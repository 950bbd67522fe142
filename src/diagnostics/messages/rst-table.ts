import { type Message, message } from './message.ts'

/** reStructuredText: grid and simple tables, with docutils' levels. */
export const rstTableMessages = {
  'rst/malformed-table': message<{ reason: string; advice: string }>(
    'error',
    ({ reason }) => `This table cannot be read: ${reason}.`,
    ({ advice }) => advice,
  ),
  'rst/table-without-blank-line': message(
    'warning',
    () => 'The table ends here without a blank line after it.',
    () => 'Put a blank line between the table and what follows.',
  ),
  'rst/table-unexpected-indentation': message(
    'error',
    () => 'This line is indented deeper than the table it follows.',
    () => 'Put a blank line before it, or take the indentation away.',
  ),
} as const satisfies Record<string, Message<never>>
