import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckProcess } from './process.ts'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, content: string): void => writeFileSync(join(cwd, path), content)
/** A file with nothing but zeros in it, which takes no room on the disk. */
const sparse = (path: string, size: number): void => {
  const file = openSync(join(cwd, path), 'w')
  ftruncateSync(file, size)
  closeSync(file)
}
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-large-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const image = (name: string): string => `.. image:: ${name}\n   :alt: x\n\n`
const advice = 'Build with --assets copy, which puts pictures and films beside the page, or make it smaller.'

describe('a file that is too large to go into a page', () => {
  it.each<[string, string, string]>([
    ['picture', image('big.png'), 'talk.rst:3:1'],
    ['film', '.. raw:: html\n\n   <video src="big.mp4"></video>\n', 'talk.rst:3:1'],
    ['picture of a style sheet', '.. raw:: html\n\n   <style>p { background: url(big.png) }</style>\n', 'talk.rst:3:1'],
  ])('is told where it is named, and the page is built without it: %s', async (_, named, place) => {
    for (const name of ['big.png', 'big.mp4']) sparse(name, 100_000_001)
    write('talk.rst', `----\n\n${named}`)
    const { code, stderr } = await deck(cwd, ['build', 'talk.rst'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/ error: “big\.(png|mp4)” has 101 MB: no more than 100 MB of files go into a page\. \[page\/too-large\]/)
    expect(stderr).toContain(`${place} error`)
    expect(stderr).toContain(`→ ${advice}`)
    expect(statSync(join(cwd, 'talk.html')).size).toBeLessThan(200_000)
  })

  it('counts with those before it', async () => {
    for (const name of ['a.png', 'b.png', 'c.png']) sparse(name, name === 'c.png' ? 10 : 60_000_000)
    write('talk.rst', `----\n\n${image('a.png')}${image('b.png')}${image('a.png')}${image('c.png')}`)
    const { code, stderr } = await deck(cwd, ['build', 'talk.rst'])
    expect(code).toBe(1)
    expect(stderr.match(/“.\.png” has \d+ MB/g)).toEqual(['“b.png” has 60 MB'])
  })

  it('goes beside it', async () => {
    sparse('big.png', 100_000_001)
    write('talk.rst', `----\n\n${image('big.png')}`)
    expect((await deck(cwd, ['build', 'talk.rst', '--assets', 'copy'])).code).toBe(0)
    expect(statSync(join(cwd, 'assets/big.png')).size).toBe(100_000_001)
  })
})

describe('a file of 60 MB in a page', () => {
  it('takes no more than 14 times as much memory', () => {
    sparse('big.png', 60_000_000)
    // What is not Latin makes every character of the page take two bytes.
    write('talk.rst', `----\n\nПривет\n\n${image('big.png')}`)
    write('peak.cjs', "process.on('exit', () => require('node:fs').writeFileSync('peak', String(process.resourceUsage().maxRSS)))")
    const { code } = deckProcess(cwd, ['build', 'talk.rst'], {
      env: { ...process.env, NODE_OPTIONS: `--require ${join(cwd, 'peak.cjs')}` },
    })
    expect(code).toBe(0)
    expect(Number(readFileSync(join(cwd, 'peak'), 'utf8'))).toBeLessThan(14 * 60_000)
  })
})
