import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useStage } from './built-page.ts'

const stage = useStage()

interface TraceEvent {
  readonly name: string
  readonly args: { readonly data?: { readonly nodeName?: string } }
}

const parts = Array.from({ length: 60 }, (_, index) => `<g id="g${index}"><rect x="${index}" width="8" height="9"/></g>`)
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">${parts.join('')}</svg>`

it.each(['default', 'dark'])(
  'a move asks no drawing for its style: theme %s',
  async (theme) => {
    const slides = Array.from(
      { length: 20 },
      (_, index) => `----\n\nSlide ${index}\n========\n\n* Text\n\n.. svg:: d.svg\n   :width: 300px\n`,
    )
    writeFileSync(join(stage.folder, 'd.svg'), svg)
    const { page, context } = await stage.open(join(stage.folder, 'deck.rst'), `:theme: ${theme}\n\n${slides.join('\n')}`)
    await page.waitForSelector('#step-1.present')
    await page.waitForTimeout(500)
    const session = await context.newCDPSession(page)
    const events: TraceEvent[] = []
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
    await session.send('Tracing.start', {
      traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.invalidationTracking'] },
      transferMode: 'ReportEvents',
    })
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('#step-2.present')
    await page.waitForTimeout(200)
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
    await session.send('Tracing.end')
    await complete
    const asked = events.flatMap(({ name, args }) => (name === 'StyleRecalcInvalidationTracking' ? (args.data?.nodeName ?? '') : []))
    expect(asked).not.toEqual([])
    expect(asked.filter((name) => name.startsWith('svg'))).toEqual([])
    await context.close()
  },
  60_000,
)
