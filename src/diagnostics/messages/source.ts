import { type Message, message } from './message.ts'

/** Reading files: paths, encodings, missing resources. */
export const sourceMessages = {
  'source/not-found': message<{ path: string; tried: readonly string[] }>(
    'error',
    ({ path }) => `The file “${path}” does not exist.`,
    ({ tried }) => `Looked for it at: ${tried.join(', ')}.`,
  ),
} as const satisfies Record<string, Message<never>>
