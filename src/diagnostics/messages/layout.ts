import { type Message, message } from './message.ts'

/** Placement of steps. */
export const layoutMessages = {
  'layout/bad-value': message<{ field: string; value: string }>(
    'error',
    ({ field, value }) => `“${value}” is not a value for ${field}.`,
    () => 'Write a number (100), a relative number (r100) or a step and an offset (some-id+100).',
  ),
} as const satisfies Record<string, Message<never>>
