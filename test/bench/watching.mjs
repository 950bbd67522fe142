// `deck watch`: from a save to the open page having changed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowsers } from '../browser/find-browsers.mjs'
import { root, withDecks } from './decks.mjs'
import { measure } from './table.mjs'

/** A deck under `deck watch`, open in the browser. `save` changes one line of it and gives the ms until the page shows it. */
const watched = async (browser, folder, deck) => {
  const path = join(folder, deck)
  const text = readFileSync(path, 'utf8')
  const child = spawn(process.execPath, [join(root, 'dist/deck.cjs'), 'watch', path, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  while (!/open \S+/.test(told)) told += String((await once(child.stderr, 'data'))[0])
  child.stderr.resume()
  const page = await browser.newPage()
  await page.goto(/open (\S+)/.exec(told)[1], { timeout: 120_000 })
  await page.waitForSelector('.impress-enabled .step.active', { timeout: 120_000 })
  let count = 0
  const save = async () => {
    const changed = page.evaluate(
      () => new Promise((done) => document.addEventListener('hoverdeck:change', () => done(Date.now()), { once: true })),
    )
    const start = Date.now()
    writeFileSync(path, text.replace('* Why do we need an orchestrator?', `* Change ${++count}`))
    return (await changed) - start
  }
  return { save, end: () => child.kill() }
}

export const watchRows = () =>
  withDecks(async (folder) => {
    const browser = await chromium.launch({ executablePath: findBrowsers()[0], args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const [seed, large] = [await watched(browser, folder, 'seed.rst'), await watched(browser, folder, 'large.rst')]
      const times = await measure({ seed: seed.save, large: large.save }, 9)
      seed.end()
      large.end()
      const row = (name, value, most) => ({ name, value, unit: 'ms', budgets: [{ of: 'ms', value, most }] })
      return {
        title: 'deck watch, from a save to the changed page (median of 9)',
        rows: [row('seed deck', times.seed, 60), row('its slides × 50 (950 slides)', times.large, 150)],
      }
    } finally {
      await browser.close()
    }
  })
