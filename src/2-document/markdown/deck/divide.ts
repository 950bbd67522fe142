import type { Heading, Root } from 'mdast'
import type { Division } from '../dialects/dialect.ts'
import type { ChosenDialect } from '../dialects/registry.ts'
import { divideUnsaid } from '../dialects/unsaid.ts'
import { isTakenFromText } from './slide-fields.ts'

/**
 * What begins this deck's slides. `written` is the level that it asks for (pandoc's `slide-level`, Marp's `headingDivider`); a heading comes back
 * where headings and rules both begin slides and nothing in the deck says that they do.
 */
export function divide(
  { dialect, evidence, isAsked }: ChosenDialect,
  mdast: Root,
  written: string | undefined,
): Division & { readonly heading?: Heading } {
  const blocks = mdast.children.filter((node) => !isTakenFromText(node))
  const level = Number(written ?? Number.NaN)
  const asked = Number.isInteger(level) && level >= 0 ? level : undefined
  return isAsked || evidence ? dialect.divide(blocks, asked) : divideUnsaid(blocks, asked)
}
