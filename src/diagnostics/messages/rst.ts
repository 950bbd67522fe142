import { type Message, message } from './message.ts'

/** reStructuredText: blocks, inline markup, directives and roles, with docutils' levels. */
export const rstMessages = {
  'rst/unexpected-indentation': message(
    'error',
    () => 'This line is indented, but no block can start here.',
    () => 'Put a blank line before it, or take the indentation away.',
  ),
} as const satisfies Record<string, Message<never>>
