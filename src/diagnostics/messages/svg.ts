import { type Message, message } from './message.ts'

/** Drawings. */
export const svgMessages = {
  'svg/not-well-formed': message<{ reason: string }>('error', ({ reason }) => `The drawing is not well-formed XML: ${reason}`),
} as const satisfies Record<string, Message<never>>
