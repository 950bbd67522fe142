import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

let folder: string
let cache: string
let whole: Buffer
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-code-'))
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  cpSync('package.json', join(folder, 'package.json'))
  writeFileSync(join(folder, 'talk.rst'), '----\n\nA\n')
  // The build leaves one of its own Node version.
  build()
  const own = `.${process.versions.v8}.cache`
  cache = join(folder, 'dist', readdirSync(join(folder, 'dist')).find((name) => name.endsWith(own)) ?? 'none')
  whole = readFileSync(cache)
})
beforeEach(() => writeFileSync(cache, whole))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the copied command; `flags` are Node's own. */
function run(args: readonly string[], flags: readonly string[] = []) {
  const { status, signal, stderr } = spawnSync(process.execPath, [...flags, join(folder, 'dist/deck.cjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, signal, stderr }
}
const build = (flags?: readonly string[]) => run(['build', 'talk.rst', '--no-cache'], flags)
const well = { status: 0, signal: null, stderr: expect.stringMatching(/^talk\.html {2}1 step/) }

/** Bytes flipped all over the data, differently for each seed. */
function damaged(seed: number): Buffer {
  const bytes = Buffer.from(whole)
  let state = seed
  for (let count = 0; count < 200; count++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const at = state % bytes.length
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
  }
  return bytes
}

describe('the code cache beside the program', () => {
  it.each<[string, () => Buffer]>([
    ...[1, 2, 3].map((seed) => [`with 200 bytes flipped (${seed})`, () => damaged(seed)] as [string, () => Buffer]),
    ['cut in the middle', () => whole.subarray(0, whole.length >> 1)],
    ['cut by a byte', () => whole.subarray(0, -1)],
    ['of zeros', () => Buffer.alloc(whole.length)],
    ['of a few bytes', () => Buffer.from('abc')],
    ['that is empty', () => Buffer.alloc(0)],
  ])('%s ends no command, and is replaced by the next build', (_, content) => {
    writeFileSync(cache, content())
    expect(run(['--version'])).toMatchObject({ status: 0, signal: null })
    expect(readFileSync(cache).equals(content())).toBe(true)
    expect(build()).toEqual(well)
    const replaced = readFileSync(cache)
    expect(replaced.equals(content())).toBe(false)
    expect(build()).toEqual(well)
    expect(readFileSync(cache).equals(replaced)).toBe(true)
  })

  it('that is whole stays as it is', () => {
    const { ino, mtimeMs } = statSync(cache)
    expect(build()).toEqual(well)
    expect(statSync(cache)).toMatchObject({ ino, mtimeMs })
  })

  it('of other flags is replaced when V8 has passed it over', () => {
    expect(build(['--no-opt'])).toEqual(well)
    const other = readFileSync(cache)
    expect(other.equals(whole)).toBe(false)
    expect(build(['--no-opt'])).toEqual(well)
    expect(readFileSync(cache).equals(other)).toBe(true)
    expect(build()).toEqual(well)
    expect(readFileSync(cache).equals(other)).toBe(false)
  })

  it('takes away what a killed process has left of its writing, once nobody can be at it', () => {
    const drafts = ['.hoverdeck-1-old-0.draft', '.hoverdeck-2-new-0.draft', '.other.draft'].map((name) => join(folder, 'dist', name))
    for (const draft of drafts) writeFileSync(draft, '')
    const yesterday = Date.now() / 1000 - 86_400
    for (const draft of [drafts[0], drafts[2]]) utimesSync(draft ?? '', yesterday, yesterday)
    writeFileSync(cache, '')
    expect(build()).toEqual(well)
    expect(readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.draft'))).toEqual([
      '.hoverdeck-2-new-0.draft',
      '.other.draft',
    ])
  })
})
