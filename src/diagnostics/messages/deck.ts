import { type Message, message } from './message.ts'

/** The deck: fields, steps, ids, notes. */
export const deckMessages = {
  'deck/empty': message(
    'error',
    () => 'The deck has no slides.',
    () => 'Start each slide with a line of four or more dashes.',
  ),
} as const satisfies Record<string, Message<never>>
