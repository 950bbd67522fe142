import { type Message, message } from './message.ts'

/** The command line and what it writes. */
export const commandMessages = {
  'command/cannot-write': message<{ path: string; reason: string }>(
    'error',
    ({ path, reason }) => `“${path}” cannot be written: ${reason}.`,
    () => 'Choose another place with -o.',
  ),
  'command/output-is-folder': message<{ path: string }>(
    'error',
    ({ path }) => `“${path}” is a folder, so the page cannot be written there.`,
    ({ path }) => `Give a file name: -o ${path.replace(/\/$/, '')}/index.html.`,
  ),
  'command/output-is-input': message<{ path: string }>(
    'error',
    ({ path }) => `The page would be written over its own source, “${path}”.`,
    () => 'Choose another place with -o.',
  ),
} as const satisfies Record<string, Message<never>>
