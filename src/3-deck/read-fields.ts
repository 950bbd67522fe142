import { shownFieldNames } from '../2-document/fields.ts'
import type { Field, FieldBody, FieldList, FieldName, Node } from '../2-document/nodes.ts'
import { isPreBibliographic, textOf } from '../2-document/resolve/tree.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { Position } from '../diagnostics/position.ts'
import type { FieldValue } from './deck.ts'
import { nowhere } from './positions.ts'

/** A field as it stands; the same name may come again. */
export interface WrittenField extends FieldValue {
  /** In lower case: fields become HTML attributes, whose names have no case. */
  readonly name: string
  /** Of the name. */
  readonly namePosition: Position
  /** The value as what it is beyond text. */
  readonly nodes: readonly Node[]
}

export interface TakenFields {
  readonly fields: readonly WrittenField[]
  /** The nodes without their fields. What a field's body holds beyond its first paragraph stands in its place. */
  readonly rest: readonly Node[]
}

/** Takes the field lists out of a list of nodes, wherever they stand in it (docs/dev/dialect.md, Fields). */
export function takeFields(nodes: readonly Node[]): TakenFields {
  const fields: WrittenField[] = []
  const rest: Node[] = []
  for (const node of nodes) {
    if (node.type !== 'field_list') {
      rest.push(node)
      continue
    }
    for (const field of node.children) {
      const { written, further } = readField(field)
      fields.push(written)
      rest.push(...further)
    }
  }
  return { fields, rest }
}

/** Reports where an author may have meant a slide's fields, or what is indented below one, as something to be shown. */
export function reportFieldsAmongText(nodes: readonly Node[], report: Report): void {
  let isBelowText = false
  for (const node of nodes) {
    if (node.type !== 'field_list') {
      isBelowText ||= isShown(node) && node.type !== 'note'
      continue
    }
    for (const field of node.children) {
      const { written, further } = readField(field)
      if (isBelowText) report(diagnose('deck/field-below-text', { field: written.name }, written.namePosition))
      const [text] = further
      if (text?.type === 'paragraph') report(diagnose('deck/text-in-field', { field: written.name }, text.position))
    }
  }
}

/** What a reader would see of it. */
export const isShown = (node: Node): boolean => node.type === 'raw' || !isPreBibliographic(node)

export const fieldNames = (list: FieldList): WrittenField[] => list.children.map((field) => readField(field).written)

function readField(field: Field): { written: WrittenField; further: readonly Node[] } {
  const name = field.children.find((child): child is FieldName => child.type === 'field_name')
  const body = field.children.find((child): child is FieldBody => child.type === 'field_body')
  const { value, position, further } = bodyOf(field, body)
  const called = name ? textOf(name).trim().toLowerCase() : ''
  const nodes = (body?.children ?? []).filter((child) => child.type !== 'system_message')
  const namePosition = name?.position ?? field.position ?? nowhere
  return {
    written: { name: called, value, position: position ?? namePosition, namePosition, nodes },
    // All of it stands around the slide.
    further: shownFieldNames.has(called) ? [] : further,
  }
}

/**
 * The value is the first paragraph as written: `a@b` stays. What looks like a list on the field's own line (`:title: 1. Start`) is
 * a value too.
 */
function bodyOf(field: Field, body: FieldBody | undefined): { value: string; position: Position | undefined; further: readonly Node[] } {
  const children = (body?.children ?? []).filter((child) => child.type !== 'system_message')
  const [first, ...others] = children
  if (!body || !first) return { value: '', position: undefined, further: [] }
  const written = body.written ?? textOf(first)
  const isOneLine = others.length === 0 && !written.includes('\n') && first.position?.start.line === field.position?.start.line
  if (first.type !== 'paragraph' && !isOneLine) return { value: '', position: undefined, further: children }
  return { value: written.replace(/\s*\n\s*/g, ' ').trim(), position: first.position, further: others }
}

/** One value for each name, in the order of first use. A repeated field's values are joined with a blank, those of a style with what ends a declaration. */
export function joinFields(fields: readonly WrittenField[]): Map<string, FieldValue> {
  const joined = new Map<string, FieldValue>()
  for (const { name, value, position } of fields) {
    const before = joined.get(name)
    const end = name === 'style' && before && /[^;\s]$/.test(before.value) ? ';' : ''
    joined.set(name, before ? { value: `${before.value}${end} ${value}`.trim(), position: before.position } : { value, position })
  }
  return joined
}
