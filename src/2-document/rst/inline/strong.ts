import { type EndString, type InlineConstruct, mayEnd, textNodes } from './construct.ts'
import { type Delimited, readDelimited } from './delimited.ts'

const end: EndString = {
  characters: '**',
  spaceBefore: 'never',
  length: (scan, at) => (scan.text.startsWith('**', at) && mayEnd(scan, at + 2) ? 2 : 0),
}

const markup: Delimited = {
  construct: 'strong emphasis',
  start: '**',
  end,
  build: (scan, { open, start, end, close }) => [
    { type: 'strong', children: textNodes(scan, start, end), position: scan.cursor.position(open, close) },
  ],
}

/** `**text**` */
export const strong: InlineConstruct = {
  name: 'strong',
  anchor: '*',
  read: (scan, at) => (scan.text[at + 1] === '*' ? readDelimited(scan, at, markup) : undefined),
}
