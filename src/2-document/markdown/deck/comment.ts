import type { Html } from 'mdast'
import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Node, Note } from '../../nodes.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { readAttributes } from '../attributes.ts'
import { type MarkdownContext, remark } from '../context.ts'
import { isBlank } from '../lines.ts'
import { cutLines, linesOfNode } from '../source-lines.ts'
import type { FieldLine } from './field-line.ts'
import { commentDirectives } from './foreign-fields.ts'
import { looseLine } from './loose-yaml.ts'
import { notesOfClicks } from './note-clicks.ts'
import { giveSlideAttributes } from './slide-attributes.ts'
import { readYamlFields } from './yaml-fields.ts'

/** The comments that a piece of HTML consists of, each the lines between its marks; undefined where it holds more. */
export function commentsIn(node: Html, context: MarkdownContext): Line[][] | undefined {
  const html = node.value
  const bounds: [from: number, to: number][] = []
  let at = 0
  for (;;) {
    while (/\s/.test(html[at] ?? '')) at++
    if (at >= html.length) break
    if (!html.startsWith('<!--', at)) return undefined
    const end = html.indexOf('-->', at + 4)
    bounds.push([at + 4, end < 0 ? html.length : end])
    at = end < 0 ? html.length : end + 3
  }
  if (bounds.length === 0) return undefined
  const lines = linesOfNode(node, context)
  return bounds.map(([from, to]) => cutLines(lines, from, to))
}

/**
 * A comment, `body` being its lines, `position` that of all of it: reveal.js' `.slide: …` gives the slide attributes, Marp's `name: value` are
 * directives, other ones are notes in decks whose tool has them so, else comments.
 */
export function readComment(body: readonly Line[], position: Position, context: MarkdownContext): Node[] {
  const text = body.map((line) => line.text).join('\n')
  const slide = /^\s*\.slide:\s*/.exec(text)
  if (slide) {
    readSlideAttributes(body, slide[0].length, context)
    return []
  }
  if (readDirectives(body, text, context)) return []
  const trimmed = text.trim()
  if (trimmed === '') return []
  // It speaks of the heading that it stands in.
  if (trimmed === 'fit') return []
  if (context.slides.commentsAreNotes && !toolComment.test(trimmed))
    return notesIn({ type: 'note', children: context.readLines(withoutIndent(body)), position }, context)
  return [{ type: 'comment', 'xml:space': 'preserve', children: [{ type: 'text', value: trimmed, position }], position }]
}

const notesIn = (note: Note, { slides }: MarkdownContext): Node[] => (slides.dialect === 'slidev' ? notesOfClicks(note) : [note])

/** A comment's text as it would stand without the comment: its first line begins where it does, further ones have an indentation in common. */
function withoutIndent(body: readonly Line[]): Line[] {
  const [first, ...others] = body
  const width = others.reduce((least, { text }) => (isBlank(text) ? least : Math.min(least, indentOf(text))), Number.POSITIVE_INFINITY)
  const lines = others.map((line) => sliceLine(line, Math.min(width, indentOf(line.text))))
  return first ? [sliceLine(first, indentOf(first.text)), ...lines] : lines
}

const indentOf = (text: string): number => /^[ \t]*/.exec(text)?.[0].length ?? 0

/** Said to a formatter or a linter, not to the speaker. */
const toolComment = /^(?:prettier|markdownlint|textlint|cspell|vale)\b/

/** `body`'s text from `start` on is a list of attributes, which may run over lines. */
function readSlideAttributes(body: readonly Line[], start: number, context: MarkdownContext): void {
  const text = body.map((line) => line.text).join(' ')
  const written = `${text.slice(0, start - 1)}{${text.slice(start).trimEnd()}}`
  const list = readAttributes({ text: written, source: { path: '', text: written }, number: 1, start: 0, indent: 0 }, start - 1)?.list ?? []
  const fields = list.map(
    ({ name, value = '', namePosition, from, to }): FieldLine => ({
      name,
      value,
      namePosition: placeIn(body, namePosition.start.offset, namePosition.end.offset),
      valuePosition: placeIn(body, from, to),
    }),
  )
  giveSlideAttributes(fields, context)
}

function placeIn(lines: readonly Line[], from: number, to: number): Position {
  const cut = cutLines(lines, from, to)
  return positionOfLines(cut[0] as Line, cut.at(-1) as Line)
}

/** Marp's directives: a mapping whose every name is one. `_name` holds for this slide, `name` for the following ones too. */
function readDirectives(body: readonly Line[], text: string, context: MarkdownContext): boolean {
  if (!/^\s*["']?[_$]?[A-Za-z]+["']?\s*:/.test(text)) return false
  const { slides } = context
  const { fields = [], names = [] } = readYamlFields(withoutIndent(body), looseLine) ?? {}
  const isKnown = ({ name }: Pick<FieldLine, 'name'>): boolean => commentDirectives.has(withoutScope(name))
  // One directive makes a comment no note to Marp; a name that it does not know says nothing there either.
  if (slides.dialect === 'marp' ? !names.some(isKnown) : names.length === 0 || !names.every(isKnown)) return false
  for (const { name, namePosition } of names)
    if (!isKnown({ name })) remark(context, 'markdown/no-meaning', { tool: 'Marp', what: `"${name}"` }, namePosition)
  for (const field of fields.filter(isKnown)) slides.directive({ ...field, name: withoutScope(field.name) }, field.name.startsWith('_'))
  return true
}

const withoutScope = (name: string): string => name.replace(/^[_$]/, '')
