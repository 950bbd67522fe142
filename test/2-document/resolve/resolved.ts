import { describe, expect, test } from 'vitest'
import { toPseudoXml } from '../../../src/2-document/pseudo-xml.ts'
import { resolve } from '../../../src/2-document/resolve/resolve.ts'
import { parse } from '../../../src/2-document/rst/parse.ts'
import type { Settings } from '../../../src/2-document/settings.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'

export interface Case {
  readonly name: string
  readonly settings?: Settings
  readonly text: string
  /** The tree as docutils 0.23 prints it; the wording of messages is `…`. */
  readonly tree: string
  /** What `resolve` reports; the parser's diagnostics are tested with the parser. */
  readonly codes: readonly string[]
}

/** Each case also shows that `resolve` leaves the tree it is given alone, and that a tree read from JSON does as well. */
export const testResolved = (title: string, cases: readonly Case[]): void => {
  describe(title, () => {
    test.each(cases)('$name', ({ settings, text, tree, codes }) => {
      const parsed = parse(text.slice(1, -1), { ...settings, source: 'deck.rst' })
      const before = JSON.stringify(parsed)
      const reported: Diagnostic[] = []
      const resolved = resolve(parsed, { ...settings, source: 'deck.rst', report: (diagnostic) => reported.push(diagnostic) })
      expect(withoutWording(toPseudoXml(resolved))).toBe(tree.slice(1))
      expect(reported.map(({ code }) => code)).toEqual(codes)
      for (const { position } of reported) expect(position?.start.line).toBeGreaterThan(0)
      expect(JSON.stringify(parsed)).toBe(before)
      expect(resolve(JSON.parse(before), settings)).toEqual(JSON.parse(JSON.stringify(resolved)))
    })
  })
}

/** Replaces the first paragraph of each system message. */
function withoutWording(tree: string): string {
  return tree.replace(/^( *)(<system_message .*)\n\1 {4}<paragraph>\n(?:\1 {8}.*\n)+/gm, '$1$2\n$1    <paragraph>\n$1        …\n')
}
