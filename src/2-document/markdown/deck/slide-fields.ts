import type { RootContent } from 'mdast'
import type { Report } from '../../../diagnostics/diagnostic.ts'
import { isHiddenCode } from '../blocks/engine-code.ts'
import type { DialectName } from '../dialects/names.ts'
import { nestedFields } from './deck-fields.ts'
import type { FieldLine } from './field-line.ts'

interface SlideFieldsOf {
  readonly report: Report
  readonly dialect: DialectName
}

/** The fields that stand at `nodes[start]` and directly behind it: those of the slide that begins above them, or of the deck. */
export function fieldsFrom(nodes: readonly RootContent[], start: number, { report, dialect }: SlideFieldsOf): FieldLine[] {
  const fields: FieldLine[] = []
  for (let index = start; index < nodes.length; index++) {
    const node = nodes[index]
    if (node?.type === 'slideField') fields.push(node.field)
    else if (node?.type === 'slideFrontMatter') {
      fields.push(...node.yaml.fields)
      node.yaml.problems.forEach(report)
      for (const nested of node.yaml.nested) report(nestedFields(nested, dialect))
    } else break
  }
  return fields
}

/** What stands in the text and is no content: the slides are divided, and their content is arranged, as if it were not there. */
export const isTakenFromText = ({ type }: RootContent): boolean => type === 'slideField' || type === 'slideFrontMatter'

/** Directives that put nothing where they stand. */
const unseenDirectives: ReadonlySet<string> = new Set(['header', 'footer', 'meta', 'title', 'role', 'default-role'])

/** Whether it puts nothing on a slide; `hidesCode`: whether the deck hides code that is run. */
export function isUnseen(node: RootContent, hidesCode = false): boolean {
  if (node.type === 'directiveBlock' || node.type === 'directiveLine') return unseenDirectives.has(node.head.name.toLowerCase())
  if (node.type === 'code') return isHiddenCode(node, hidesCode)
  return node.type === 'definition' || isTakenFromText(node) || (node.type === 'html' && /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(node.value))
}
