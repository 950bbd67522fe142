import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckProcess } from './process.ts'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, content: string | Uint8Array): void => writeFileSync(join(cwd, path), content)
const all = (): string[] => readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort()
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-whole-'))
  write('talk.rst', '----\n\n.. image:: a.png\n   :alt: x\n\n.. image:: b.png\n   :alt: x\n')
  write('a.png', 'a')
  write('b.png', Buffer.alloc(300_000))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

/** Runs the command where no file may become larger than so many kB. */
function limited(kilobytes: number, ...args: string[]) {
  const line = `ulimit -f ${kilobytes}; exec "${process.execPath}" "${resolve('dist/deck.cjs')}" "$@"`
  const { status, stderr } = spawnSync('bash', ['-c', line, 'deck', ...args], { cwd, encoding: 'utf8' })
  return { status, stderr }
}

describe('what a command writes is there whole or not at all', () => {
  it('where a file is in the way of the folder for assets', async () => {
    write('assets', 'mine')
    const before = all()
    const { code, stderr } = await deck(cwd, ['build', 'talk.rst', '--assets', 'copy'])
    expect(code).toBe(1)
    expect(stderr).toContain('assets/a.png” cannot be written: a part of the path is a file.')
    expect(all()).toEqual(before)
    expect(readFileSync(join(cwd, 'assets'), 'utf8')).toBe('mine')
  })

  it('where the last of its files is too large for the system: neither the first, nor a folder, nor a draft', () => {
    const before = all()
    const { status, stderr } = limited(200, 'build', 'talk.rst', '--assets', 'copy', '-o', 'new/site/talk.html')
    expect(status).toBe(1)
    expect(stderr).toContain('new/site/assets/b.png” cannot be written: the system lets no file be so large. [command/cannot-write]')
    expect(all()).toEqual(before)
  })

  it('where there was an older one: that stays, with its pictures', async () => {
    write('b.png', 'b')
    expect((await deck(cwd, ['build', 'talk.rst', '--assets', 'copy'])).code).toBe(0)
    const before = all()
    const page = readFileSync(join(cwd, 'talk.html'), 'utf8')
    write('a.png', 'new')
    write('b.png', Buffer.alloc(300_000))
    expect(limited(200, 'build', 'talk.rst', '--assets', 'copy').status).toBe(1)
    expect(all()).toEqual(before)
    expect(readFileSync(join(cwd, 'talk.html'), 'utf8')).toBe(page)
    expect(readFileSync(join(cwd, 'assets/a.png'), 'utf8')).toBe('a')
  })

  it('where it is a new talk', () => {
    const before = all()
    const { status, stderr } = limited(1, 'new', 'talk')
    expect(status).toBe(1)
    expect(stderr).toContain('cannot be written: the system lets no file be so large.')
    expect(all()).toEqual(before)
    expect(existsSync(join(cwd, 'talk'))).toBe(false)
  })
})

describe('drafts that killed builds have left', () => {
  it('are taken away by the next build there, once nobody can be at them; others’ files are not', async () => {
    const yesterday = Date.now() / 1000 - 86_400
    mkdirSync(join(cwd, 'out'))
    const old = ['.hoverdeck-1-old-0.draft', '.hoverdeck-12-old-33.draft', '.hoverdeck-note.draft', '.1-x.draft', 'my.draft']
    for (const name of old) {
      write(`out/${name}`, '')
      utimesSync(join(cwd, 'out', name), yesterday, yesterday)
    }
    write('out/.hoverdeck-2-new-0.draft', '')
    await deck(cwd, ['build', 'talk.rst', '-o', 'out/talk.html'])
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      '.1-x.draft',
      '.hoverdeck-2-new-0.draft',
      '.hoverdeck-note.draft',
      'my.draft',
      'talk.html',
    ])
  })

  it('so are those in the folder of cleaned drawings', () => {
    const folder = join(cwd, 'cache/hoverdeck/drawings')
    mkdirSync(folder, { recursive: true })
    const yesterday = Date.now() / 1000 - 86_400
    writeFileSync(join(folder, '.hoverdeck-1-old-0.draft'), '')
    utimesSync(join(folder, '.hoverdeck-1-old-0.draft'), yesterday, yesterday)
    write('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><rect width="9" height="9"/></g></svg>')
    write('talk.rst', '----\n\n.. svg:: a.svg\n   :alt: x\n')
    expect(deckProcess(cwd, ['build', 'talk.rst'], { env: { ...process.env, XDG_CACHE_HOME: join(cwd, 'cache') } }).code).toBe(0)
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{8}-\d+$/)])
  })
})
