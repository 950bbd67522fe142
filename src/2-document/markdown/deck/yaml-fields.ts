import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type Scalar } from 'yaml'
import { type Line, pointAt } from '../../../1-source/source.ts'
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { FieldLine } from './field-line.ts'

export interface YamlFields {
  readonly fields: readonly FieldLine[]
  /** All names, those of fields that are left out too. */
  readonly names: readonly string[]
  readonly problems: readonly Diagnostic[]
}

/**
 * Reads front matter: a mapping of names to texts or lists of texts (a field for each). Undefined where the lines are no mapping, so that
 * what looked like front matter is text. Values stay as written; `false` and `null` leave the field out; aliases are not followed.
 */
export function readYamlFields(lines: readonly Line[]): YamlFields | undefined {
  const counter = new LineCounter()
  const place = (from: number, to: number): Position => {
    const point = (offset: number) => {
      const { line, col } = counter.linePos(offset)
      const at = lines[line - 1] ?? (lines.at(-1) as Line)
      return pointAt(at, col - 1)
    }
    return { start: point(from), end: point(to), source: (lines[0] as Line).source.path }
  }
  const text = lines.map((line) => line.text).join('\n')
  if (text.trim() === '') return { fields: [], names: [], problems: [] }
  const document = parse(text, counter)
  if (typeof document === 'string')
    return { fields: [], names: [], problems: [diagnose('markdown/front-matter', { reason: document }, place(0, 1))] }
  const [error] = document.errors
  if (error) {
    // A text between two rules is no front matter; one that begins as a mapping is, with a mistake in it.
    if (!/^[\w-]+:/m.test(text)) return undefined
    const reason = error.message.split('\n')[0] ?? ''
    return { fields: [], names: [], problems: [diagnose('markdown/front-matter', { reason }, place(...error.pos))] }
  }
  const { contents } = document
  if (!isMap(contents)) return undefined
  const fields: FieldLine[] = []
  const names: string[] = []
  const problems: Diagnostic[] = []
  for (const { key, value } of contents.items) {
    const keyNode = key as ParsedNode
    const name = isScalar(keyNode) ? String(keyNode.source ?? keyNode.value) : ''
    names.push(name)
    const namePosition = place(keyNode.range[0], keyNode.range[1])
    const values = value === null ? [] : isSeq(value) ? (value.items as ParsedNode[]) : [value as ParsedNode]
    for (const item of values) {
      if (!isScalar(item) || isAlias(item)) problems.push(diagnose('markdown/front-matter-value', { field: name }, namePosition))
      else {
        const written = writtenValue(item)
        if (written !== undefined) fields.push({ name, value: written, yaml: true, namePosition, valuePosition: valuePlace(item, place) })
      }
    }
  }
  return { fields, names, problems }
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
