import { readAttributes } from './attributes.ts'
import { type LineReader, put } from './preparation.ts'

/** `## Heading {#id .class name=value}` (pandoc, header_attributes). A heading may begin a slide, whose fields follow it then. */
export const headingAttributes: LineReader = ({ line, text }, preparation) => {
  const { rows, open, options, headings } = preparation
  if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(text) && options.slides && open.length === 0) preparation.begun = rows.length
  const written = /^(?:[ \t>]*)#{1,6}[ \t].*?(?<![\\`)\]])(\{[^{}]*\})[ \t]*#*[ \t]*$/.exec(text)?.[1]
  if (written === undefined) return undefined
  const start = text.lastIndexOf(written)
  const attributes = readAttributes(line, start)
  // `## {title}` is a heading of a template, no attribute.
  if (!attributes?.list.every(({ value }) => value !== undefined)) return undefined
  headings.set(rows.length, attributes)
  put(preparation, text.slice(0, start).trimEnd(), line)
  return 0
}
