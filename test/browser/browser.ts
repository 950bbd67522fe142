import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowsers } from '../../src/7-output/export/find-browser.ts'

/** Starts the machine's own Chrome or Chromium, kept from looking for the network on its own account, and from the graphics card unless it is wanted. */
export const startBrowser = ({ gpu = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowsers()[0] ?? '',
    args: [
      '--no-sandbox',
      ...(gpu ? [] : ['--disable-gpu']),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Everything the console said and every uncaught error. */
  readonly console: string[]
  /** Every request other than the page itself and data: or blob: URLs. */
  readonly requests: string[]
}

/** Opens a URL with its console and requests recorded. */
export async function visit(browser: Browser, url: string, viewport = { width: 1024, height: 768 }): Promise<Visit> {
  const context = await browser.newContext({ viewport, reducedMotion: 'no-preference' })
  const page = await context.newPage()
  const console: string[] = []
  const requests: string[] = []
  page.on('console', (message) => console.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => console.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const address = request.url()
    if (!/^(data|blob):/.test(address) && address.replace(/#.*$/s, '') !== url.replace(/#.*$/s, '')) requests.push(address)
  })
  await page.goto(url)
  return { page, context, console, requests }
}
