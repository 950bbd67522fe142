import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckProcess } from './process.ts'

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
async function watchTalk(...flags: string[]) {
  const started = spawn(process.execPath, [resolve('dist/deck.cjs'), 'watch', 'talk.rst', '--port', '0', ...flags], { cwd })
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
  it.each<[string, () => void, RegExp]>([
    ['that is not there', () => undefined, /There is no deck at “.*talk\.rst”.*\[source\/no-deck\]/],
    ['that is a folder', () => mkdirSync(join(cwd, 'talk.rst')), /“.*talk\.rst” is a folder.*\[source\/folder\]/],
    ['that is a pipe', () => execFileSync('mkfifo', [join(cwd, 'talk.rst')]), /“.*talk\.rst” is a pipe, no file/],
  ])('ends with 1 for a deck %s, and serves nothing', (_, make, said) => {
    make()
    const { code, stdout, stderr } = deckProcess(cwd, ['watch', 'talk.rst', '--port', '0'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(said)
    expect(stderr).not.toContain('watching')
  })

  it('ends with 1 where something else listens at the port', async () => {
    write('talk.rst', '----\n\nOne\n')
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stdout, stderr } = deckProcess(cwd, ['watch', 'talk.rst', '--port', String(port)])
    other.close()
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^error: .*${port}.*something else listens there.*\\[command/no-server\\]\n {2}→ `))
  })

  it('refuses standard input: exit code 2', () => {
    expect(deckProcess(cwd, ['watch', '-'], { input: 'x' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: standard input cannot be watched: name the file of the deck.\n',
    })
  })

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

  it('has pictures in the page also where a build would copy them', async () => {
    write('dot.png', 'png')
    write('talk.rst', '----\n\n.. image:: dot.png\n   :alt: x\n')
    const { page } = await watchTalk('--assets', 'copy')
    expect(await page()).toContain('src="data:image/png;base64,cG5n"')
  })

  it('says what the page fetches from the network after each build', async () => {
    write('talk.rst', '----\n\nA\n')
    const { says } = await watchTalk()
    write('talk.rst', '----\n\n.. image:: https://x.example/a.png\n')
    await says(/built in .*\nThe page needs the network: https:\/\/x\.example\/a\.png\.\n/)
  })

  // Each says what is to be seen of it in the page.
  it.each<[string, string]>([
    ['part.rst', 'Words'],
    ['words.csv', 'Words,Words'],
    ['own.css', '.own { content: "Words" }'],
    ['imported.css', '.imported { content: "Words" }'],
    ['flag.css', '.flag { content: "Words" }'],
    ['flag.js', '"Words"'],
    ['look/theme.css', '.look { content: "Words" }'],
    ['look/highlight.css', '.highlight { content: "Words" }'],
    ['look/theme.json', '{ "width": WIDTH }'],
    ['dot.png', 'Words'],
    ['behind.png', 'Words'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><title>Words</title></svg>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><desc>Words</desc><image href="inner.png"/></svg>'],
    ['inner.png', 'Words'],
    ['far/away.png', 'Words'],
    [
      'deck.config.mjs',
      'export default { roles: [{ name: "word", run: ({ position }) => ({ nodes: [{ type: "text", value: "Words", position }], messages: [] }) }] }',
    ],
  ])('builds again after a change of %s', async (name, content) => {
    for (const folder of ['look', 'far']) mkdirSync(join(cwd, folder))
    const filled = (words: string, width: string): string => content.replaceAll('Words', words).replace('WIDTH', width)
    const files: Readonly<Record<string, string>> = {
      'part.rst': 'x',
      'words.csv': 'x,y',
      'own.css': '@import "imported.css"; p { background: url(behind.png) }',
      'imported.css': '',
      'flag.css': '',
      'flag.js': '',
      'look/theme.css': '',
      'look/highlight.css': '',
      'look/theme.json': '{}',
      'dot.png': 'x',
      'behind.png': 'x',
      'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"><image href="inner.png"/></svg>',
      'inner.png': 'x',
      'far/away.png': 'x',
      'deck.config.mjs': 'export default { roles: [{ name: "word", run: () => ({ nodes: [], messages: [] }) }] }',
      'talk.rst': `:css: own.css

----

.. include:: part.rst

.. csv-table::
   :file: words.csv

.. code:: python

   x = 1

.. image:: dot.png

.. image:: picture.svg

.. image:: away.png

.. svg:: drawing.svg

A :word:\`word\`
`,
    }
    for (const [path, text] of Object.entries(files)) write(path, text)
    write(name, filled('before', '1001'))
    const { says, page } = await watchTalk('--css', 'flag.css', '--js', 'flag.js', '--theme', './look', '--resource-path', 'far')
    const before = await page()
    write(name, filled('afterwards', '2002'))
    await says(/built in/)
    expect(await page()).not.toBe(before)
  })
})
