import { type EndString, type InlineConstruct, mayEnd, textNodes } from './construct.ts'
import { type Delimited, readDelimited } from './delimited.ts'

const end: EndString = {
  characters: '``',
  spaceBefore: 'literal',
  length: (scan, at) => (scan.text.startsWith('``', at) && mayEnd(scan, at + 2) ? 2 : 0),
}

const markup: Delimited = {
  construct: 'an inline literal',
  start: '``',
  end,
  build: (scan, { open, start, end, close }) => [
    { type: 'literal', children: textNodes(scan, start, end, 'restored'), position: scan.cursor.position(open, close) },
  ],
}

/** Text between double backquotes: backslashes stay as they are. */
export const literal: InlineConstruct = {
  name: 'literal',
  anchor: '`',
  read: (scan, at) => (scan.text[at + 1] === '`' ? readDelimited(scan, at, markup) : undefined),
}
