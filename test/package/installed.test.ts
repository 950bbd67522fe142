import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageBlocks } from '../docs/blocks.ts'
import { runWell } from './packed.ts'

const { block } = pageBlocks('library.md')

/** An empty folder that the packed package is installed in, as anybody would: `npm install hoverdeck-0.1.0.tgz`. */
let folder: string
let playwright: string
const inFolder = (path: string): string => join(folder, path)
const deck = (...args: string[]): string => runWell(inFolder('node_modules/.bin/deck'), args, folder)

const libraryProgram = `
import { readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compile, readDeck } from 'hoverdeck'

for (const name of readdirSync('slides')) {
  const { page } = await compile(readDeck(resolve('slides', name)))
  writeFileSync(name + '.html', page.html)
}
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-installed-'))
  // No registry is asked: the one dependency comes packed too, and anything more could not be found.
  const pack = (from: string): string =>
    runWell('npm', ['pack', resolve(from), '--ignore-scripts', '--silent', '--pack-destination', folder], '.').trim()
  playwright = pack('node_modules/playwright-core')
  const tarballs = [pack('.'), playwright].map((name) => `./${name}`)
  writeFileSync(inFolder('package.json'), '{ "private": true, "type": "module" }')
  runWell('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the installed package', () => {
  it('is all that there is, with its one dependency', () => {
    expect(readdirSync(inFolder('node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['hoverdeck', 'playwright-core'])
  })

  it('builds every deck of slides/ to the page that a clone of the repository makes', () => {
    for (const name of ['slides', 'graphics', 'styles']) cpSync(name, inFolder(name), { recursive: true })
    deck('build', '--no-cache', 'slides', '-o', 'site')
    runWell(process.execPath, ['dist/deck.cjs', 'build', '--no-cache', 'slides', '-o', inFolder('expected')], '.')
    const pages = readdirSync(inFolder('expected'))
    expect(pages).toContain('container-orchestration.html')
    expect(readdirSync(inFolder('site'))).toEqual(pages)
    for (const page of pages)
      expect(readFileSync(inFolder(`site/${page}`), 'utf8')).toBe(readFileSync(inFolder(`expected/${page}`), 'utf8'))
  })

  it('compiles every deck as a library to what the command writes', () => {
    writeFileSync(inFolder('library.mjs'), libraryProgram)
    runWell(process.execPath, ['library.mjs'], folder)
    const decks = readdirSync('slides')
    expect(decks).toContain('tour.md')
    for (const name of decks) {
      const page = deck('build', '--no-cache', `slides/${name}`, '-o', '-')
      expect(readFileSync(inFolder(`${name}.html`), 'utf8') === page, name).toBe(true)
    }
  })

  it('runs the program of docs/library.md to what it says there', () => {
    const program = block('js', '// build-talk.mjs')
    mkdirSync(inFolder('library'))
    writeFileSync(inFolder('library/package.json'), '{}')
    writeFileSync(inFolder('library/build-talk.mjs'), program)
    writeFileSync(inFolder('library/talk.md'), block('md'))
    const { status, stdout, stderr } = spawnSync(process.execPath, ['build-talk.mjs'], { cwd: inFolder('library'), encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout.replaceAll(`${inFolder('library')}/`, '')).toBe(block('text', 'My talk'))
    expect(readFileSync(inFolder('library/talk.html'), 'utf8')).toContain('<title>My talk</title>')
  })

  it('starts talks that it builds', () => {
    deck('new', 'talk')
    deck('new', 'talk-in-markdown', '--markdown')
    deck('build', 'talk/slides', 'talk-in-markdown/slides', '-o', 'talks')
    expect(readdirSync(inFolder('talks'))).toContain('index.html')
  })

  it('starts a talk that installs from what wrote it, no registry asked for its name, and does what its workflow does', () => {
    deck('new', 'own')
    const own = inFolder('own')
    // Nor is it asked for the one dependency, which comes packed here.
    runWell('npm', ['install', '--offline', '--no-audit', '--no-fund', inFolder(playwright)], own)
    rmSync(inFolder('own/node_modules'), { recursive: true })
    const workflow = readFileSync(inFolder('own/.github/workflows/pages.yml'), 'utf8')
    const steps = [...workflow.matchAll(/^ +- run: (.+)$/gm)].map(([, line]) => line)
    expect(steps).toEqual(['npm ci', 'npx deck check --format github slides', 'npx deck build slides -o site'])
    for (const line of steps) runWell('bash', ['-c', `npm_config_offline=true ${line}`], own)
    expect(readdirSync(inFolder('own/site'))).toEqual(['index.html', 'talk.html'])
    // What it installed starts talks in its turn.
    runWell('bash', ['-c', 'npx deck new ../next'], own)
    expect(readdirSync(inFolder('next/vendor'))).toEqual(readdirSync(inFolder('own/vendor')))
  })

  it('prints a deck through a browser', () => {
    writeFileSync(inFolder('small.rst'), '----\n\nOne\n===\n')
    deck('export', 'small.rst', '--pdf', '-o', 'small.pdf')
    expect(readFileSync(inFolder('small.pdf'), 'latin1')).toMatch(/^%PDF-/)
  })
})

describe('the types of the installed package', () => {
  const check = (name: string, program: string): void => {
    mkdirSync(inFolder(name), { recursive: true })
    writeFileSync(inFolder(`${name}/program.ts`), program)
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noEmit', '--types', '']
    const modules = ['--target', 'es2023', '--module', 'nodenext', '--skipLibCheck', 'false']
    runWell(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...strict, ...modules, `${name}/program.ts`], folder)
  }

  it('hold by themselves, without those of Node or of any other package', () => {
    check(
      'alone',
      `import { compile, type Compilation, type Diagnostic, readDeck } from 'hoverdeck'
import { type Directive, type Document, parse, resolve, toPseudoXml } from 'hoverdeck/rst'

const source = readDeck('/talk.rst')
if ('code' in source) throw new Error(source.message)
const { page, deck, placements, diagnostics }: Compilation = await compile(source, { theme: 'dark', assets: 'copy' })
export const html: string = page.html
export const x: number | undefined = placements[0]?.x
export const id: string | undefined = deck.steps[0]?.id
export const lines: (number | undefined)[] = diagnostics.map((found: Diagnostic) => found.position?.start.line)

const tree: Document = resolve(parse('Hello *world*'))
export const xml: string = toPseudoXml(tree)
const directive: Directive = { name: 'nothing', content: true, run: ({ position }, tools) => [{ type: 'comment', children: [], position }, tools.error('rst/own-problem', { problem: 'It is.', advice: 'Be.' })] }
await compile(source, { directives: [directive] })

// @ts-expect-error: no such theme file can be a number.
await compile(source, { theme: 5 })
// @ts-expect-error: a tree is no text.
parse(tree)
`,
    )
  })

  it('give unified the tree that the plugin makes', () => {
    symlinkSync(resolve('node_modules/unified'), inFolder('node_modules/unified'))
    check(
      'unified',
      `import { type Document, rstParse } from 'hoverdeck/rst'
import { unified } from 'unified'

const tree = unified().use(rstParse, { source: 'talk.rst' }).parse('Hello')
export const document: Document = tree
export const kind: 'document' = tree.type

// @ts-expect-error: the path is a text.
unified().use(rstParse, { source: 5 })
`,
    )
  })
})
