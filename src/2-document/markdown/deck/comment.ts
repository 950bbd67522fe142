import type { Line } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Node } from '../../nodes.ts'
import { type MarkdownContext, remark } from '../context.ts'
import { readAttributes } from '../prepare/attributes.ts'
import { readYamlFields } from '../prepare/yaml-fields.ts'
import { commentDirectives } from './foreign-fields.ts'
import { inkOn, inkStyle } from './ink.ts'
import { pictureStyle } from './picture-style.ts'

/** The bodies of the comments that a piece of HTML consists of; undefined where it holds more. */
export function commentsIn(html: string): string[] | undefined {
  const bodies: string[] = []
  let at = 0
  for (;;) {
    while (/\s/.test(html[at] ?? '')) at++
    if (at >= html.length) return bodies.length > 0 ? bodies : undefined
    if (!html.startsWith('<!--', at)) return undefined
    const end = html.indexOf('-->', at + 4)
    bodies.push(html.slice(at + 4, end < 0 ? html.length : end))
    if (end < 0) return bodies
    at = end + 3
  }
}

/**
 * A comment: reveal.js' `.slide: …` gives the slide attributes, Marp's `name: value` are directives, other ones are notes in decks whose tool
 * has them so, else comments.
 */
export function readComment(body: string, position: Position, context: MarkdownContext): Node[] {
  const line: Line = {
    text: body.replaceAll('\n', ' '),
    source: { path: position.source, text: '' },
    number: position.start.line,
    start: position.start.offset - position.start.column + 1,
    indent: position.start.column - 1 + '<!--'.length,
  }
  const slide = /^\s*\.slide:\s*/.exec(line.text)
  if (slide) {
    readSlideAttributes(line, slide[0].length, position, context)
    return []
  }
  if (readDirectives(body, line, position, context)) return []
  if (body.trim() === '') return []
  const trimmed = body.trim()
  if (trimmed === 'fit') {
    remark(context, 'markdown/no-meaning', { tool: 'Marp', what: '"fit"' }, position)
    return []
  }
  if (context.slides.commentsAreNotes && !toolComment.test(trimmed)) {
    const lines = trimmed.split('\n').map((text): Line => ({ ...line, text }))
    return [{ type: 'note', children: context.readLines(lines), position }]
  }
  return [{ type: 'comment', 'xml:space': 'preserve', children: [{ type: 'text', value: trimmed, position }], position }]
}

/** Said to a formatter or a linter, not to the speaker. */
const toolComment = /^(?:prettier|markdownlint|textlint|cspell|vale)\b/

/** reveal.js' names for what we say in CSS. */
const backgrounds: Readonly<Record<string, string>> = {
  'data-background': 'background',
  'data-background-color': 'background-color',
  'data-background-image': 'background-image',
  'data-background-gradient': 'background-image',
  'data-background-size': 'background-size',
}

function readSlideAttributes(line: Line, start: number, position: Position, context: MarkdownContext): void {
  const { slides } = context
  const braced = { ...line, text: `${line.text.slice(0, start - 1)}{${line.text.slice(start).trimEnd()}}` }
  const list = readAttributes(braced, start - 1)?.list ?? []
  const isSized = list.some(({ name }) => name === 'data-background-size')
  for (const { name, value = '', namePosition, valuePosition } of list) {
    const property = Object.hasOwn(backgrounds, name) ? backgrounds[name] : undefined
    if (property) slides.give({ name: 'style', value: backgroundStyle(property, value, isSized), namePosition, valuePosition })
    else if (/^data-(?:transition|background|auto-animate|state|timing|visibility)/.test(name))
      remark(context, 'markdown/no-meaning', { tool: 'reveal.js', what: `"${name}"` }, position)
    else slides.give({ name, value, namePosition, valuePosition })
  }
}

/** As reveal.js has it: `data-background` may name a picture, and a picture covers the slide. */
function backgroundStyle(property: string, value: string, isSized: boolean): string {
  const isPicture = property === 'background-image' ? !value.includes('(') : property === 'background' && pictureName.test(value)
  if (isPicture) return pictureStyle(value, isSized)
  const ink = property === 'background' || property === 'background-color' ? inkOn(value) : undefined
  return `${property}: ${value};${ink ? ` ${inkStyle(ink)}` : ''}`
}

const pictureName = /^(?:https?:|file:|data:)|\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#]|$)/i

/** Marp's directives: a mapping whose every name is one. `_name` holds for this slide, `name` for the following ones too. */
function readDirectives(body: string, line: Line, position: Position, context: MarkdownContext): boolean {
  if (!/^\s*(?:[_$]?[A-Za-z]+\s*:)/.test(body)) return false
  const lines = body
    .split('\n')
    .map((text, index): Line => (index === 0 ? { ...line, text } : { ...line, text, number: line.number + index, indent: 0 }))
  const fields = readYamlFields(lines)?.fields ?? []
  if (fields.length === 0 || !fields.every(({ name }) => commentDirectives.has(name.replace(/^[_$]/, '')))) return false
  for (const field of fields) {
    const here = { ...field, namePosition: position, valuePosition: position, name: field.name.replace(/^[_$]/, '') }
    context.slides.directive(here, field.name.startsWith('_'))
  }
  return true
}
