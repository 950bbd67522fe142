import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DeckWatch, watchDeck } from '../../src/7-output/watch/watch-deck.ts'
import { compile } from '../../src/compile.ts'

let folder: string
let watch: DeckWatch | undefined
/** What the deck said at each build, in order. */
let built: string[]
const path = (name: string): string => join(folder, name)
const write = (name: string, text: string): void => writeFileSync(path(name), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-watch-deck-'))
  built = []
})
afterEach(async () => {
  await watch?.close()
  watch = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Watches `talk.rst`. `during` runs once a build has read everything, before the watch is told what it was. */
async function start(during: (nth: number) => Promise<void> | void = () => {}): Promise<void> {
  watch = await watchDeck({
    always: [path('talk.rst')],
    port: 0,
    compile: async () => {
      const text = readFileSync(path('talk.rst'), 'utf8')
      const nth = built.push(text.slice(slides('').length - 1).trim())
      const result = await compile({ path: path('talk.rst'), text }, { player: '/**/' })
      await during(nth)
      return result
    },
    clientScript: '',
    shown: (name) => name,
    onThrow: (thrown) => {
      throw thrown
    },
    onBuild: () => {},
  })
}

const page = async (): Promise<string> => (await fetch(watch?.url ?? '')).text()
const slides = (text: string): string => `----\n\n${text}\n`
const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const shows = (text: string): Promise<void> => expect.poll(page, { timeout: 5000 }).toContain(`<p>${text}</p>`)
/** Long enough for the system to tell of a change, and for the look at the files' times that finds what it does not tell. */
const noticed = 600

describe('the watch over a deck', () => {
  it('builds once more for what changes during a build, however often it changes', async () => {
    write('talk.rst', slides('One'))
    await start(async (nth) => {
      if (nth !== 2) return
      for (const word of ['Three', 'Four']) {
        write('talk.rst', slides(word))
        await later(80)
      }
    })
    write('talk.rst', slides('Two'))
    await shows('Four')
    await later(noticed)
    expect(built).toEqual(['One', 'Two', 'Four'])
  })

  it('builds once more for what changes during the first build, or in a file that it did not know before', async () => {
    write('talk.rst', slides('One'))
    write('part.rst', 'Part one\n')
    await start((nth) => {
      if (nth === 1) write('talk.rst', slides('.. include:: part.rst'))
      if (nth === 2) write('part.rst', 'Part two\n')
    })
    await shows('Part two')
  })

  it('builds nothing while nothing changes, nor for a file that the deck names no more', async () => {
    write('part.rst', 'Part\n')
    write('talk.rst', slides('.. include:: part.rst'))
    await later(50)
    await start()
    await later(2 * noticed)
    expect(built).toEqual(['.. include:: part.rst'])
    write('talk.rst', slides('Two'))
    await shows('Two')
    write('part.rst', 'Other\n')
    await later(noticed)
    expect(built).toEqual(['.. include:: part.rst', 'Two'])
  })

  it('shows the page of a broken deck until there is a good one, and keeps that one from then on', async () => {
    const broken = (text: string): string => `----\n\n:data-x: rabc\n\n${text}\n`
    write('talk.rst', broken('One'))
    await start()
    await shows('One')
    write('talk.rst', broken('Two'))
    await shows('Two')
    write('talk.rst', slides('Three'))
    await shows('Three')
    write('talk.rst', broken('Four'))
    await expect.poll(() => built, { timeout: 5000 }).toHaveLength(4)
    await later(noticed)
    expect(await page()).toContain('<p>Three</p>')
  })
})
