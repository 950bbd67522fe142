import { type Position, spanning } from '../../../diagnostics/position.ts'
import type { Field, FieldList, Node } from '../../nodes.ts'
import type { FieldLine } from './field-line.ts'

/** The tree of a field as reStructuredText has it; its value is plain text where no `body` is given. */
function fieldNode({ name, value, namePosition, valuePosition }: FieldLine, body?: Node[]): Field {
  const position = around(namePosition, valuePosition)
  return {
    type: 'field',
    children: [
      { type: 'field_name', children: [{ type: 'text', value: name, position: namePosition }], position: namePosition },
      {
        type: 'field_body',
        children: body
          ? body
          : value
            ? [{ type: 'paragraph', children: [{ type: 'text', value, position: valuePosition }], position: valuePosition }]
            : [],
        position: valuePosition,
        ...(value ? { written: value } : {}),
      },
    ],
    position,
  }
}

const around = (name: Position, value: Position): Position => (value.end.offset >= name.start.offset ? spanning(name, value) : name)

export function addField(list: FieldList, field: FieldLine, body?: Node[]): void {
  const node = fieldNode(field, body)
  list.children.push(node)
  if (node.position) list.position = list.position ? around(list.position, node.position) : node.position
}
