import { type Message, message } from './message.ts'

/** The command line. */
export const commandMessages = {
  'command/cannot-write': message<{ path: string; reason: string }>(
    'error',
    ({ path, reason }) => `“${path}” cannot be written: ${reason}.`,
  ),
} as const satisfies Record<string, Message<never>>
