import { normalizeName } from '../../identifiers.ts'
import type { Target } from '../../nodes.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { type EndString, type InlineConstruct, mayEnd, textNodes } from './construct.ts'
import { type Delimited, readDelimited } from './delimited.ts'

const end: EndString = {
  characters: '`',
  spaceBefore: 'never',
  length: (scan, at) => (scan.text[at] === '`' && mayEnd(scan, at + 1) ? 1 : 0),
}

const markup: Delimited = {
  construct: 'an inline target',
  start: '_`',
  end,
  build: (scan, { open, start, end, close }) => {
    const target: Target = {
      type: 'target',
      names: [normalizeName(resolveEscapes(scan.text.slice(start, end)))],
      children: textNodes(scan, start, end),
      position: scan.cursor.position(open, close),
    }
    scan.context.names.noteExplicitTarget(target, scan.context.reader.parent)
    return [target]
  },
}

/** An underscore and text between backquotes: a place that references lead to. */
export const inlineTarget: InlineConstruct = {
  name: 'inline target',
  anchor: '_',
  read: (scan, at) => (scan.text[at + 1] === '`' ? readDelimited(scan, at, markup) : undefined),
}
