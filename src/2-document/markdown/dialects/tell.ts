import { diagnose, type Report } from '../../../diagnostics/diagnostic.ts'
import { dialectNames, toolOf } from './names.ts'
import type { ChosenDialect } from './registry.ts'

/** Says which other tool's Markdown the deck is taken for, and why. */
export function tellDialect({ dialect, evidence, unknown }: ChosenDialect, report: Report): void {
  if (unknown) report(diagnose('markdown/unknown-dialect', { name: unknown.value, known: dialectNames }, unknown.valuePosition))
  if (evidence && dialect.name !== 'plain')
    report(diagnose('markdown/read-as', { tool: toolOf(dialect.name), reason: evidence.reason }, evidence.position))
}
