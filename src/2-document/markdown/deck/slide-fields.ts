import type { RootContent } from 'mdast'
import type { Report } from '../../../diagnostics/diagnostic.ts'
import type { FieldLine } from './field-line.ts'

/** The fields that stand at `nodes[start]` and directly behind it: those of the slide that begins above them, or of the deck. */
export function fieldsFrom(nodes: readonly RootContent[], start: number, report: Report): FieldLine[] {
  const fields: FieldLine[] = []
  for (let index = start; index < nodes.length; index++) {
    const node = nodes[index]
    if (node?.type === 'slideField') fields.push(node.field)
    else if (node?.type === 'slideFrontMatter') {
      fields.push(...node.yaml.fields)
      node.yaml.problems.forEach(report)
    } else break
  }
  return fields
}

/** What stands in the text and is no content: the slides are divided, and their content is arranged, as if it were not there. */
export const isTakenFromText = ({ type }: RootContent): boolean =>
  type === 'slideField' || type === 'slideFrontMatter' || type === 'codeImport'
