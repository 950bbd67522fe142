import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { parse, toPseudoXml } from '../../../src/rst.ts'

/**
 * test/spec/rst/blocks/*.txt: a file for each construct, each case a text, its tree and its diagnostics (code, line and column). In the tree
 * a system message shows its attributes but not its wording; docutils 0.19 gives the same trees but for what 0.23 changed.
 */
interface Case {
  readonly title: string
  readonly text: string
  readonly tree: string
  readonly diagnostics: string
}

const folder = new URL('../../spec/rst/blocks/', import.meta.url)

const casesOf = (file: string): Case[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split(/^%%% /m)
    .slice(1)
    .map((source) => {
      const [head = '', tree = '', diagnostics = ''] = source.split(/^%% (?:tree|diagnostics)\n/m)
      const end = head.indexOf('\n')
      return { title: head.slice(0, end), text: head.slice(end + 1), tree: tree.trimEnd(), diagnostics: diagnostics.trimEnd() }
    })

const show = ({ code, position }: Diagnostic): string => `${code} ${position?.start.line}:${position?.start.column}`

/** The tree without the document's own line; a message's first paragraph, source and kind are left out. */
function treeOf(printed: string): string {
  const lines = printed.trimEnd().split('\n')
  const shown: string[] = []
  for (let index = 1; index < lines.length; index++) {
    const line = (lines[index] ?? '').slice(4)
    const message = /^( *)(<system_message.*) source="test data" type="\w+">$/.exec(line)
    shown.push(message ? `${message[1]}${message[2]}>` : line)
    if (message) index += 2
  }
  return shown.join('\n').trimEnd()
}

for (const file of readdirSync(folder)) {
  describe(file.replace('.txt', ''), () => {
    it.each(casesOf(file))('$title', ({ text, tree, diagnostics }) => {
      const found: Diagnostic[] = []
      const document = parse(text, { source: 'test data', report: (diagnostic) => found.push(diagnostic) })
      expect(treeOf(toPseudoXml(document))).toBe(tree)
      expect(found.map(show).join('\n')).toBe(diagnostics)
    })
  })
}
