import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { version } from '../../src/version.ts'
import { deck } from './run.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-new-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const filesOf = (folder: string): string[] =>
  readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, folder).length + 1))
    .sort()
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8')

const files = (name: string): string[] => [
  '.github/workflows/pages.yml',
  '.gitignore',
  'README.md',
  'graphics/pipeline.svg',
  'package.json',
  `slides/${name}`,
  'styles/theme.css',
  `vendor/hoverdeck-${version}.tgz`,
]

describe.each([
  ['reStructuredText', [], 'talk.rst'],
  ['Markdown', ['--markdown'], 'talk.md'],
])('deck new in %s', (_, flags, name) => {
  it('writes a deck of which deck check --strict says nothing, and names it throughout', async () => {
    const { code, stdout, stderr } = await deck(cwd, ['new', 'my/talk', ...flags])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(filesOf('my/talk')).toEqual(files(name))
    expect(stderr).toContain(`Show it: deck watch my/talk/slides/${name}\n`)
    for (const file of ['README.md', 'package.json']) expect(read(`my/talk/${file}`).match(/slides\/talk\.\w+/)?.[0]).toBe(`slides/${name}`)

    const checked = await deck(cwd, ['check', '--strict', '--verbose', 'my/talk/slides'])
    expect(checked).toEqual({ code: 0, stdout: '', stderr: 'no errors, no warnings\n' })
    expect((await deck(cwd, ['build', 'my/talk/slides', '-o', 'site'])).code).toBe(0)
    const page = read('site/talk.html')
    for (const part of [
      'data-unfold=',
      'class="highlight',
      '<math',
      'class="notes"',
      'on-drawing',
      '--accent: light-dark(#1a7276, #5cc9c1)',
    ]) {
      expect(page).toContain(part)
    }
  })
})

describe('deck new', () => {
  it('writes the same talk in both languages', async () => {
    for (const [folder, ...flags] of [['rst'], ['md', '--markdown']] as const) {
      await deck(cwd, ['new', folder, ...flags])
      await deck(cwd, ['build', `${folder}/slides`, '-o', `${folder}/site`])
    }
    expect(read('md/site/talk.html')).toBe(read('rst/site/talk.html'))
  })

  it('asks for the very package that wrote it, and brings it', async () => {
    await deck(cwd, ['new', 'talk'])
    const tarball = `vendor/hoverdeck-${version}.tgz`
    expect(JSON.parse(read('talk/package.json')).devDependencies).toEqual({ hoverdeck: `file:${tarball}` })
    const packed = execFileSync('tar', ['-tzf', join(cwd, 'talk', tarball)], { encoding: 'utf8' })
    expect(packed).toContain('package/dist/deck.cjs\n')
    expect(read('talk/README.md')).toContain(`\`${tarball}\` is hoverdeck itself`)
  })

  it('asks the registry for a version of its kind where it came from there', async () => {
    cpSync('dist', join(cwd, 'package/dist'), { recursive: true })
    cpSync('src/7-output/new/template', join(cwd, 'package/src/7-output/new/template'), { recursive: true })
    cpSync('package.json', join(cwd, 'package/package.json'))
    // npm tells what it runs which of its commands it is.
    const mark = (command: string) =>
      execFileSync(process.execPath, [resolve('scripts/mark-published.mjs')], {
        cwd: join(cwd, 'package'),
        env: { ...process.env, npm_command: command },
      })
    mark('pack')
    expect(existsSync(join(cwd, 'package/dist/published'))).toBe(false)
    mark('publish')
    execFileSync(process.execPath, [join(cwd, 'package/dist/deck.cjs'), 'new', 'talk'], { cwd })
    expect(JSON.parse(read('talk/package.json')).devDependencies).toEqual({ hoverdeck: `^${version}` })
    expect(filesOf('talk')).toEqual(files('talk.rst').filter((name) => !name.startsWith('vendor/')))
    expect(read('talk/README.md')).not.toContain('vendor')
  })

  it('names the folder that it lies in, and says so, where npm cannot pack it', () => {
    const { status, stderr } = spawnSync(process.execPath, [resolve('dist/deck.cjs'), 'new', 'talk'], {
      cwd,
      encoding: 'utf8',
      env: { PATH: cwd },
    })
    expect(status).toBe(0)
    expect(stderr).toMatch(/^warning: npm could not pack hoverdeck: there is no npm\. \[command\/not-packed\]$/m)
    expect(JSON.parse(read('talk/package.json')).devDependencies).toEqual({ hoverdeck: `file:${resolve('.')}` })
    expect(read('talk/README.md')).not.toContain('vendor')
  })

  it('writes into an empty folder, and beside what Git has there', async () => {
    mkdirSync(join(cwd, 'talk/.git'), { recursive: true })
    expect((await deck(cwd, ['new', 'talk'])).code).toBe(0)
    expect(filesOf('talk')).toEqual(files('talk.rst'))
  })

  it.each<[string, string, string]>([
    ['a folder with something in it', 'talk', '“talk” is not empty (keep.txt …): name a folder that is not there yet.'],
    ['a file', 'talk/keep.txt', '“talk/keep.txt” is a file: name a folder that is not there yet.'],
    ['the folder itself', '.', '“.” is not empty (talk …): name a folder that is not there yet.'],
  ])('leaves %s as it is', async (_, folder, problem) => {
    mkdirSync(join(cwd, 'talk'))
    writeFileSync(join(cwd, 'talk/keep.txt'), 'mine')
    expect(await deck(cwd, ['new', folder])).toEqual({ code: 2, stdout: '', stderr: `error: ${problem}\n` })
    expect(filesOf('.')).toEqual(['talk/keep.txt'])
    expect(read('talk/keep.txt')).toBe('mine')
  })

  it('says what keeps it from writing', async () => {
    const { code, stderr } = await deck(cwd, ['new', '/proc/talk'])
    expect(code).toBe(1)
    expect(stderr).toContain('[command/cannot-write]')
    expect(existsSync('/proc/talk')).toBe(false)
  })

  it('is in the package that npm makes', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).files).toContain('src/7-output/new/template')
  })
})
