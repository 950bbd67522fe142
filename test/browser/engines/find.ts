import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowsers } from '../../../src/7-output/export/find-browser.ts'

export type EngineName = 'chromium' | 'firefox' | 'webkit'

/** What starts each engine; undefined where it is not installed. */
export interface Engines {
  readonly chromium: string | undefined
  readonly firefox: string | undefined
  /** WebKitGTK's driver, a screen for it, and the browser that it drives. */
  readonly webkit: { readonly driver: string; readonly screen: string; readonly browser: string } | undefined
}

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

/** Debian has it in a folder of the machine's kind and of the library's version. */
function miniBrowser(): string | undefined {
  const libraries = '/usr/lib'
  if (!existsSync(libraries)) return undefined
  const kinds = readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu'))
  return kinds
    .flatMap((kind) => readdirSync(join(libraries, kind)).map((name) => join(libraries, kind, name, 'MiniBrowser')))
    .find((path) => /webkit2?gtk-[\d.]+.MiniBrowser$/.test(path) && existsSync(path))
}

export function findEngines(): Engines {
  const [driver, screen, browser] = [onPath('WebKitWebDriver'), onPath('Xvfb'), miniBrowser()]
  return {
    chromium: findBrowsers()[0],
    firefox: onPath('firefox-esr') ?? onPath('firefox'),
    webkit: driver && screen && browser ? { driver, screen, browser } : undefined,
  }
}
