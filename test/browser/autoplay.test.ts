import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useStage } from './built-page.ts'

const stage = useStage()

const deckOf = (fields: string, ...slides: readonly string[]): string =>
  `:data-transition-duration: 0\n:skip-help: true\n${fields}\n\n${slides.map((slide, index) => `----\n\n:id: s${index + 1}\n${slide}\n`).join('\n')}`

const three = ['\nOne', '\nTwo\n\n.. class:: substep\n\n* a\n* b', '\nThree']

/** Slides and presses as they come, within so many ms. */
const seen = async (page: Page, time: number): Promise<string[]> =>
  page.evaluate(async (most) => {
    const found: string[] = []
    for (const end = Date.now() + most; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
      const step = document.querySelector('.step.active')
      const place = `${step?.id} ${step?.querySelectorAll('.substep-visible').length}`
      if (found[found.length - 1] !== place) found.push(place)
    }
    return found
  }, time)

const open = (fields: string, slides: readonly string[] = three) => stage.open('slides/deck.rst', deckOf(fields, ...slides))

describe('a deck that goes on by itself', () => {
  it('goes press by press, and stops at its end', async () => {
    const { page, context, console } = await open(':data-autoplay: 0.6')
    expect(await seen(page, 4500)).toEqual(['s1 0', 's2 0', 's2 1', 's2 2', 's3 0'])
    expect(console).toEqual([])
    await context.close()
  })

  it('begins again with a loop', async () => {
    const { page, context } = await open(':data-autoplay: 0.6\n:loop: true')
    expect((await seen(page, 5000)).slice(0, 7)).toEqual(['s1 0', 's2 0', 's2 1', 's2 2', 's3 0', 's1 0', 's2 0'])
    await context.close()
  })

  it('takes the time of a slide where it has one', async () => {
    const { page, context } = await open(':data-autoplay: 0.8', ['\nOne', ':data-autoplay: 30\n\nTwo', '\nThree'])
    expect(await seen(page, 3000)).toEqual(['s1 0', 's2 0'])
    await context.close()
  })

  it('stops when somebody presses, and a goes on', async () => {
    const { page, context } = await open(':data-autoplay: 1.5\n:loop: true')
    await page.keyboard.press('ArrowRight')
    expect(await seen(page, 2500)).toEqual(['s2 0'])
    await page.keyboard.press('a')
    expect((await seen(page, 4000)).slice(0, 3)).toEqual(['s2 0', 's2 1', 's2 2'])
    await page.keyboard.press('a')
    expect(await seen(page, 2500)).toHaveLength(1)
    await context.close()
  })

  it('waits while the screen is black, and goes on with the slide’s own time', async () => {
    const { page, context } = await open(':loop: true', [':data-autoplay: 2\n\nOne', '\nTwo'])
    await page.keyboard.press('b')
    expect(await seen(page, 3000)).toEqual(['s1 0'])
    await page.keyboard.press('b')
    expect(await seen(page, 3500)).toEqual(['s1 0', 's2 0'])
    await context.close()
  })
})

describe('where a press leads', () => {
  const walk = async (deck: readonly string[], ...keys: readonly string[]): Promise<string[]> => {
    const { page, context, console } = await open('', deck)
    const found: string[] = []
    for (const key of keys) {
      await page.keyboard.press(key)
      found.push((await page.evaluate(() => document.querySelector('.step.active')?.id)) ?? '')
    }
    expect(console).toEqual([])
    await context.close()
    return found
  }
  const [on, back] = ['ArrowRight', 'ArrowLeft']

  it('slides are passed by, both ways and round the end', async () => {
    const skip = ':class: skip\n\nX'
    expect(await walk(['\nA', skip, skip, '\nD', skip], on, on, back, back)).toEqual(['s4', 's1', 's4', 's1'])
    expect(await walk(['\nA', skip, skip], on, back)).toEqual(['s1', 's1'])
    expect(await walk([skip, skip], on, back)).toEqual(['s1', 's1'])
  })

  it('to what a slide names, by id or number; what is not there counts for nothing', async () => {
    const names = ':data-goto-next: s3\n:data-goto-prev: 1\n\nA'
    expect(await walk([names, '\nB', '\nC', '\nD'], on, on, on, back)).toEqual(['s3', 's4', 's1', 's2'])
    expect(await walk([':data-goto-next: nosuch\n:data-goto-prev: 77\n\nA', '\nB', '\nC'], on, back, back)).toEqual(['s2', 's1', 's3'])
    const keys = ':data-goto-key-list: ArrowDown PageDown\n:data-goto-next-list: s3 2\n\nA'
    expect(await walk([keys, '\nB', '\nC'], 'ArrowDown', 'Home', 'PageDown', 'Home', on)).toEqual(['s3', 's1', 's3', 's1', 's2'])
  })

  it('nowhere from a slide that stops, but back; and a link leads where it says', async () => {
    expect(await walk(['\nA', ':class: stop\n\nB', '\nC'], on, on, back)).toEqual(['s2', 's2', 's1'])
    const { page, context } = await open('', [':data-goto: s2\n\nA `third <#s3>`__', '\nB', '\nC'])
    await page.click('a')
    expect(await page.evaluate(() => document.querySelector('.step.active')?.id)).toBe('s3')
    await context.close()
  })
})
