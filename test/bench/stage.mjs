// The stage in a browser: what a move of the camera and loading cost, beside reveal.js and impress.js by itself with the same slides. All but the first
// paint is CPU time, which other work on the machine does not make longer.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { findBrowsers } from '../browser/find-browsers.mjs'
import { writePages } from './stage-pages.mjs'
import { measureFigures } from './table.mjs'

const moves = 4
const rounds = 5

/** CPU time of all processes of the browser that run at the end of some work, ms. */
const cpuOf = async (session, work) => {
  const read = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]))
  }
  const before = await read()
  await work()
  return [...(await read())].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0)
}

/** Waits until the browser has nothing more to do. */
const calm = async (session) => {
  for (let quiet = 0; quiet < 2; ) quiet = (await cpuOf(session, () => sleep(250))) <= 30 ? quiet + 1 : 0
}

/** How many frames a page has drawn during some work. */
const framesOf = async (session, work) => {
  let frames = 0
  const count = ({ value }) => {
    frames += value.filter(({ name }) => name === 'DrawFrame').length
  }
  session.on('Tracing.dataCollected', count)
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'] },
    transferMode: 'ReportEvents',
  })
  await work()
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', count)
  return frames
}

/** One visit: loads the page, then goes on by the key, each slide having one press. Means of its moves. */
const visit = async (browser, url) => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 800 }, reducedMotion: 'no-preference' })
  const processes = await browser.newBrowserCDPSession()
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const load = await cpuOf(processes, async () => {
      await page.goto(url, { timeout: 120_000 })
      await calm(processes)
    })
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime)
    const sums = { style: 0, main: 0, cpu: 0, frames: 0 }
    const metrics = async () =>
      Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]))
    for (let move = 0; move < moves; move++) {
      await page.keyboard.press('ArrowRight')
      await sleep(1000)
      await calm(processes)
      const before = await metrics()
      sums.frames += await framesOf(session, async () => {
        sums.cpu += await cpuOf(processes, async () => {
          await page.keyboard.press('ArrowRight')
          await sleep(1800)
        })
      })
      const after = await metrics()
      sums.style += 1000 * (after.RecalcStyleDuration - before.RecalcStyleDuration)
      sums.main += 1000 * (after.ThreadTime - before.ThreadTime)
    }
    return { load, paint, style: sums.style / moves, main: sums.main / moves, frames: sums.frames / moves, frame: sums.cpu / sums.frames }
  } finally {
    await processes.detach()
    await context.close()
  }
}

export const stageRows = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-bench-'))
  const browser = await chromium.launch({ executablePath: findBrowsers()[0], args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const urls = await writePages(browser, folder)
    const visits = Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, () => visit(browser, url)]))
    const { ours, reveal, impress } = await measureFigures(visits, rounds)
    const beside = (figure, most, other, of) => ({ of: `× ${of}`, value: ours[figure] / other[figure], most })
    const row = (name, figure, budgets) => [
      { name, value: ours[figure], unit: 'ms', budgets },
      { name: '  reveal.js', value: reveal[figure], unit: 'ms' },
      { name: '  impress.js', value: impress[figure], unit: 'ms' },
    ]
    return {
      title: `Stage, 60 slides with a drawing of 400 nodes each (median of ${rounds} visits)`,
      rows: [
        ...row('a move, style', 'style', [{ of: 'ms', value: ours.style, most: 15 }]),
        ...row('a move, main thread', 'main', [beside('main', 1.3, reveal, 'reveal.js')]),
        ...row('a move, CPU a frame', 'frame', [beside('frame', 1.3, reveal, 'reveal.js')]),
        ...row('loading, CPU', 'load', [beside('load', 1, impress, 'impress.js')]),
        ...row('loading, first paint', 'paint', [beside('paint', 1.2, reveal, 'reveal.js')]),
      ],
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
