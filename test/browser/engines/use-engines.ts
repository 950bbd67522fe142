import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { builtPage, usePages } from '../built-page.ts'
import { startChromium } from './chromium.ts'
import { type Engine, type EnginePage, eventually } from './engine.ts'
import { type EngineName, findEngines } from './find.ts'
import { startFirefox } from './firefox.ts'
import { startWebKit } from './webkit.ts'

const found = findEngines()

/** Those of the machine, for `describe.each`. Continuous integration has all (find-browsers.mjs). */
export const engineNames = (['chromium', 'firefox', 'webkit'] as const).filter((name) => found[name])

interface Wish {
  readonly hash?: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly files?: Readonly<Record<string, Uint8Array>>
}

/** The same page in each engine. */
export interface Engines {
  /**
   * Builds a deck and opens its page, at a query or hash of its address or the start, in a window that is so large inside; the first slide is shown. With files the
   * deck is beside them, else in `slides/`.
   */
  open(name: EngineName, deck: string, wish?: Wish): Promise<EnginePage>
}

/** Starts an engine when a test asks for it, one of each for all tests of a file. */
export function useEngines(): Engines {
  const pages = usePages()
  const started = new Map<EngineName, Promise<Engine>>()
  afterAll(async () => {
    for (const engine of started.values()) await (await engine).close()
  })
  let count = 0
  return {
    async open(name, deck, { hash = '', size, files } = {}) {
      const engine = started.get(name) ?? start(name)
      started.set(name, engine)
      for (const [file, bytes] of Object.entries(files ?? {})) writeFileSync(join(pages.folder, file), bytes)
      const { html } = await builtPage(join(files ? pages.folder : 'slides', 'deck.rst'), deck, pages.player)
      const page = await (await engine).open(pages.write(`${++count}.html`, html) + hash, size)
      const isShown = () => document.querySelector('.step.active.present') !== null || undefined
      await eventually('the first slide', () => page.evaluate(isShown))
      return page
    },
  }
}

function start(name: EngineName): Promise<Engine> {
  if (name === 'firefox' && found.firefox) return startFirefox(found.firefox)
  if (name === 'webkit' && found.webkit) return startWebKit(found.webkit)
  return startChromium()
}
