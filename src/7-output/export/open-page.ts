import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { askPage } from './ask-page.ts'
import { findBrowsers } from './find-browser.ts'

export interface Opening {
  readonly html: string
  /** Where the page would lie: what its links are relative to. Absolute; nothing is written there. */
  readonly path: string
  /** dist/export.js, which runs before the page's own scripts. */
  readonly script: string
  /** px */
  readonly viewport: { readonly width: number; readonly height: number }
  /** Closes the browser. */
  readonly signal: AbortSignal
  /** Pixels of the picture for one of the page. */
  readonly pixelRatio?: number
  /** How long the page may take to have all it names, ms: pictures from elsewhere may never come. Half a minute if absent. */
  readonly loadTime?: number
}

export interface OpenPage {
  /** The browser's path. */
  readonly browser: string
  readonly page: Page
  /** What was not there in time. */
  readonly diagnostics: readonly Diagnostic[]
  readonly close: () => Promise<void>
}

/** Opens a page in the user's own browser, without a file on disk: a browser in a snap sees no other folder for temporary files than its own. */
export async function openPage({
  html,
  path,
  script,
  viewport,
  signal,
  pixelRatio = 1,
  loadTime = 30_000,
}: Opening): Promise<OpenPage | Diagnostic> {
  const started = await startBrowser()
  if ('code' in started) return started
  const { browser, executable } = started
  const close = () => browser.close()
  signal.addEventListener('abort', close)
  if (signal.aborted) await close()
  try {
    const options: BrowserContextOptions = { viewport, deviceScaleFactor: pixelRatio, reducedMotion: 'reduce', colorScheme: 'light' }
    const page = await (await browser.newContext(options)).newPage()
    await page.addInitScript({ content: script })
    const url = pathToFileURL(path).href
    await page.route('**/*', (route) =>
      route.request().url() === url ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.continue(),
    )
    await page.goto(url, { waitUntil: 'commit' })
    const complete = await page.waitForLoadState('load', { timeout: loadTime }).then(
      () => true,
      () => false,
    )
    await askPage(page, 'ready', loadTime)
    const diagnostics = complete ? [] : [diagnose('command/page-incomplete', { seconds: loadTime / 1000 })]
    return { browser: executable, page, diagnostics, close }
  } catch (error) {
    await close()
    return diagnose('command/browser-fails', { path: executable, reason: reasonIn(error) })
  }
}

async function startBrowser(): Promise<{ browser: Browser; executable: string } | Diagnostic> {
  const paths = findBrowsers()
  const wanted = process.env['CHROME_PATH']
  if (paths.length === 0) return wanted ? diagnose('command/bad-chrome-path', { path: wanted }) : diagnose('command/no-browser', {})
  const { chromium } = await import('playwright-core')
  let problem: Diagnostic | undefined
  for (const executablePath of paths) {
    // As root, in containers and where the system keeps it from making namespaces, Chrome starts without its sandbox only.
    for (const chromiumSandbox of process.getuid?.() === 0 ? [false] : [true, false]) {
      try {
        return {
          browser: await chromium.launch({ executablePath, chromiumSandbox, args: quiet, ...ownSignals }),
          executable: executablePath,
        }
      } catch (error) {
        problem ??= diagnose('command/browser-fails', { path: executablePath, reason: reasonIn(error) })
      }
    }
  }
  return problem ?? diagnose('command/no-browser', {})
}

/** Playwright would end the process before the browser has tidied up. */
const ownSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }

/** Nothing but the page is asked for. */
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu']

/** The first sentence of what Playwright says, and of the browser's log that follows it. */
export const reasonIn = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error)
  const said = /\[err\]\s*(?:\[[^\]]*\]\s*)?(.*)/.exec(text)?.[1]
  const [first = ''] = text.replace(/^[\w.]+: /, '').split('\n')
  return (said ? `${first.replace(/[.:]$/, '')}: ${said}` : first).replace(/[.\s]+$/, '')
}
