import { type Line, positionOfLines } from '../../../1-source/source.ts'
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts'
import type { Directive } from '../../directive.ts'
import { sliceLine } from '../../rst/blocks/indented.ts'
import { readAttributes } from './attributes.ts'
import { readFence } from './directive-line.ts'
import { isBlank } from './lines.ts'
import type { DirectiveOpening, FieldLine, Prepared } from './prepared.ts'
import { createRegions } from './regions.ts'
import { readYamlFields } from './yaml-fields.ts'

export interface PrepareOptions {
  /** Whether slides may begin in the text: it is a deck and no directive's body. */
  readonly slides: boolean
  /** Slidev's `---` begins a slide even under a text, where CommonMark has a heading. */
  readonly rulesUnderText?: boolean
  readonly findDirective: (name: string) => Directive | undefined
  readonly report: (diagnostic: Diagnostic) => void
}

/** Deeper ones stay text. */
const nestingLimit = 30

/** Directives whose body is no Markdown. */
const literalBodies: ReadonlySet<string> = new Set(
  'code code-block sourcecode math raw csv-table eval-rst rst parsed-literal line-block meta role unicode'.split(' '),
)

interface OpenDirective {
  readonly opening: DirectiveOpening
  readonly row: number
  readonly colons: number
  readonly indent: number
  /** The marks of the quotes around it: a line without them would end the quotes. */
  readonly quotes: string
  /** A reveal.js note, which the slide's end closes. */
  readonly endsWithSlide: boolean
}

/** Marks of one text; see prepared.ts. */
export function prepare(lines: readonly Line[], options: PrepareOptions): Prepared {
  const rows: { text: string; at: Line }[] = []
  const directives = new Map<number, DirectiveOpening>()
  const fields = new Map<number, FieldLine[]>()
  const headings = new Map<number, NonNullable<ReturnType<typeof readAttributes>>>()
  const open: OpenDirective[] = []
  const fences: { row: number; opening: DirectiveOpening; prefix: string; named: boolean }[] = []
  const isInside = createRegions()
  let literal: OpenDirective | undefined
  /** The row whose slide the next lines may give fields to. */
  let begun: number | undefined = options.slides ? -1 : undefined

  const put = (text: string, at: Line): void => void rows.push({ text, at })
  const previousIsBlank = (): boolean => rows.length === 0 || isBlank(rows.at(-1)?.text ?? '')
  const addFields = (row: number, more: readonly FieldLine[]): void => void fields.set(row, [...(fields.get(row) ?? []), ...more])

  const openDirective = (
    line: Line,
    opening: Pick<DirectiveOpening, 'name' | 'argument' | 'titled' | 'attributes'>,
    { colons = 3, indent = 0, prefix = '', endsWithSlide = false, options: lines = [] as readonly Line[] } = {},
  ): OpenDirective => {
    const whole: DirectiveOpening = { ...opening, options: lines, line, body: [], close: undefined, height: 0 }
    const opened = { opening: whole, row: rows.length, colons, indent, quotes: quotesOf(prefix), endsWithSlide }
    directives.set(rows.length, whole)
    fences.push({ row: rows.length, opening: whole, prefix, named: true })
    put('', line)
    return opened
  }
  const closeTop = (close: Line | undefined, prefix = ''): void => {
    const closed = open.pop()
    if (!closed) return
    const around = open.at(-1)?.opening
    if (around) around.height = Math.max(around.height, closed.opening.height + 1)
    closed.opening.close = close
    if (close && closed.opening.body.at(-1)?.number === close.number) closed.opening.body.pop()
    const at = close ?? lines[Math.max(0, (rows.at(-1)?.at.number ?? 1) - 1)] ?? closed.opening.line
    fences.push({ row: rows.length, opening: closed.opening, prefix, named: false })
    put('', close ?? sliceLine(at, at.text.length))
    if (!close && !closed.endsWithSlide)
      options.report(
        diagnose('markdown/directive-not-closed', { name: closed.opening.name }, positionOfLines(closed.opening.line, closed.opening.line)),
      )
  }
  /** The rule that ends the slide is no part of what ends with it. */
  const endSlide = (rule?: Line): void => {
    for (let last = open.at(-1); last?.endsWithSlide; last = open.at(-1)) {
      if (rule && last.opening.body.at(-1)?.number === rule.number) last.opening.body.pop()
      closeTop(undefined)
    }
  }

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    const { text } = line
    if (literal) {
      const close = /^[ \t>]*(:{3,})[ \t]*$/.exec(text)
      if (close && (close[1]?.length ?? 0) >= literal.colons) {
        open.push(literal)
        literal = undefined
        closeTop(line, prefixOf(text))
      } else {
        literal.opening.body.push(cut(line, literal.indent))
        put(literal.quotes, line)
      }
      continue
    }
    for (const { opening, indent } of open) opening.body.push(cut(line, indent))
    if (isInside(text)) {
      // remark-directive would take colons in code for the end of what is around the code.
      const colons = /^[ \t>]*(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0
      const around = open.at(-1)?.opening
      if (around && colons > 0) around.height = Math.max(around.height, colons - 2)
      put(text, line)
      begun = undefined
      continue
    }
    if (isBlank(text)) {
      put(text, line)
      continue
    }
    const prefix = itemFence.exec(text)?.[0] ?? prefixOf(text)
    // A directive in a list item ends with the item; a quote's blank line is no end.
    while (
      text.length > prefix.length &&
      (open.at(-1)?.indent ?? 0) > prefix.length &&
      !open.at(-1)?.endsWithSlide &&
      previousIsBlank() &&
      text[prefix.length] !== ':'
    )
      closeTop(undefined)

    if (options.slides && open.every(({ endsWithSlide }) => endsWithSlide)) {
      const rule = ruleOf(text)
      if (
        rule !== undefined &&
        (rule !== '-' || previousIsBlank() || options.rulesUnderText) &&
        (rule !== '--' || isBlank(lines[index + 1]?.text ?? ''))
      ) {
        endSlide(line)
        if (!previousIsBlank() && rule === '-') put('', sliceLine(line, 0, 0))
        begun = rows.length
        put(rule === '--' ? '***' : text, line)
        const slide = rule === '-' ? slideFrontMatter(lines, index) : undefined
        if (slide) {
          addFields(begun, slide.fields)
          slide.problems.forEach(options.report)
          for (const skipped of lines.slice(index + 1, slide.next)) put('', skipped)
          index = slide.next - 1
        }
        continue
      }
      const field = begun === undefined ? undefined : fieldLine(line)
      if (field && begun !== undefined) {
        addFields(begun, [field])
        put('', line)
        continue
      }
      begun = undefined
      const note = previousIsBlank() ? /^Notes?:(?=\s|$)[ \t]*/.exec(text) : null
      if (note && open.length === 0) {
        const opened = openDirective(sliceLine(line, 0, note[0].length), named('notes'), { endsWithSlide: true })
        const rest = sliceLine(line, note[0].length)
        opened.opening.body.push(rest)
        open.push(opened)
        put(rest.text, rest)
        continue
      }
      if (/^\. \. \.[ \t]*$/.test(text) && previousIsBlank()) {
        leaf(line, named('pause'))
        continue
      }
      const slot = /^::([a-z][\w-]*)::[ \t]*$/.exec(text)
      if (slot) {
        leaf(line, { ...named('slot'), argument: sliceLine(line, 2, 2 + (slot[1]?.length ?? 0)) })
        continue
      }
      if (text.startsWith('<<< ')) {
        options.report(diagnose('markdown/no-meaning', { tool: 'Slidev', what: `code import "${text}"` }, positionOfLines(line, line)))
        put('', line)
        continue
      }
    }
    const clicks = /^[ \t]*<(\/?)(v-clicks?|v-after)(?:\s[^>]*)?>[ \t]*$/.exec(text)
    if (clicks) {
      const name = clicks[2] === 'v-clicks' ? 'incremental' : 'fragment'
      if (!clicks[1]) open.push(openDirective(line, named(name), { indent: prefix.length, prefix, colons: 99 }))
      else if (open.at(-1)?.colons === 99) closeTop(line, prefix)
      else put('', line)
      continue
    }
    if (text[prefix.length] === ':' && text[prefix.length + 1] === ':') {
      const close = /^(:{3,})[ \t]*$/.exec(text.slice(prefix.length))
      if (close && open.length > 0) {
        const same = open.findLastIndex(({ colons }) => colons === close[1]?.length)
        const last = same < 0 ? open.length - 1 : same
        while (open.length - 1 > last) closeTop(undefined)
        closeTop(line, prefix)
        continue
      }
      const fence = readFence(line, prefix.length)
      if (fence?.colons === 2) {
        leaf(line, fence.opening, prefix)
        continue
      }
      if (fence && open.length >= nestingLimit) {
        // One column more than is written: the backslash.
        put(`${prefix}\\${text.slice(prefix.length)}`, { ...line, text: ` ${text}`, indent: line.indent - 1 })
        continue
      }
      if (fence) {
        const optionLines = readOptionLines(lines, index + 1, prefix.length, options.findDirective(fence.opening.name))
        const opened = openDirective(line, fence.opening, { colons: fence.colons, indent: prefix.length, prefix, options: optionLines })
        for (const option of optionLines) put(opened.quotes, option)
        index += optionLines.length
        if (literalBodies.has(fence.opening.name.toLowerCase())) literal = opened
        else open.push(opened)
        continue
      }
    }
    const heading = /^(?:[ \t>]*)#{1,6}[ \t].*?(?<![\\`)\]])(\{[^{}]*\})[ \t]*#*[ \t]*$/.exec(text)
    if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(text) && options.slides && open.length === 0) begun = rows.length
    if (heading?.[1]) {
      const start = text.lastIndexOf(heading[1])
      const attributes = readAttributes(line, start)
      // `## {title}` is a heading of a template, no attribute.
      if (attributes?.list.every(({ value }) => value !== undefined)) {
        headings.set(rows.length, attributes)
        put(text.slice(0, start).trimEnd(), line)
        continue
      }
    }
    put(text, line)
  }
  if (literal) open.push(literal)
  while (open.length > 0) closeTop(undefined)
  for (const { row, opening, prefix, named } of fences) {
    const target = rows[row]
    if (target) target.text = `${prefix}${':'.repeat(3 + opening.height)}${named ? 'x' : ''}`
  }
  return { rows, text: rows.map((row) => row.text).join('\n'), directives, fields, headings }

  function leaf(line: Line, opening: Pick<DirectiveOpening, 'name' | 'argument' | 'titled' | 'attributes'>, prefix = ''): void {
    directives.set(rows.length, { ...opening, options: [], line, body: [], close: undefined, height: 0 })
    put(`${prefix}::x`, line)
  }
}

const named = (name: string) => ({ name, argument: undefined, titled: false, attributes: undefined })

/** A directive may be the first thing in a list's item. */
const itemFence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?=:{2,}[^:])/

const quotesOf = (prefix: string): string => (prefix.includes('>') ? prefix.replace(/[^\s>]/g, ' ') : '')

const prefixOf = (text: string): string => /^[ \t>]*/.exec(text)?.[0] ?? ''

/** A body's line without the fence's indentation, as far as it has it; blank lines are empty. */
function cut(line: Line, indent: number): Line {
  const width = Math.min(indent, prefixOf(line.text).length)
  return sliceLine(line, width, isBlank(line.text.slice(width)) ? width : line.text.length)
}

/** The character of a thematic break (CommonMark, section 4.1), or `--` for reveal.js' separator of vertical slides. */
function ruleOf(text: string): string | undefined {
  if (/^--[ \t]*$/.test(text)) return '--'
  return /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.exec(text)?.[1]
}

const fieldPattern = /^:([A-Za-z][\w.-]*):(?:[ \t]+(\S.*?))?[ \t]*$/

/** `:name: value`. Without a value only where the name is no emoji's. */
function fieldLine(line: Line): FieldLine | undefined {
  const match = fieldPattern.exec(line.text)
  const name = match?.[1]
  if (!match || name === undefined) return undefined
  const value = match[2] ?? ''
  if (value === '' && !name.startsWith('data-')) return undefined
  const from = value === '' ? line.text.length : line.text.indexOf(value, name.length + 2)
  const place = (start: number, end: number) => {
    const slice = sliceLine(line, start, end)
    return positionOfLines(slice, slice)
  }
  return { name, value, namePosition: place(1, 1 + name.length), valuePosition: place(from, from + value.length) }
}

/** Slidev's front matter of a slide: `---`, lines of YAML without a blank one, `---`. CommonMark would read a heading there. */
function slideFrontMatter(lines: readonly Line[], rule: number) {
  let end = rule + 1
  if (!/^[a-z][\w-]*:(\s|$)/.test(lines[end]?.text ?? '')) return undefined
  while (/^(?:\s+\S|[A-Za-z][\w.:-]*:(?:\s|$)|- |#)/.test(lines[end]?.text ?? '')) end++
  if (!/^---[ \t]*$/.test(lines[end]?.text ?? '')) return undefined
  const yaml = readYamlFields(lines.slice(rule + 1, end))
  return yaml && { ...yaml, next: end + 1 }
}

/** `:option: value` lines under a directive's fence, if the directive declares the first one's name. */
function readOptionLines(lines: readonly Line[], start: number, indent: number, directive: Directive | undefined): Line[] {
  const found: Line[] = []
  for (let index = start; index < lines.length; index++) {
    const line = cut(lines[index] as Line, indent)
    const name = /^:([A-Za-z][\w-]*):(?:\s|$)/.exec(line.text)?.[1]
    if (name === undefined || (found.length === 0 && !Object.hasOwn(directive?.options ?? {}, name.toLowerCase()))) break
    found.push(sliceLine(line, 0, line.text.trimEnd().length))
  }
  return found
}
