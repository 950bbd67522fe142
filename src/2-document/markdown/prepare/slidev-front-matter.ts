import type { Line } from '../../../1-source/source.ts'
import { readYamlFields, type YamlFields } from './yaml-fields.ts'

/**
 * A slide's front matter (Slidev): `---`, lines of YAML without a blank one, `---`, where CommonMark would read a heading. `next` is the index
 * of the line behind it.
 */
export function slideFrontMatter(lines: readonly Line[], rule: number): (YamlFields & { readonly next: number }) | undefined {
  let end = rule + 1
  if (!/^[a-z][\w-]*:(\s|$)/.test(lines[end]?.text ?? '')) return undefined
  while (/^(?:\s+\S|[A-Za-z][\w.:-]*:(?:\s|$)|- |#)/.test(lines[end]?.text ?? '')) end++
  if (!/^---[ \t]*$/.test(lines[end]?.text ?? '')) return undefined
  const yaml = readYamlFields(lines.slice(rule + 1, end))
  return yaml && { ...yaml, next: end + 1 }
}
