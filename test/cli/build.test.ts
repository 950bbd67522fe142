import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diagnose } from '../../src/diagnostics/diagnostic.ts'
import { version } from '../../src/version.ts'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, text: string | Uint8Array): void => {
  mkdirSync(join(cwd, path, '..'), { recursive: true })
  writeFileSync(join(cwd, path), text)
}
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8')
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-build-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const twoSteps = ':title: T\n\n----\n\nOne\n===\n\n----\n\nTwo\n===\n'

describe('deck build', () => {
  it('writes one page and says so on stderr, nothing on stdout', async () => {
    write('a.rst', twoSteps)
    const { code, stdout, stderr } = await deck(cwd, ['build', 'a.rst'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^a\.html {2}2 steps, \d+ kB, \d+ ms\n$/)
    expect(read('a.html')).toContain('id="step-2"')
    expect(readdirSync(cwd).sort()).toEqual(['a.html', 'a.rst'])
  })

  it('reads standard input and writes standard output', async () => {
    const { code, stdout, stderr } = await deck(cwd, ['build', '-'], twoSteps)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\s*$/i)
    expect(readdirSync(cwd)).toEqual([])
  })

  it.each<[what: string, files: Record<string, string>, args: string[], code: number]>([
    ['a page with mistakes in its text', { 'a.rst': '----\n\n.. toctree::\n' }, ['a.rst'], 0],
    ['a page without a picture', { 'a.rst': '----\n\n.. image:: none.png\n' }, ['a.rst'], 0],
    ['a deck that is not there', {}, ['a.rst'], 1],
    ['two decks of which one is not there', { 'a.rst': twoSteps }, ['a.rst', 'b.rst', '-o', 'site'], 1],
    ['a place that cannot be written', { 'a.rst': twoSteps, file: '' }, ['a.rst', '-o', 'file/a.html'], 1],
    ['wrong use', { 'a.rst': twoSteps }, ['a.rst', '--nonsense'], 2],
  ])('with --lenient ends as well as the page was written: %s', async (_, files, args, expected) => {
    for (const [path, text] of Object.entries(files)) write(path, text)
    const { code } = await deck(cwd, ['build', '--lenient', ...args])
    expect(code).toBe(expected)
    if (expected === 0) expect(read('a.html')).toContain('id="step-1"')
  })

  it('builds a folder to a site with an index', async () => {
    write('talks/one.rst', twoSteps)
    write('talks/two.rst', twoSteps.replace(':title: T', ':title: <b> & co'))
    expect((await deck(cwd, ['build', 'talks', '-o', 'site'])).code).toBe(0)
    expect(readdirSync(join(cwd, 'site')).sort()).toEqual(['index.html', 'one.html', 'two.html'])
    expect(read('site/index.html')).toContain('<a href="two.html">&lt;b&gt; &amp; co</a>')
  })

  it('keeps the files of each page of a site apart, though they have one name', async () => {
    for (const name of ['one', 'two']) {
      write(`talks/${name}.rst`, `----\n\n.. image:: ${name}/p.png\n`)
      write(`talks/${name}/p.png`, name)
    }
    expect((await deck(cwd, ['build', 'talks', '-o', 'site', '--assets', 'copy'])).code).toBe(0)
    for (const name of ['one', 'two']) {
      const [, src = ''] = /<img src="([^"]*)"/.exec(read(`site/${name}.html`)) ?? []
      expect(read(`site/${src}`)).toBe(name)
    }
  })

  it('links from the index to pages of any name, and calls one without a title by its name', async () => {
    write('talks/50% a#b?c&d "e".rst', '----\n\nText\n')
    write('talks/ü.md', '# \\<One> & "two"\n')
    expect((await deck(cwd, ['build', 'talks', '-o', 'site'])).code).toBe(0)
    const links = [...read('site/index.html').matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map(([, href = '', text]) => [href, text])
    expect(links).toEqual([
      ['50%25%20a%23b%3Fc%26d%20%22e%22.html', '50% a#b?c&amp;d "e".html'],
      ['%C3%BC.html', '&lt;One&gt; &amp; "two"'],
    ])
    for (const [href = ''] of links) expect(existsSync(new URL(href, pathToFileURL(join(cwd, 'site/')))), href).toBe(true)
  })

  it('builds twice the same bytes', async () => {
    write('a.rst', twoSteps)
    await deck(cwd, ['build', 'a.rst', '-o', 'x.html'])
    await deck(cwd, ['build', 'a.rst', '-o', 'y.html'])
    expect(read('x.html')).toBe(read('y.html'))
  })
})

describe('deck build with bad input', () => {
  const latin1 = new Uint8Array([...new TextEncoder().encode('----\n\nGr'), 0xfc, 0xdf, 0x65])
  // What the deck is, what stderr must name, and whether a page is written all the same.
  it.each<[string, string | Uint8Array, RegExp[], boolean]>([
    ['not UTF-8', latin1, [/^bad\.rst:3:3 error: .*not UTF-8.*\[source\/not-utf-8\]/, /Save it as UTF-8/], false],
    ['an empty deck', '', [/\[deck\/empty\]/, /→ Start each slide/], true],
    ['an unknown field value', '----\n\n:data-x: rabc\n\nA\n', [/^bad\.rst:3:10 error: “rabc”/, /> 3 \| :data-x: rabc/, /\^{4}/], true],
    ['a duplicate step id', '----\n\n:id: a\n\nA\n\n----\n\n:id: a\n\nB\n', [/^bad\.rst:9:\d+ .*a/, /\[deck\/duplicate-/], true],
    ['a path with one step', '----\n\n:hovercraft-path: m 0 0 l 100 100\n\nA\n', [/^bad\.rst:3:\d+ error/, /path/], true],
    [
      'a missing picture',
      '----\n\nA\n\n.. image:: none.png\n',
      [/^bad\.rst:5:\d+ error: The file “none\.png” does not exist/, /Looked for it at: .*none\.png/],
      true,
    ],
    ['a missing style', ':css: none.css\n\n----\n\nA\n', [/^bad\.rst:1:\d+ error: The file “none\.css”/], true],
    [
      'a missing include',
      '----\n\n.. include:: none.rst\n\nAfter\n',
      [/^bad\.rst:3:1 severe: The file “none\.rst” does not exist/, /Looked for it at: .*none\.rst/, /, 1 error$/],
      true,
    ],
    [
      'a missing drawing',
      '----\n\n.. raw:: html\n   :file: none.svg\n\nAfter\n',
      [/^bad\.rst:3:1 severe: The file “none\.svg” does not exist/, /Looked for it at: .*none\.svg/, /, 1 error$/],
      true,
    ],
  ])('%s', async (_name, text, said, written) => {
    write('bad.rst', text)
    const { code, stderr } = await deck(cwd, ['build', 'bad.rst'])
    expect(code).toBe(1)
    for (const pattern of said) expect(stderr).toMatch(new RegExp(pattern, 'm'))
    expect(existsSync(join(cwd, 'bad.html'))).toBe(written)
  })

  it('an included file that is not UTF-8', async () => {
    write('bad.rst', '----\n\n.. include:: latin.rst\n\nAfter\n')
    write('latin.rst', latin1)
    const { code, stderr } = await deck(cwd, ['build', 'bad.rst'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^bad\.rst:3:1 severe: “.*latin\.rst” is not UTF-8: the byte at line 3, column 3 .*\n[\s\S]*, 1 error$/m)
  })

  it('an included file in an encoding that Python reads and browsers do not', async () => {
    write('bad.rst', '----\n\n.. include:: part.rst\n   :encoding: utf-7\n\nAfter\n')
    write('part.rst', 'Part\n')
    const { code, stderr } = await deck(cwd, ['build', 'bad.rst'])
    const { message, advice } = diagnose('source/unknown-encoding', { encoding: 'utf-7' })
    expect(code).toBe(1)
    expect(stderr).toContain(`bad.rst:3:1 severe: ${message}`)
    expect(stderr).toContain(`→ ${advice}`)
  })

  it('includes that multiply, three in each of ten files', async () => {
    const names = [...'abcdefghij']
    for (const [index, name] of names.entries())
      write(`${name}.rst`, index === 9 ? 'x\n' : `.. include:: ${names[index + 1]}.rst\n`.repeat(3))
    write('bad.rst', '----\n\n.. include:: a.rst\n\n----\n\nStill here\n')
    const { code, stderr } = await deck(cwd, ['build', 'bad.rst'])
    expect(code).toBe(1)
    expect(stderr.match(/\[document\/too-much-generated\]/g)).toHaveLength(1)
    expect(stderr).toMatch(/error: The deck would make more than \d+ nodes out of what is written once; .* of bad\.rst → a\.rst → b\.rst/)
    expect(read('bad.html')).toContain('Still here')
  })

  it('the rest of the deck still builds', async () => {
    write('bad.rst', '----\n\n:data-x: rabc\n\n.. image:: none.png\n\n----\n\nStill here\n')
    await deck(cwd, ['build', 'bad.rst'])
    expect(read('bad.html')).toContain('Still here')
  })

  it.each<[string, string[], RegExp]>([
    ['a missing deck', ['build', 'none.rst'], /There is no deck at “.*none\.rst”/],
    ['an output that is a folder', ['build', 'a.rst', '-o', 'a.rst/x.html'], /cannot be written: a part of the path is a file/],
    ['an output that is the input', ['build', 'a.rst', '-o', 'a.rst'], /over its own source/],
  ])('%s: exit code 1 and nothing written', async (_name, args, said) => {
    write('a.rst', twoSteps)
    const { code, stderr } = await deck(cwd, args)
    expect(code).toBe(1)
    expect(stderr).toMatch(said)
    expect(readdirSync(cwd)).toEqual(['a.rst'])
    expect(read('a.rst')).toBe(twoSteps)
  })

  it('an output folder that cannot be made', async () => {
    write('a.rst', twoSteps)
    const { code, stderr } = await deck(cwd, ['build', 'a.rst', '-o', '/proc/none/a.html'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/cannot be written/)
  })

  it.each<[string, string[], RegExp]>([
    ['no deck named', ['build'], /missing required argument/],
    ['an unknown option', ['build', 'a.rst', '--colour'], /unknown option '--colour'/],
    ['an unknown command', ['bild', 'a.rst'], /unknown command 'bild'[\s\S]*build/],
    ['a folder without a deck', ['build', '.'], /no deck/],
    ['a port that is none', ['watch', 'a.rst', '--port', 'x'], /“x” is not a port/],
  ])('wrong use is exit code 2: %s', async (_name, args, said) => {
    const { code, stderr } = await deck(cwd, args)
    expect(code).toBe(2)
    expect(stderr).toMatch(said)
  })

  it('help and version go to stdout', async () => {
    expect(await deck(cwd, ['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('build') })
    expect(await deck(cwd, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(version)
  })
})
