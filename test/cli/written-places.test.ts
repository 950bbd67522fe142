import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deck } from './run.ts'

let cwd: string
const at = (path: string): string => join(cwd, path)
const write = (path: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}
const link = (path: string, to: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true })
  symlinkSync(to, at(path))
}
const read = (path: string): string => readFileSync(at(path), 'utf8')
const isLink = (path: string): boolean => lstatSync(at(path)).isSymbolicLink()

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-places-'))
  write('home/bashrc', 'mine')
  write('strange/talk.rst', '----\n\nOne\n===\n\n.. image:: p.png\n')
  write('strange/p.png', 'png')
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

describe('a link where the page goes', () => {
  it.each([
    ['beside the deck', ['strange/talk.rst'], 'strange/talk.html'],
    ['in the folder that -o names', ['strange/talk.rst', '-o', 'out'], 'out/talk.html'],
    ['in Hovercraft’s target folder', ['strange/talk.rst', 'out'], 'out/index.html'],
    ['of a site', ['strange', '-o', 'out'], 'out/talk.html'],
    ['of a site’s index', ['strange', '-o', 'out'], 'out/index.html'],
  ])('is replaced %s, in any mode', async (_, args, page) => {
    for (const safe of [[], ['--safe']]) {
      rmSync(at(page), { force: true })
      link(page, at('home/bashrc'))
      const { code, stderr } = await deck(cwd, ['build', ...args, ...safe])
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('error') })
      expect(read('home/bashrc')).toBe('mine')
      expect(isLink(page)).toBe(false)
      expect(read(page)).toContain('<!DOCTYPE html>')
    }
  })

  it('is written through where -o names it', async () => {
    link('out/page.html', '../home/page.html')
    expect((await deck(cwd, ['build', 'strange/talk.rst', '-o', 'out/page.html'])).code).toBe(0)
    expect(readlinkSync(at('out/page.html'))).toBe('../home/page.html')
    expect(read('home/page.html')).toContain('One')
  })

  it.each([
    ['to a file elsewhere', 'out/page.html', '../home/bashrc'],
    ['to nothing elsewhere yet', 'out/page.html', '../home/new.html'],
    ['beside the deck', 'strange/page.html', '../home/bashrc'],
  ])('is refused under --safe where -o names it and it leads out: %s', async (_, page, to) => {
    link(page, to)
    const { code, stderr } = await deck(cwd, ['build', 'strange/talk.rst', '--safe', '-o', page])
    expect(code).toBe(1)
    expect(stderr).toMatch(/error: “.*page\.html” leads to “.*home\/.*”, outside .*\[command\/output-elsewhere\]/)
    expect(read('home/bashrc')).toBe('mine')
    expect(readdirSync(at('home'))).toEqual(['bashrc'])
    expect(isLink(page)).toBe(true)
  })

  it('is written through under --safe where -o names it and it stays in the folder', async () => {
    link('strange/latest.html', 'v1.html')
    expect((await deck(cwd, ['build', 'strange/talk.rst', '--safe', '-o', 'strange/latest.html'])).code).toBe(0)
    expect(read('strange/v1.html')).toContain('One')
    expect(isLink('strange/latest.html')).toBe(true)
  })

  it.each([
    ['a folder in the deck’s', 'strange/out/talk.html'],
    ['a folder in the deck’s, as a folder', 'strange/out/'],
  ])('is refused under --safe where %s leads out', async (_, output) => {
    link('strange/out', '../home')
    const { code, stderr } = await deck(cwd, ['build', 'strange/talk.rst', '--safe', '-o', output])
    expect(code).toBe(1)
    expect(stderr).toContain('[command/output-elsewhere]')
    expect(readdirSync(at('home'))).toEqual(['bashrc'])
    expect((await deck(cwd, ['build', 'strange/talk.rst', '-o', output])).code).toBe(0)
    expect(readdirSync(at('home'))).toEqual(['bashrc', 'talk.html'])
  })

  it('is followed under --safe where the user’s own folder is one', async () => {
    mkdirSync(at('www'))
    link('public', 'www')
    link('decks', 'strange')
    expect((await deck(cwd, ['build', 'decks/talk.rst', '--safe', '-o', 'public/'])).code).toBe(0)
    expect(readdirSync(at('www'))).toEqual(['talk.html'])
    expect((await deck(cwd, ['build', 'decks/talk.rst', '--safe'])).code).toBe(0)
    expect(existsSync(at('strange/talk.html'))).toBe(true)
  })
})

describe('a link where a file beside the page goes', () => {
  it.each([[[]], [['--safe']]])('is replaced, with %j', async (safe) => {
    link('strange/assets/p.png', at('home/bashrc'))
    expect((await deck(cwd, ['build', 'strange/talk.rst', '--assets', 'copy', ...safe])).code).toBe(0)
    expect(read('home/bashrc')).toBe('mine')
    expect(isLink('strange/assets/p.png')).toBe(false)
    expect(read('strange/assets/p.png')).toBe('png')
  })

  it.each([[[]], [['--safe']]])('is refused where their folder is one, and nothing is written, with %j', async (safe) => {
    link('strange/assets', '../home')
    const { code, stderr } = await deck(cwd, ['build', 'strange/talk.rst', '--assets', 'copy', ...safe])
    expect(code).toBe(1)
    expect(stderr).toMatch(/error: “.*assets\/p\.png” leads to “.*home\/p\.png”, outside .*\[command\/output-elsewhere\]/)
    expect(readdirSync(at('home'))).toEqual(['bashrc'])
    expect(readdirSync(at('strange')).sort()).toEqual(['assets', 'p.png', 'talk.rst'])
  })
})

describe('what the page is made of', () => {
  beforeEach(() => {
    write('strange/talk.rst', ':css: own.css\n\n----\n\n.. include:: part.rst\n\n.. image:: p.png\n')
    write('strange/part.rst', 'Part\n')
    write('strange/own.css', 'p{}')
    write('deck.config.mjs', 'export default {}')
    write('more.js', ';')
  })
  it.each([
    ['the deck', 'strange/talk.rst'],
    ['an included file', 'strange/part.rst'],
    ['a picture', 'strange/p.png'],
    ['a style sheet', 'strange/own.css'],
    ['a script that the user names', 'more.js'],
    ['the configuration', 'deck.config.mjs'],
  ])('is not written over: %s, by its name, by a link or under a second name', async (_, source) => {
    const before = read(source)
    link('l.html', source)
    linkSync(at(source), at('hard.html'))
    for (const output of [source, 'l.html', 'hard.html']) {
      const { code, stderr } = await deck(cwd, ['build', 'strange/talk.rst', '--js', 'more.js', '-o', output])
      expect(code).toBe(1)
      expect(stderr).toMatch(/would be written over its own source, “.*”.* \[command\/output-is-input\]/)
    }
    expect(read(source)).toBe(before)
    expect(read('hard.html')).toBe(before)
    expect(isLink('l.html')).toBe(true)
  })

  it('is not written over by a page beside its deck', async () => {
    write('strange/talk.rst', '----\n\n.. raw:: html\n   :file: talk.html\n')
    write('strange/talk.html', '<b>by hand</b>')
    const { code, stderr } = await deck(cwd, ['build', 'strange/talk.rst'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('[command/output-is-input]') })
    expect(read('strange/talk.html')).toBe('<b>by hand</b>')
  })

  it('is not written over by another deck’s page', async () => {
    write('a.rst', '----\n\nA\n')
    write('b.md', '# B\n')
    linkSync(at('b.md'), at('a.html'))
    expect((await deck(cwd, ['build', 'a.rst', 'b.md'])).code).toBe(1)
    expect(read('b.md')).toBe('# B\n')
  })

  it.each(['--png', '--notes'])('is not written over by deck export %s', async (kind) => {
    const { code, stderr } = await deck(cwd, ['export', 'strange/talk.rst', kind, '--slides', '1', '-o', 'strange/p.png'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('[command/output-is-input]') })
    expect(read('strange/p.png')).toBe('png')
  })

  it('is not written over by deck convert, forced or not', async () => {
    for (const output of ['strange/talk.rst', 'strange/part.rst', 'l.md']) {
      if (output === 'l.md') link(output, 'strange/talk.rst')
      const before = read(output)
      const { code, stderr } = await deck(cwd, ['convert', 'strange/talk.rst', output, '--force'])
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('[command/output-is-input]') })
      expect(read(output)).toBe(before)
    }
  })

  it('stays as it is where it lies where its copy would', async () => {
    write('strange/talk.rst', '----\n\n.. image:: assets/p.png\n')
    write('strange/assets/p.png', 'png')
    const before = lstatSync(at('strange/assets/p.png')).ino
    expect((await deck(cwd, ['build', 'strange/talk.rst', '--assets', 'copy'])).code).toBe(0)
    expect(lstatSync(at('strange/assets/p.png')).ino).toBe(before)
  })

  it('is not written over by the copy of another file, and nothing is written', async () => {
    write('strange/talk.rst', '----\n\n.. image:: p.png\n.. image:: assets/p.png\n')
    write('strange/assets/p.png', 'other')
    const { code, stderr } = await deck(cwd, ['build', 'strange/talk.rst', '--assets', 'copy'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('[command/output-is-input]') })
    expect(read('strange/assets/p.png')).toBe('other')
    expect(existsSync(at('strange/talk.html'))).toBe(false)
  })
})

describe('the mode of a page', () => {
  it.each([
    ['a new file’s', undefined, 0o644],
    ['never one that runs as its owner', 0o6755, 0o644],
    ['never one that all may write', 0o777, 0o644],
    ['closed to others where it was', 0o600, 0o600],
    ['open to its owner', 0o000, 0o600],
  ])('is %s', async (_, before, after) => {
    const umask = process.umask(0o022)
    try {
      if (before !== undefined) {
        write('strange/talk.html', 'old')
        chmodSync(at('strange/talk.html'), before)
      }
      expect((await deck(cwd, ['build', 'strange/talk.rst'])).code).toBe(0)
      expect((statSync(at('strange/talk.html')).mode & 0o7777).toString(8)).toBe(after.toString(8))
    } finally {
      process.umask(umask)
    }
  })
})

describe('a deck that is a link out of its folder', () => {
  it.each([
    ['named itself', ['strange/leak.rst']],
    ['in a folder that is named', ['strange', '-o', 'site']],
  ])('is not read under --safe: %s', async (_, args) => {
    write('home/secret.rst', '----\n\nSecret\n')
    link('strange/leak.rst', '../home/secret.rst')
    const { code, stderr } = await deck(cwd, ['build', ...args, '--safe'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('[source/deck-elsewhere]') })
    expect(existsSync(at('strange/leak.html')) || existsSync(at('site/leak.html'))).toBe(false)
    expect((await deck(cwd, ['build', ...args])).code).toBe(0)
  })

  it('is read where it leads to a file of the folder', async () => {
    link('strange/latest.rst', 'talk.rst')
    expect((await deck(cwd, ['build', 'strange/latest.rst', '--safe'])).code).toBe(0)
  })
})
