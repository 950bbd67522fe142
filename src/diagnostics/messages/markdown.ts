import { type Message, message } from './message.ts'

/** Markdown: front matter, directives, what other tools' syntax has no meaning here. */
export const markdownMessages = {
  'markdown/front-matter': message<{ reason: string }>('error', ({ reason }) => `The front matter is not valid YAML: ${reason}`),
} as const satisfies Record<string, Message<never>>
