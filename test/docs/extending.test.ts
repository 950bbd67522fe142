import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { deck } from '../cli/run.ts'
import { pageBlocks } from './blocks.ts'

/** docs/extending.md: what it prints is run, and comes to what it says. */
const { block, below } = pageBlocks('extending.md')
/** Each line by itself, since the page's own line breaks are another matter. */
const lines = (html: string): string[] => html.split('\n').filter((line) => line !== '')

let folder: string
const write = (path: string, text: string): string => {
  writeFileSync(join(folder, path), text)
  return join(folder, path)
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-extending-'))
  // As `npm install hoverdeck` leaves it, but from the sources.
  mkdirSync(join(folder, 'node_modules/hoverdeck'), { recursive: true })
  write('node_modules/hoverdeck/package.json', JSON.stringify({ name: 'hoverdeck', type: 'module', exports: { './rst': './rst.ts' } }))
  write('node_modules/hoverdeck/rst.ts', `export * from ${JSON.stringify(new URL('../../src/rst.ts', import.meta.url).pathname)}\n`)
  write('deck.config.mjs', block('js', '// deck.config.mjs'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('makes the slide that the page shows, in both languages', async () => {
  write('talk.rst', block('rst'))
  write('talk.md', `---\n\n${block('md')}`)
  for (const name of ['talk.rst', 'talk.md']) {
    const { code, stdout, stderr } = await deck(folder, ['build', name, '-o', '-'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const line of lines(block('html'))) if (name === 'talk.rst' || !line.includes('first program')) expect(stdout).toContain(line)
  }
})

it('reports the mistake that the page shows', async () => {
  write('talk.rst', '----\n\n.. speaker:: Ada\n')
  const { code, stderr } = await deck(folder, ['check', 'talk.rst'])
  expect(code).toBe(1)
  for (const line of lines(block('text', 'talk.rst'))) expect(stderr).toContain(line)
})

it.each(['import { parse,', 'import { rstParse }'])('prints what it says: %s', async (start) => {
  const program = block('js', start)
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  await import(pathToFileURL(write(`${start.length}.mjs`, program)).href)
  expect(`${log.mock.calls.map(([text]) => text).join('\n')}\n`).toBe(below(program))
  log.mockRestore()
})
