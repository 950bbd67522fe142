import { type Message, message } from './message.ts'

/** Whole-tree steps: substitutions, hyperlinks, footnotes, contents, with docutils' levels. */
export const documentMessages = {
  'document/unknown-target': message<{ name: string }>('error', ({ name }) => `No target is named “${name}”.`),
} as const satisfies Record<string, Message<never>>
