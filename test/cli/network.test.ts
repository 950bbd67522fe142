import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text)
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-network-'))
  write('none.rst', '----\n\nA\n')
  write('one.rst', '----\n\n.. image:: https://x.example/a.png\n   :alt: a\n')
  write(
    'many.md',
    `---
css: https://x.example/a.css
---

![b](https://x.example/b.png) ![b](https://x.example/b.png)

<video src="https://y.example/c.mp4"></video>

<img src="//z.example/d.png" alt="d">
`,
  )
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const one = 'The page needs the network: https://x.example/a.png.\n'
const many = 'The page needs the network: https://x.example/a.css, https://x.example/b.png, https://y.example/c.mp4 and 1 more.\n'

describe('what a talk needs from the network', () => {
  it.each([
    ['one.rst', one],
    ['many.md', many],
    ['none.rst', ''],
  ])('is said by every build in one line: %s', async (name, line) => {
    const { code, stderr } = await deck(cwd, ['build', name, '-o', 'page.html'])
    expect(code).toBe(0)
    expect(stderr.replace(/^page\.html {2}.*\n/, '')).toBe(line)
  })

  it('is said when the page goes to standard output', async () => {
    expect((await deck(cwd, ['build', 'one.rst', '-o', '-'])).stderr).toBe(one)
  })

  it('is a warning of deck check, at its place', async () => {
    const { code, stderr } = await deck(cwd, ['check', 'one.rst'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^one\.rst:3:1 warning: “https:\/\/x\.example\/a\.png” is fetched from the network when the page is shown\./)
    expect(stderr).toMatch(/\n1 warning\n$/)
    expect((await deck(cwd, ['check', 'many.md'])).stderr).toBe(
      [
        'many.md:2:6 warning: 4 addresses are fetched from the network when the page is shown. [page/remote-resource]',
        '  1 | ---',
        '> 2 | css: https://x.example/a.css',
        '    |      ^^^^^^^^^^^^^^^^^^^^^^^',
        '  3 | ---',
        '  → “https://x.example/a.css”: line 2; “https://x.example/b.png”: line 5; “https://y.example/c.mp4”: line 7; “//z.example/d.png”: line 9.',
        '',
        '1 warning',
        '',
      ].join('\n'),
    )
    expect((await deck(cwd, ['check', '--format', 'github', 'one.rst'])).stdout).toMatch(/^::warning file=one\.rst,line=3,/)
  })

  it('makes deck check --strict fail', async () => {
    expect((await deck(cwd, ['check', '--strict', 'one.rst'])).code).toBe(1)
    expect((await deck(cwd, ['check', '--strict', 'none.rst'])).code).toBe(0)
  })
})
