import { isImplicit } from '../../../src/2-document/markdown/deck/open-slide.ts'
import { parseMarkdown } from '../../../src/2-document/parse-markdown.ts'
import { toPseudoXml } from '../../../src/2-document/pseudo-xml.ts'
import { parse } from '../../../src/2-document/rst/parse.ts'
import type { Settings } from '../../../src/2-document/settings.ts'

/** The tree, an element a line, without what begins a slide where nobody wrote a rule; and the codes with line:column. */
export function read(text: string, settings: Settings = {}): { tree: string; codes: string[] } {
  const codes: string[] = []
  const document = parseMarkdown(text, {
    ...settings,
    report: ({ code, position }) => codes.push(`${code}@${position?.start.line}:${position?.start.column}`),
  })
  const shown = { ...document, children: document.children.filter((node) => !isImplicit(node)) }
  const lines = toPseudoXml(shown).split('\n').slice(1)
  return {
    tree: lines
      .map((line) => line.replace(/^ {4}/, ''))
      .join('\n')
      .trimEnd(),
    codes,
  }
}

/** What the same thing is in reStructuredText. */
export const rstTree = (text: string): string => {
  const lines = toPseudoXml(parse(text)).split('\n').slice(1)
  return lines
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n')
    .trimEnd()
}
