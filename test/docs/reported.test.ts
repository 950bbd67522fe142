import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deck } from '../cli/run.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-reported-'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

/** What a page of docs/ says that a command reports: the deck, the flags that are named there, and what is said. */
const claims: readonly (readonly [page: string, what: string, file: string, text: string, flags: string[], said: RegExp])[] = [
  ['from-marp-slidev-reveal', 'a theme of Marp', 'a.md', '---\nmarp: true\ntheme: gaia\n---\n\n# A\n', ['-v'], /:3:1 info: Marp's "theme"/],
  ['from-marp-slidev-reveal', 'a component', 'a.md', '---\nmdc: true\n---\n\n<Comp>kept</Comp>\n', [], /warning: The component <Comp>/],
  [
    'from-marp-slidev-reveal',
    'a transition',
    'a.md',
    '<!-- .slide: data-transition="zoom" -->\n# A\n\nNote: x\n',
    ['-v'],
    /info: reveal\.js's "data-transition"/,
  ],
  [
    'syntax',
    'a language',
    'a.rst',
    `----\n\n${'Das ist ein Satz auf Deutsch mit vielen Worten darin. '.repeat(6)}\n`,
    ['-v'],
    /info: The deck does not say its language/,
  ],
  ['syntax', 'a field below a title', 'a.rst', '----\n\nA\n=\n\n:id: x\n\nB\n', [], /:6:2 warning: The field “id” stands below a title/],
  [
    'migrating-from-hovercraft',
    'what is remote',
    'a.rst',
    '----\n\n.. image:: https://x.example/a.png\n',
    [],
    /:3:1 warning: “https:\/\/x\.example\/a\.png”/,
  ],
  [
    'migrating-from-hovercraft',
    'slides on one another',
    'a.rst',
    '----\n\n:data-x: 0\n\nA\n\n----\n\nB\n',
    [],
    /warning: The step “step-2” stands exactly where “step-1” does/,
  ],
  [
    'drawings',
    'an id twice',
    'a.rst',
    '----\n\n.. raw:: html\n\n   <p id="a"></p><p id="a"></p>\n',
    [],
    /warning: The raw HTML has the id “a”/,
  ],
]

describe('what the documentation says is reported', () => {
  it.each(claims)('%s: %s', async (_page, _what, file, text, flags, said) => {
    writeFileSync(join(cwd, file), text)
    writeFileSync(join(cwd, 'a.png'), 'picture')
    expect((await deck(cwd, ['check', ...flags, file])).stderr).toMatch(said)
  })
})
