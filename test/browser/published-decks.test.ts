import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDeck } from '../../src/1-source/read-deck.ts'
import { compile } from '../../src/compile.ts'
import { startBrowser } from './browser.ts'
import { bundlePlayer } from './built-page.ts'

// Decks by many authors are not ours to copy: they are tested where they lie beside the checkout.
const published = resolve('../shared/decks')

const ours = readdirSync('test/decks').map((name) => [name, resolve('test/decks', name, 'deck.rst')] as const)

const theirs = existsSync(join(published, 'sources'))
  ? readdirSync(join(published, 'reference'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const slug = basename(name, '.json')
        const { deck } = JSON.parse(readFileSync(join(published, 'reference', name), 'utf8')) as { deck: string }
        return [slug, join(published, 'sources', slug, deck)] as const
      })
  : []

let browser: Browser
let folder: string
let player: string

beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'published-'))
  player = bundlePlayer()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

interface Shown {
  /** Errors of the compiler; a published deck may name a file that it does not bring. */
  readonly errors: readonly string[]
  readonly steps: number
  /** Of the first, the middle and the last step: whether it could be gone to. */
  readonly reached: readonly boolean[]
  /** What the console said and what was asked for, but for what the deck itself names on the network. */
  readonly noise: readonly string[]
}

async function show(path: string): Promise<Shown> {
  const source = readDeck(path)
  if ('code' in source) throw new Error(source.message)
  const { page, deck, diagnostics } = await compile(source, { player })
  const remote = diagnostics.filter(({ code }) => code === 'page/remote-resource').map(({ message }) => message)
  const file = join(folder, 'deck.html')
  writeFileSync(file, page.html)
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } })
  try {
    const noise: string[] = []
    await context.route(/^(?!file:|data:|blob:)/, (route) => {
      const url = route.request().url()
      if (!remote.some((message) => message.includes(url.replace(/^https?:/, '')))) noise.push(`request: ${url}`)
      return route.fulfill({ status: 204 })
    })
    const tab = await context.newPage()
    tab.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`))
    tab.on('pageerror', (error) => noise.push(`uncaught: ${error.message}`))
    tab.on('request', (request) => {
      const url = request.url()
      if (url.startsWith('file:') && !url.startsWith(pathToFileURL(file).href)) noise.push(`request: ${url}`)
    })
    await tab.goto(pathToFileURL(file).href)
    const ids = deck.steps.map(({ id }) => id)
    const picked = [...new Set([ids[0], ids[ids.length >> 1], ids.at(-1)])].filter((id) => id !== undefined)
    const reached: boolean[] = []
    for (const id of picked) {
      reached.push(
        await tab.evaluate((wanted) => {
          const { impress } = window as unknown as { impress: () => { goto(id: string, duration: number): Element | false } }
          return impress().goto(wanted, 0) === document.getElementById(wanted)
        }, id),
      )
    }
    return {
      errors: diagnostics.filter(({ severity }) => severity === 'error' || severity === 'severe').map(({ code }) => code),
      steps: ids.length,
      reached,
      noise,
    }
  } finally {
    await context.close()
  }
}

describe('decks of our own', () => {
  it.each(ours)('%s builds without an error and opens in silence', async (_, path) => {
    const { errors, steps, reached, noise } = await show(path)
    expect({ errors, noise, reached }).toEqual({ errors: [], noise: [], reached: [true, true, true] })
    expect(steps).toBeGreaterThan(3)
  })
})

if (theirs.length > 0)
  describe('published decks', () => {
    it.each(theirs)('%s opens in silence', async (_, path) => {
      const { reached, noise } = await show(path)
      expect({ noise, reached: reached.every(Boolean) }).toEqual({ noise: [], reached: true })
    })
  })
