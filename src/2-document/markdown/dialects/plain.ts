import type { RootContent } from 'mdast'
import { deckFieldNames, mediumPrefix, placingFieldNames } from '../../fields.ts'
import { toolFields } from '../../tool-fields.ts'
import { anyRule, type Dialect, type Division, fieldOf, lineOf } from './dialect.ts'
import { pandocLevel } from './pandoc.ts'

const shared = new Set(toolFields.map(({ name }) => name))

/** Those of the deck that no other tool has. */
const ownFields = new Set([...deckFieldNames].filter((name) => !shared.has(name)))

/** `:data-x: r100` on a line of its own, `data-x=r100` in a heading's braces. */
const places = [...placingFieldNames].join('|')
const ownMark = new RegExp(`^:(?:${places}):|^#{1,6} .*\\{[^{}]*\\b(?:${places})=[^{}]*\\}|^:{2,}svg\\b`)

/** The Markdown of docs/markdown.md: rules divide a deck if there are any, else headings do. */
export const plain: Dialect = {
  name: 'plain',
  inFront: ({ fields }) => fieldOf(fields, new Set(fields.map(({ name }) => name).filter(isOwnField))),
  inText: (lines) => lineOf(lines, ownMark),
  titleSlide: 'byHeadings',
  divide: divideByRules,
}

const isOwnField = (name: string): boolean => ownFields.has(name) || placingFieldNames.has(name) || name.startsWith(mediumPrefix)

/** Rules of any kind if there are any, and headings as far as the deck asks for it; without rules headings, as pandoc has them. */
export function divideByRules(blocks: readonly RootContent[], asked: number | undefined): Division {
  const hasRules = blocks.some(({ type }) => type === 'thematicBreak')
  return { isSlideRule: anyRule, level: asked ?? (hasRules ? 0 : pandocLevel(blocks)) }
}
