import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckProcess } from './process.ts'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text)
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-special-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

/** What a path can lead to that is no file, and how it is called. */
const kinds: readonly (readonly [string, (path: string) => void])[] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a device', (path) => symlinkSync('/dev/zero', path)],
  ['a folder', (path) => mkdirSync(path)],
]

describe.each(kinds)('%s', (what, make) => {
  it.each<[string, string[]]>([
    ['build', ['build', 'talk.rst']],
    ['check', ['check', 'talk.rst']],
    ['inspect --tree', ['inspect', 'talk.rst', '--tree']],
    ['export --notes', ['export', 'talk.rst', '--notes']],
    ['convert', ['convert', 'talk.rst', 'talk.md']],
  ])('is no deck: deck %s says so at once', (_, args) => {
    make(join(cwd, 'talk.rst'))
    const { code, stdout, stderr } = deckProcess(cwd, args)
    // A folder may be named to build and check what is in it.
    const isFolder = what === 'a folder' && /build|check/.test(args[0] ?? '')
    expect({ code, stdout }).toEqual({ code: isFolder ? 2 : 1, stdout: '' })
    expect(stderr).toMatch(
      isFolder
        ? /There is no deck \(\.rst, \.md\) in talk\.rst/
        : what === 'a folder'
          ? /talk\.rst” is a folder/
          : new RegExp(`talk\\.rst” is ${what}, no file\\.`),
    )
  })

  it('is no drawing: deck inspect --layers says so at once', () => {
    make(join(cwd, 'a.svg'))
    const { code, stdout, stderr } = deckProcess(cwd, ['inspect', 'a.svg', '--layers'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`“a.svg” is ${what}, no file. [source/no-file]`)
  })

  it.each<[string, string, string]>([
    ['include', '----\n\n.. include:: it\n\nA\n', 'talk.rst:3:1 severe'],
    ['file of raw', '----\n\n.. raw:: html\n   :file: it\n\nA\n', 'talk.rst:3:1 severe'],
    ['picture', '----\n\n.. image:: it\n   :alt: x\n', 'talk.rst:3:1 error'],
    ['drawing', '----\n\n.. svg:: it\n   :alt: x\n', 'talk.rst:3:1 error'],
    ['style sheet', ':css: it\n\n----\n\nA\n', 'talk.rst:1:7 error'],
    ['script', ':js-body: it\n\n----\n\nA\n', 'talk.rst:1:11 error'],
    ['picture in a style sheet', ':css: own.css\n\n----\n\nA\n', 'own.css:1:21 error'],
  ])('is no %s: said at once, and the page is built', (_, text, place) => {
    make(join(cwd, 'it'))
    write('talk.rst', text)
    write('own.css', '.step { background: url(it) }')
    const { code, stderr } = deckProcess(cwd, ['build', 'talk.rst', '-o', 'out.html'])
    expect(code).toBe(1)
    expect(stderr).toContain(`${place}: “it” is ${what}, no file. [`)
    expect(stderr).toContain('out.html  1 step')
  })

  it.each([['--css'], ['--js']])('is nothing for %s', (option) => {
    make(join(cwd, 'it'))
    write('talk.rst', '----\n\nA\n')
    const { code, stderr } = deckProcess(cwd, ['build', 'talk.rst', option, 'it'])
    expect(code).toBe(1)
    expect(stderr).toMatch(new RegExp(`error: “.*it” is ${what}, no file\\.`))
  })

  it('is no configuration', () => {
    make(join(cwd, 'deck.config.mjs'))
    write('talk.rst', '----\n\nA\n')
    const { code, stderr } = deckProcess(cwd, ['build', 'talk.rst'])
    expect(code).toBe(1)
    expect(stderr).toContain('deck.config.mjs” cannot be loaded: it is no file. [command/bad-config]')
  })
})

describe('a file that cannot be read', () => {
  it('is not called missing', async () => {
    symlinkSync('part.rst', join(cwd, 'part.rst'))
    write('talk.rst', '----\n\n.. include:: part.rst\n\nA\n')
    expect((await deck(cwd, ['check', 'talk.rst'])).stderr).toContain('“part.rst” cannot be read: its links lead in a circle.')
    expect((await deck(cwd, ['check', 'part.rst'])).stderr).toContain('part.rst” cannot be read: its links lead in a circle.')
    expect((await deck(cwd, ['inspect', 'part.rst', '--layers'])).stderr).toContain(
      '“part.rst” cannot be read: its links lead in a circle.',
    )
  })
})

describe('standard input', () => {
  it.each(['-', '/dev/stdin', '/dev/fd/0'])('is read by the name %s, and the page goes to standard output', (name) => {
    const { code, stdout, stderr } = deckProcess(cwd, ['build', name], { input: '----\n\nHey\n' })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Hey')
  })

  it.each([
    ['inspect', '/dev/stdin', '--tree'],
    ['export', '/dev/stdin', '--notes'],
    ['check', '/dev/stdin'],
  ])('deck %s reads it by its path', (...args) => {
    expect(deckProcess(cwd, args, { input: '----\n\nHey\n' }).code).toBe(0)
  })

  it('does not do for a process substitution, which is a pipe of its own', () => {
    const line = `"${process.execPath}" "${resolve('dist/deck.cjs')}" check <(echo ----) 2>&1`
    const said = execFileSync('bash', ['-c', `${line}; echo $?`], { cwd, encoding: 'utf8', timeout: 20_000 })
    expect(said).toMatch(/“\/dev\/fd\/\d+” is a pipe, no file\./)
    expect(said).toMatch(/→ What a program writes goes in by standard input: … \| deck build -\./)
    expect(said).toMatch(/\n1\n$/)
  })

  it('that never ends is left', () => {
    const line = `yes | "${process.execPath}" "${resolve('dist/deck.cjs')}" check - 2>&1`
    const said = execFileSync('bash', ['-c', `${line}; echo $?`], { cwd, encoding: 'utf8', timeout: 20_000 })
    expect(said).toMatch(/<stdin>” cannot be read: it has more than the 64 MB that a text may have\. \[source\/unreadable\]\n/)
    expect(said).toMatch(/\n1\n$/)
  })
})

describe('a text that is too large', () => {
  it.each([
    ['deck', 'talk.rst', /talk\.rst” cannot be read: it has 65 MB, more than the 64 MB that a text may have\. \[source\/unreadable\]/],
    [
      'included file',
      'with.rst',
      /with\.rst:3:1 severe: “talk\.rst” cannot be read: it has 65 MB, more than the 64 MB that a text may have\./,
    ],
  ])('%s: said at once', async (_, name, said) => {
    writeFileSync(join(cwd, 'talk.rst'), Buffer.alloc(65_000_000, '----\n'))
    write('with.rst', '----\n\n.. include:: talk.rst\n')
    const { code, stderr } = await deck(cwd, ['check', name])
    expect(code).toBe(1)
    expect(stderr).toMatch(said)
  })
})

describe('a name that is not UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9]), Buffer.from('.rst')])
  const at = (): Buffer => Buffer.concat([Buffer.from(`${cwd}/`), bytes])

  it.each<[string, (program: string) => string]>([
    ['named on the command line', (program) => `${program} check $'caf\\xe9.rst'`],
    ['in a folder', (program) => `${program} check .`],
  ])('of a deck %s is what is said', (_, line) => {
    writeFileSync(at(), '----\n\nA\n')
    const program = `"${process.execPath}" "${resolve('dist/deck.cjs')}"`
    const said = execFileSync('bash', ['-c', `${line(program)} 2>&1; echo $?`], { cwd, encoding: 'utf8', timeout: 20_000 })
    expect(said).toContain('caf\ufffd.rst” cannot be opened: its name is not UTF-8. [source/name-not-utf-8]')
    expect(said).toMatch(/→ Rename it: mv caf\?\.rst /)
    expect(said).toMatch(/\n1\n$/)
  })
})
