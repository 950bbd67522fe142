import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import { compile } from '../../src/compile.ts'

/** The player from its sources, as `npm run build:node` makes it. */
export const bundlePlayer = (): string =>
  buildSync({ entryPoints: [resolve('src/player/player.ts')], bundle: true, write: false, format: 'iife', target: 'es2020' }).outputFiles[0]
    ?.text ?? ''

export interface Scratch {
  /** Writes a page and gives its URL. */
  write(name: string, html: string): string
  remove(): void
}

export const scratchFolder = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-page-'))
  return {
    write: (name, html) => {
      const path = join(folder, name)
      writeFileSync(path, html)
      return pathToFileURL(path).href
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A deck as its page, and what was reported besides infos. `path` need not be there. */
export async function builtPage(path: string, text: string, player: string): Promise<{ html: string; codes: readonly string[] }> {
  const { page, diagnostics } = await compile({ path: resolve(path), text }, { player })
  return { html: page.html, codes: diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code) }
}

/** Goes to a step without the time the camera takes. */
export async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((step) => {
    ;(window as unknown as { impress: () => { goto: (id: string, ms: number) => void } }).impress().goto(step, 0)
  }, id)
  await page.waitForFunction((step) => document.getElementById(step)?.classList.contains('present'), id)
}
