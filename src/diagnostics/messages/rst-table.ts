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
} as const satisfies Record<string, Message<never>>
