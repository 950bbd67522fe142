import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let cwd: string
let child: ChildProcess | undefined
const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text)
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-watch-'))
})
afterEach(async () => {
  if (child && child.exitCode === null) {
    const ended = new Promise((done) => child?.once('exit', done))
    child.kill('SIGKILL')
    await ended
  }
  child = undefined
  rmSync(cwd, { recursive: true, force: true })
})

/** Starts `deck watch talk.rst`; what it says on stderr, and the page that it serves. */
async function watchTalk() {
  const started = spawn(process.execPath, [resolve('dist/deck.cjs'), 'watch', 'talk.rst', '--port', '0'], { cwd })
  child = started
  let said = ''
  started.stderr.on('data', (data) => {
    said += String(data)
  })
  const says = async (wanted: RegExp): Promise<string> => {
    await expect.poll(() => said, { timeout: 10_000, interval: 20 }).toMatch(wanted)
    const all = said
    said = ''
    return all
  }
  const [, url = ''] = /open (\S+)/.exec(await says(/watching: open \S+/)) ?? []
  return { says, page: async () => (await fetch(url)).text() }
}

describe('deck watch', () => {
  it('goes on when the deck vanishes, and shows it again when it is back', async () => {
    write('talk.rst', '----\n\nOne\n')
    const { says, page } = await watchTalk()
    rmSync(join(cwd, 'talk.rst'))
    await says(/There is no deck/)
    expect(await page()).toContain('One')
    write('talk.rst', '----\n\nTwo\n')
    await says(/built in/)
    expect(await page()).toContain('Two')
  })

  it('goes on when a directive of its configuration throws, and when that is mended', async () => {
    const directive = (body: string): string => `export default { directives: [{ name: 'timer', run: ({ position }) => ${body} }] }`
    write('deck.config.mjs', directive("{ throw new TypeError('planted fault') }"))
    write('talk.rst', '----\n\n.. timer::\n\nAfter\n')
    const { says, page } = await watchTalk()
    expect(await page()).toContain('After')
    write('deck.config.mjs', directive("[{ type: 'container', classes: ['mended'], children: [], position }]"))
    await says(/built in \d+ ms\n/)
    expect(await page()).toContain('<div class="mended">')
    write('deck.config.mjs', 'export default {')
    await says(/deck\.config\.mjs” cannot be loaded: SyntaxError/)
    expect(await page()).toContain('<div class="mended">')
  })

  it('shows what the program itself fails at, and goes on', async () => {
    write(
      'deck.config.mjs',
      "export default { directives: [{ name: 'rubbish', run: ({ position }) => [{ type: 'text', value: 5, position }] }] }",
    )
    write('talk.rst', '----\n\nOne\n')
    const { says, page } = await watchTalk()
    write('talk.rst', '----\n\n.. rubbish::\n')
    expect(await says(/built in/)).toMatch(/severe: hoverdeck itself failed when it rendered “talk\.rst”: TypeError/)
    expect(await page()).toContain('One')
    write('talk.rst', '----\n\nTwo\n')
    await says(/built in/)
    expect(await page()).toContain('Two')
  })
})
