import { type Message, message } from './message.ts'

/** The page: resources, styles, code, maths. */
export const pageMessages = {
  'page/remote-resource': message<{ url: string }>('info', ({ url }) => `“${url}” is fetched from the network when the page is shown.`),
} as const satisfies Record<string, Message<never>>
