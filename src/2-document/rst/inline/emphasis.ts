import { type EndString, type InlineConstruct, mayEnd, textNodes } from './construct.ts'
import { type Delimited, readDelimited } from './delimited.ts'

const end: EndString = {
  characters: '*',
  spaceBefore: 'never',
  length: (scan, at) => (scan.text[at] === '*' && mayEnd(scan, at + 1) ? 1 : 0),
}

const markup: Delimited = {
  construct: 'emphasis',
  start: '*',
  end,
  build: (scan, { open, start, end, close }) => [
    { type: 'emphasis', children: textNodes(scan, start, end), position: scan.cursor.position(open, close) },
  ],
}

/** `*text*` */
export const emphasis: InlineConstruct = {
  name: 'emphasis',
  anchor: '*',
  read: (scan, at) => (scan.text[at + 1] === '*' ? undefined : readDelimited(scan, at, markup)),
}
