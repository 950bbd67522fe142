import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text)
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-export-'))
  write('talk.rst', talk)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(cwd, { recursive: true, force: true })
})

const talk = `:title: A *talk*

----

One & only
==========

.. note::

   Say **this**

   * and
   * that

.. note:: And more.

----

Text without a heading

.. note::

   Where
      at the end

----

Last
====
`

const notes = `# A \\*talk\\*

## 1. One \\& only

Say **this**

* and
* that

And more.

## 2.

Where
    at the end

## 3. Last
`

describe('deck export --notes', () => {
  it('prints a heading for each slide, and below it its notes', async () => {
    const { code, stdout, stderr } = await deck(cwd, ['export', 'talk.rst', '--notes'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(notes)
    expect(readdirSync(cwd)).toEqual(['talk.rst'])
  })

  it('writes a file, says so, and keeps to the slides that are wanted', async () => {
    const { code, stdout, stderr } = await deck(cwd, ['export', 'talk.rst', '--notes', '-o', 'notes.md', '--slides', '3'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^notes\.md {2}notes, [\d.]+ s\n$/)
    expect(readFileSync(join(cwd, 'notes.md'), 'utf8')).toBe('# A \\*talk\\*\n\n## 3. Last\n')
  })

  it('takes its name from the deck in a folder, and reads Markdown and standard input', async () => {
    expect((await deck(cwd, ['export', '-', '--notes', '--slides', '1'], talk)).stdout).toContain('Say **this**')
    write('md.md', '# One\n\n:::note\nSay it\n:::\n')
    expect((await deck(cwd, ['export', 'md.md', '--notes', '-o', 'out/'])).code).toBe(0)
    expect(readFileSync(join(cwd, 'out/md.md'), 'utf8')).toContain('## 1. One\n\nSay it\n')
  })

  it('is written of a deck with errors too, which says them and fails', async () => {
    write('bad.rst', '----\n\n:data-x: rabc\n\nA\n\n.. note:: Said\n')
    const { code, stdout, stderr } = await deck(cwd, ['export', 'bad.rst', '--notes'])
    expect(code).toBe(1)
    expect(stdout).toContain('Said')
    expect(stderr).toContain('bad.rst:3:10 error:')
  })

  it('is not written over its deck', async () => {
    write('md.md', '# One\n')
    const { code, stderr } = await deck(cwd, ['export', 'md.md', '--notes', '-o', 'md.md'])
    expect(code).toBe(1)
    expect(stderr).toContain('[command/output-is-input]')
    expect(readFileSync(join(cwd, 'md.md'), 'utf8')).toBe('# One\n')
  })
})

describe('deck export in wrong use', () => {
  it.each<[string[], RegExp]>([
    [['--pdf', '--png'], /^error: say what to make: one of --pdf, --png, --notes\.\n$/],
    [['--size', '800x600'], /^error: --size is for pictures: write --png too\.\n$/],
    [['--png', '--size', 'large'], /^error: “large” is not a size: write width and height in px, such as 1920x1080\.\n$/],
    [['--png', '--size', '99999x10'], /^error: “99999x10” is not a size/],
    [['--notes', '--substeps'], /^error: --substeps is for --pdf and --png/],
    [['--slides', '9'], /^error: There are 3 slides, but --slides says 9\.\n$/],
    [['--slides', 'x'], /^error: “x” names no slides/],
    [['--png', '-o', '-'], /^error: Pictures cannot go to standard output: name a folder with -o\.\n$/],
    [['--png', '-o', 'one.png'], /^error: “one\.png” is one file: name a folder, or a single slide with --slides\.\n$/],
    [['--film'], /unknown option/],
  ])('%j', async (flags, problem) => {
    const { code, stdout, stderr } = await deck(cwd, ['export', 'talk.rst', ...flags])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(problem)
    expect(readdirSync(cwd)).toEqual(['talk.rst'])
  })
})

type Case = [string, Record<string, string>, RegExp]
const noBrowser: Case = ['none there', { PATH: '/nowhere', CHROME_PATH: '' }, /\[command\/no-browser\]\n {2}→ Install one/]

describe('deck export without a browser', () => {
  it.each<Case>([
    // Elsewhere than on Linux a browser is found without PATH too.
    ...(process.platform === 'linux' ? [noBrowser] : []),
    ['CHROME_PATH names nothing', { CHROME_PATH: '/no/chrome' }, /CHROME_PATH says “\/no\/chrome”.*\[command\/bad-chrome-path\]/],
    [
      'CHROME_PATH names what is no browser',
      { CHROME_PATH: '/bin/false' },
      /“\/bin\/false” does not do its work: .*\[command\/browser-fails\]/,
    ],
  ])('says what to do: %s', async (_, environment, problem) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    const { code, stdout, stderr } = await deck(cwd, ['export', 'talk.rst'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(problem)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(readdirSync(cwd)).toEqual(['talk.rst'])
  })
})
