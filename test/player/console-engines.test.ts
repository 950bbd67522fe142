import { describe, expect, it } from 'vitest'
import type { EnginePage } from '../browser/engines/engine.ts'
import { engineNames, useEngines } from '../browser/engines/use-engines.ts'
import { slides, still } from './console-deck.ts'

const engines = useEngines()

/** What the console shows: both views with their presses, the place, the notes, and whether it hears the slides. */
const seen = (console: EnginePage) =>
  console.evaluate(() => {
    const view = (id: string) => {
      const page = (document.getElementById(id) as HTMLIFrameElement | null)?.contentDocument
      const step = page?.querySelector('.step.active')
      return `${step?.id} ${step?.querySelectorAll('.substep-visible').length}`
    }
    const text = (id: string) => document.getElementById(id)?.textContent ?? ''
    return [view('slideView'), view('preView'), text('slide'), text('notes').trim(), text('status')]
  })

const first = ['start 0', 'zweite-€ 0', '1 / 4', 'First noteSecond note', 'Ready']
const second = ['zweite-€ 0', 'zweite-€ 1', '2 / 4', 'No notes for this step', 'Ready']
const third = ['zweite-€ 1', 'zweite-€ 2', '2 / 4', 'No notes for this step', 'Ready']

describe.each(engineNames)('the presenter console in %s', (name) => {
  it('follows, moves the slides, and outlives that either window is loaded again', { timeout: 90_000 }, async () => {
    const page = await engines.open(name, `${still}${slides}`)
    await page.press('p')
    const console = await page.popup()
    const shows = (wanted: readonly string[]) => expect.poll(() => seen(console), { timeout: 15_000 }).toEqual(wanted)
    await shows(first)
    await page.press('ArrowRight')
    await shows(second)
    await console.press('ArrowRight')
    await shows(third)
    await page.reload()
    await console.press('ArrowLeft')
    await shows(second)
    await console.reload()
    await shows(second)
    await console.click('#prev a')
    await shows(first)
    await console.click('#next a')
    await shows(second)
    expect([...(await page.said()), ...(await console.said())]).toEqual([])
    await page.close()
  })
})
