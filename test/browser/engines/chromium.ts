import type { Page } from 'playwright-core'
import { startBrowser } from '../browser.ts'
import { type Engine, type EnginePage, middleOf, type Place, pause } from './engine.ts'

/** Chrome or Chromium, by Playwright. */
export async function startChromium(): Promise<Engine> {
  const browser = await startBrowser()
  return {
    async open(url, viewport = { width: 1280, height: 720 }) {
      const context = await browser.newContext({ viewport, hasTouch: true, reducedMotion: 'no-preference' })
      const page = await context.newPage()
      const opened = enginePage(page, () => context.close())
      await page.goto(url)
      return opened
    },
    close: () => browser.close(),
  }
}

function enginePage(page: Page, close: () => Promise<void>): EnginePage {
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  const opened: EnginePage = {
    evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
    async evaluateInFrame(selector, run) {
      const frame = await (await page.$(selector))?.contentFrame()
      if (!frame) throw new Error(`no frame ${selector}`)
      return (await frame.evaluate(run)) as never
    },
    async press(key, times = 1, apart = 0) {
      for (let time = 0; time < times; time++) {
        await page.keyboard.press(key)
        if (apart > 0) await pause(apart)
      }
    },
    async click(target) {
      const { x, y } = await middleOf(opened, target)
      await page.mouse.click(x, y)
    },
    touch: (...fingers) => touch(page, fingers),
    screenshot: () => page.screenshot(),
    reload: async () => void (await page.reload()),
    said: async () => said,
    async popup() {
      const other = page.context().pages()[1] ?? (await page.waitForEvent('popup'))
      return enginePage(other, () => other.close())
    },
    close,
  }
  return opened
}

/** As the glass would: the browser decides what of it are a page's events, a scroll, a pinch. */
async function touch(page: Page, fingers: readonly (readonly Place[])[]): Promise<void> {
  const glass = await page.context().newCDPSession(page)
  const length = fingers[0]?.length ?? 0
  for (let moment = 0; moment < length; moment++) {
    const touchPoints = fingers.flatMap((path, id) => path.slice(moment, moment + 1).map(({ x, y }) => ({ x, y, id })))
    await glass.send('Input.dispatchTouchEvent', { type: moment === 0 ? 'touchStart' : 'touchMove', touchPoints })
    await pause(16)
  }
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await glass.detach()
}
