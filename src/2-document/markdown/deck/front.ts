import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import type { FieldLine } from './field-line.ts'
import { type LooseLine, strictLine } from './loose-yaml.ts'
import { type NestedField, readYamlFields } from './yaml-fields.ts'

export interface Front {
  readonly fields: readonly FieldLine[]
  /** Fields that hold more than texts, which other tools have. */
  readonly nested: readonly NestedField[]
  /** All names, those of fields that are left out too. */
  readonly names: readonly Pick<FieldLine, 'name' | 'namePosition'>[]
  readonly problems: readonly Diagnostic[]
  /** Whether the fields are pandoc's `% title` lines. */
  readonly isTitleBlock: boolean
  /** The text after it. */
  readonly rest: readonly Line[]
}

/** Reads what stands before the first slide: YAML between `---` and `---` or `...`, or pandoc's title block. */
export function readFront(lines: readonly Line[], readLine: (line: Line) => LooseLine = strictLine): Front {
  const isRule = (line: Line | undefined): boolean => /^---\s*$/.test(line?.text ?? '')
  const none = { fields: [], nested: [], names: [], problems: [], isTitleBlock: false, rest: lines }
  if (isRule(lines[0])) {
    const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line.text))
    const yaml = end > 0 ? readYamlFields(lines.slice(1, end), readLine) : undefined
    return yaml ? { ...yaml, isTitleBlock: false, rest: lines.slice(end + 1) } : none
  }
  const fields = titleBlock(lines)
  return fields.length > 0 ? { ...none, fields, isTitleBlock: true, rest: lines.slice(fields.length) } : none
}

/** `% title`, `% author`, `% date` (pandoc, pandoc_title_block). */
function titleBlock(lines: readonly Line[]): FieldLine[] {
  const fields: FieldLine[] = []
  for (const [index, name] of ['title', 'author', 'date'].entries()) {
    const line = lines[index]
    const mark = /^%[ \t]*/.exec(line?.text ?? '')
    if (!line || !mark) break
    const rest = sliceLine(line, mark[0].length)
    const position = positionOfLines(rest, rest)
    fields.push({ name, value: rest.text.trimEnd(), namePosition: position, valuePosition: position })
  }
  return fields
}
