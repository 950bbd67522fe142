import { commandMessages } from './command.ts'
import { compatMessages } from './compat.ts'
import { deckMessages } from './deck.ts'
import { documentMessages } from './document.ts'
import { layoutMessages } from './layout.ts'
import { markdownMessages } from './markdown.ts'
import { pageMessages } from './page.ts'
import { rstMessages } from './rst.ts'
import { rstDirectiveMessages } from './rst-directive.ts'
import { rstInlineMessages } from './rst-inline.ts'
import { rstTableMessages } from './rst-table.ts'
import { sourceMessages } from './source.ts'
import { svgMessages } from './svg.ts'

/** Every message of the program, by code. A code is `phase/what-is-wrong` and never changes its meaning. */
export const messages = {
  ...sourceMessages,
  ...rstMessages,
  ...rstDirectiveMessages,
  ...rstInlineMessages,
  ...rstTableMessages,
  ...documentMessages,
  ...markdownMessages,
  ...deckMessages,
  ...layoutMessages,
  ...pageMessages,
  ...svgMessages,
  ...commandMessages,
  ...compatMessages,
}

export type MessageCode = keyof typeof messages
export type MessageArguments<Code extends MessageCode> = Parameters<(typeof messages)[Code]['text']>[0]
