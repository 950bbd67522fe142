import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type Scalar } from 'yaml'
import { type Line, pointAt } from '../../../1-source/source.ts'
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { FieldLine } from './field-line.ts'
import { type LooseLine, strictLine } from './loose-yaml.ts'

export interface YamlFields {
  readonly fields: readonly FieldLine[]
  /** Fields that hold more than a text or a list of texts. */
  readonly nested: readonly NestedField[]
  /** All names, those of fields that are left out too. */
  readonly names: readonly Pick<FieldLine, 'name' | 'namePosition'>[]
  readonly problems: readonly Diagnostic[]
}

/** A field whose value is a mapping, or a list with one. */
export interface NestedField {
  readonly name: string
  readonly namePosition: Position
  /** The texts in it, each under its names joined by dots: `revealjs.slide-level`. */
  readonly inner: readonly FieldLine[]
}

/**
 * Reads front matter: a mapping of names to texts or lists of texts (a field for each). Undefined where the lines are no mapping, so that
 * what looked like front matter is text. `readLine` says how a tool takes a line before YAML does. Values stay as written; `false` and `null` leave the field out; aliases are not followed.
 */
export function readYamlFields(lines: readonly Line[], readLine: (line: Line) => LooseLine = strictLine): YamlFields | undefined {
  const counter = new LineCounter()
  const read = lines.map(readLine)
  const place = (from: number, to: number): Position => {
    const point = (offset: number) => {
      const { line, col } = counter.linePos(offset)
      const at = lines[line - 1] ?? (lines.at(-1) as Line)
      return pointAt(at, read[line - 1]?.columnOf(col - 1) ?? col - 1)
    }
    return { start: point(from), end: point(to), source: (lines[0] as Line).source.path }
  }
  const text = read.map((line) => line.text).join('\n')
  if (text.trim() === '') return nothing()
  const document = parse(text, counter)
  if (typeof document === 'string') return nothing(diagnose('markdown/front-matter', { reason: document }, place(0, 1)))
  const [error] = document.errors
  if (error) {
    // A text between two rules is no front matter; one that begins as a mapping is, with a mistake in it.
    if (!/^[\w-]+:/m.test(text)) return undefined
    const reason = error.message.split('\n')[0] ?? ''
    return nothing(diagnose('markdown/front-matter', { reason }, place(...error.pos)))
  }
  const { contents } = document
  if (!isMap(contents)) return undefined
  const found: Read = { fields: [], nested: [], names: [], place }
  for (const { key, value } of contents.items) readPair(key as ParsedNode, value as ParsedNode | null, found)
  const { fields, nested, names } = found
  return { fields, nested, names, problems: [] }
}

const nothing = (...problems: Diagnostic[]): YamlFields => ({ fields: [], nested: [], names: [], problems })

interface Read {
  readonly fields: FieldLine[]
  readonly nested: NestedField[]
  readonly names: Pick<FieldLine, 'name' | 'namePosition'>[]
  readonly place: (from: number, to: number) => Position
}

const nameOf = (key: ParsedNode): string => (isScalar(key) ? String(key.source ?? key.value) : '')

function readPair(key: ParsedNode, value: ParsedNode | null, { fields, nested, names, place }: Read): void {
  const name = nameOf(key)
  const namePosition = place(key.range[0], key.range[1])
  names.push({ name, namePosition })
  const values = value === null ? [] : isSeq(value) ? (value.items as ParsedNode[]) : [value]
  const inner: FieldLine[] = []
  let isNested = false
  for (const item of values) {
    const texts = textsIn(item, place)
    // pandoc's and Quarto's authors may have further particulars.
    const given = name === 'author' ? texts.find(({ path }) => path === 'name') : undefined
    if (isScalar(item) || given) {
      const text = given ?? texts[0]
      if (text) fields.push({ name, value: text.value, yaml: true, namePosition, valuePosition: text.position })
      continue
    }
    isNested = true
    for (const { path, value, position } of texts) inner.push({ name: path, value, namePosition: position, valuePosition: position })
  }
  if (isNested) nested.push({ name, namePosition, inner })
}

interface WrittenText {
  /** The names above it, joined by dots. */
  readonly path: string
  readonly value: string
  readonly position: Position
}

/** The texts in a value, as deep as they stand; what is switched off and aliases are none. */
function textsIn(root: ParsedNode, place: Read['place']): WrittenText[] {
  const texts: WrittenText[] = []
  const open: { readonly node: ParsedNode; readonly path: string }[] = [{ node: root, path: '' }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path } = next
    const inside = isMap(node)
      ? node.items.map(({ key, value }) => ({
          node: value as ParsedNode | null,
          path: path === '' ? nameOf(key as ParsedNode) : `${path}.${nameOf(key as ParsedNode)}`,
        }))
      : isSeq(node)
        ? node.items.map((item) => ({ node: item as ParsedNode | null, path }))
        : []
    for (const { node: inner, path: below } of inside.reverse()) if (inner) open.push({ node: inner, path: below })
    if (!isScalar(node) || isAlias(node)) continue
    // Within a field what is switched off is said, too.
    const value = writtenValue(node) ?? (path !== '' && node.value === false ? 'false' : undefined)
    if (value !== undefined) texts.push({ path, value, position: valuePlace(node, place) })
  }
  return texts
}

function parse(text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' })
  } catch (error) {
    return error instanceof RangeError ? 'it is nested too deeply' : String(error)
  }
}

/** Numbers and dates as written; undefined for what switches a field off. */
function writtenValue(scalar: Scalar): string | undefined {
  if (scalar.value === null || scalar.value === false) return undefined
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value))
}

function valuePlace({ range, type }: Scalar.Parsed, place: (from: number, to: number) => Position): Position {
  const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0
  return place(range[0] + quotes, Math.max(range[0] + quotes, range[1] - quotes))
}
