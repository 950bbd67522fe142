import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

/**
 * Each file of test/spec/rst/directives holds cases: a text, the tree that docutils 0.23 makes of it (wording aside), and what is
 * reported where. `%%%` starts a case and its parts.
 */
const folder = new URL('../../../spec/rst/directives/', import.meta.url)

const casesOf = (file: string) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split(/^%%% (?!tree$|diagnostics$)/m)
    .slice(1)
    .map((written) => {
      const [head = '', tree = '', diagnostics = ''] = written.split(/^%%% (?:tree|diagnostics)\n/m)
      const end = head.indexOf('\n')
      return { name: head.slice(0, end), text: head.slice(end + 1), tree, diagnostics: diagnostics.trim() }
    })

for (const file of readdirSync(folder)) {
  describe(file.replace('.txt', ''), () => {
    it.each(casesOf(file))('$name', ({ text, tree, diagnostics }) => {
      const got = read(text)
      expect(got.tree).toBe(tree)
      expect(got.diagnostics).toBe(diagnostics)
    })
  })
}
