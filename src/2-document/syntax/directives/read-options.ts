import { type Line, type TextBlock, textBlock } from '../../../1-source/source.ts'
import type { DeclaredOptions, OptionConverter } from '../../directive.ts'
import type { SystemMessage } from '../../nodes.ts'
import { hideEscapes, resolveEscapes } from '../escapes.ts'
import { fieldMarker } from '../field-marker.ts'
import { indentedBlock, sliceLine, trimBlank } from '../sliced-lines.ts'
import type { Fail } from './run-directive.ts'

export interface ReadOptions {
  readonly values: Readonly<Record<string, unknown>>
  readonly blocks: Readonly<Record<string, TextBlock>>
}

/** The converter of an option as an author wrote its name: `constructor` is none, whatever objects inherit. */
export const converterOf = (declared: DeclaredOptions | undefined, option: string): OptionConverter | undefined =>
  declared && Object.hasOwn(declared, option) ? declared[option] : undefined

/** Reads a directive's option lines, a field each, and converts the values (docutils: parse_extension_options, assemble_option_dict). */
export function readOptions(
  directive: string,
  lines: readonly Line[],
  declared: DeclaredOptions,
  fail: Fail,
): ReadOptions | { readonly problem: SystemMessage } {
  const fields = readFields(lines)
  if ('stray' in fields) return { problem: fail('rst/directive-options-malformed', { name: directive, text: fields.stray.text }) }
  // An option may be called like a property of every object.
  const values: Record<string, unknown> = Object.create(null)
  const blocks: Record<string, TextBlock> = Object.create(null)
  const misnamed = fields.fields.find(({ name }) => name.trim().split(/\s+/).length !== 1)
  if (misnamed) return { problem: fail('rst/directive-option-name', { name: directive, option: misnamed.name }) }
  for (const field of fields.fields) {
    const option = field.name.trim().toLowerCase()
    const convert = converterOf(declared, option)
    if (!convert) return { problem: fail('rst/directive-option-unknown', { name: directive, option, known: Object.keys(declared) }) }
    if (option in values) return { problem: fail('rst/directive-option-duplicate', { name: directive, option }) }
    const block = textBlock(field.body)
    const value = field.body.length > 0 ? block.text : undefined
    const converted = convert(value)
    if ('problem' in converted)
      return { problem: fail('rst/directive-option-value', { name: directive, option, value, problem: converted.problem }) }
    values[option] = converted.value
    blocks[option] = block
  }
  return { values, blocks }
}

interface OptionField {
  readonly name: string
  readonly body: readonly Line[]
}

function readFields(lines: readonly Line[]): { readonly fields: OptionField[] } | { readonly stray: Line } {
  const fields: OptionField[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line
    const marker = fieldMarker(line.text)
    if (!marker) return { stray: line }
    const block = indentedBlock(lines, index, { first: marker.end })
    const name = resolveEscapes(hideEscapes(sliceLine(line, 1, marker.name).text))
    fields.push({ name, body: trimBlank(block.lines) })
    index = block.next
  }
  return { fields }
}
