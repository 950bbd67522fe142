import { describe, expect, it } from 'vitest'
import { consoleIn, inView, openConsole, slides, still, useTalk } from './console-deck.ts'

const talk = useTalk()
const substeps = (count: number): string => `.. class:: substep\n\n${'* item\n'.repeat(count)}`

describe('the notes of the presenter console', () => {
  const deck = `${still}\n----\n\n:id: a\n\n${substeps(3)}\n.. note:: Start\n\n.. note::\n   :at: 1\n\n   One\n\n.. note::\n   :at: 3\n\n   Three\n\n----\n\n:id: b\n\nB\n\n.. note:: Plain\n`

  it('are marked at their press, and the others dimmed', async () => {
    const page = await talk.present(deck)
    const { window } = await openConsole(page)
    const marks = () =>
      window.locator('#notes > .notes').evaluateAll((notes) => notes.map(({ className }) => className.replace(/notes ?/, '')))
    for (const wanted of [
      ['now', 'other', 'other'],
      ['other', 'now', 'other'],
      ['other', 'now', 'other'],
      ['other', 'other', 'now'],
    ]) {
      await expect.poll(marks).toEqual(wanted)
      await page.keyboard.press('ArrowRight')
    }
    await expect.poll(marks).toEqual([''])
    const opacity = await window.locator('#notes > .notes').evaluate((note) => getComputedStyle(note).opacity)
    expect(opacity).toBe('1')
  })

  it('show the one that is marked, however long the others are', async () => {
    const long = Array.from({ length: 60 }, () => '   A line that is long enough to be one of its own.\n\n').join('')
    const page = await talk.present(`${still}\n----\n\n${substeps(1)}\n.. note::\n\n${long}\n.. note::\n   :at: 1\n\n   Here\n`)
    const { window } = await openConsole(page)
    await page.keyboard.press('ArrowRight')
    await window.locator('#notes > .now', { hasText: 'Here' }).waitFor()
    const isSeen = () =>
      window.evaluate(() => {
        const [note, place] = [document.querySelector('#notes > .now'), document.getElementById('notes')].map((one) =>
          one?.getBoundingClientRect(),
        )
        return note && place ? [note.top >= place.top - 1, note.bottom <= place.bottom + 1] : []
      })
    await expect.poll(isSeen).toEqual([true, true])
  })

  it('have a size and a share of the window, by keys, buttons and pointer, which are remembered', async () => {
    const page = await talk.present(`${still}${slides}`)
    const { window } = await openConsole(page)
    const chosen = () =>
      window.evaluate(() => [
        Number.parseFloat(getComputedStyle(document.getElementById('notes') as HTMLElement).fontSize),
        Number(document.getElementById('separator')?.getAttribute('aria-valuenow')),
      ])
    expect(await chosen()).toEqual([24, 60])
    await window.keyboard.press('+')
    await window.locator('#larger').click()
    await window.keyboard.press('-')
    await window.locator('#larger').focus()
    await window.keyboard.press('Enter')
    expect(await chosen()).toEqual([28, 60])
    await window.locator('#separator').focus()
    await window.keyboard.press('ArrowLeft')
    await window.keyboard.press('ArrowLeft')
    expect(await chosen()).toEqual([28, 56])
    const bar = await window.locator('#separator').boundingBox()
    const [x, y, width] = [(bar?.x ?? 0) + 6, (bar?.y ?? 0) + 50, await window.evaluate(() => innerWidth)]
    await window.mouse.move(x, y)
    await window.mouse.down()
    await window.mouse.move(x - 100, y)
    await window.mouse.move(x - width * 0.2, y)
    await window.mouse.up()
    const [, share = 0] = await chosen()
    expect(share).toBeGreaterThanOrEqual(34)
    expect(share).toBeLessThanOrEqual(38)
    // The slides have not moved by it.
    expect(await page.locator('.step.active').getAttribute('id')).toBe('start')
    const views = await window.locator('#views').boundingBox()
    expect((views?.width ?? 0) / width).toBeLessThan(0.4)
    await window.reload()
    await window.locator('#slide b').waitFor({ state: 'attached' })
    expect(await chosen()).toEqual([28, share])
  })
})

describe('the clock of the presenter console', () => {
  it('says how far one is ahead or behind, and what time is left', async () => {
    const page = await talk.present(`:duration: 20min\n${still}\n----\n\n:id: a\n:time: 2s\n\n${substeps(1)}\n----\n\n:id: b\n\nB\n`)
    const { window, text } = await openConsole(page)
    expect(await text('left')).toMatch(/^(20:00|19:59) left$/)
    await window.locator('#pace', { hasText: '0:01 behind' }).waitFor()
    await page.keyboard.press('End')
    await window.locator('#pace', { hasText: 'On time' }).waitFor()
  })

  it('says that one is ahead', async () => {
    const page = await talk.present(`:duration: 1h 10min\n${still}\n----\n\nA\n\n----\n\n:id: b\n:time: 10min\n\nB\n`)
    const { window } = await openConsole(page)
    await page.keyboard.press('ArrowRight')
    await window.locator('#pace.ahead', { hasText: /^59:5\d ahead$/ }).waitFor()
  })

  it('says nothing of a pace that nobody has asked for', async () => {
    const { text } = await openConsole(await talk.present(`${still}${slides}`))
    expect([await text('pace'), await text('left')]).toEqual(['', ''])
  })

  it('is stopped, goes on and starts again, by key and by button', async () => {
    const page = await talk.present(`${still}${slides}`)
    const { window, text } = await openConsole(page)
    await window.locator('#timer', { hasText: '00m 01s' }).waitFor()
    await window.keyboard.press('t')
    await window.locator('#timer.stopped').waitFor()
    const before = await text('timer')
    await window.waitForTimeout(1500)
    expect(await text('timer')).toBe(before)
    await window.locator('#pause').focus()
    await window.keyboard.press(' ')
    await window.locator('#timer:not(.stopped)').waitFor()
    await window.locator('#timer').focus()
    await window.keyboard.press('Enter')
    await window.locator('#timer', { hasText: '00m 00s' }).waitFor()
    expect(await page.locator('.step.active').getAttribute('id')).toBe('start')
  })
})

describe('the speaker from the presenter console', () => {
  it('goes to a slide by its number, its id or words of its title', async () => {
    const page = await talk.present(`${still}${slides}\n----\n\n:id: titled\n\nThe long way\n============\n`)
    const { window, slide, text } = await openConsole(page)
    await window.keyboard.type('4')
    await window.keyboard.press('Enter')
    await inView(slide, 'end')
    await window.keyboard.press('g')
    await window.keyboard.type('zweite-€')
    await window.keyboard.press('Enter')
    await inView(slide, 'zweite-€')
    await window.keyboard.press('g')
    await window.keyboard.type('long')
    await window.keyboard.press('Enter')
    await inView(slide, 'titled')
    expect(await text('title')).toBe('The long way')
    await window.keyboard.type('77')
    await window.keyboard.press('Enter')
    expect(await text('status')).toBe('No slide 77')
    await window.keyboard.type('1')
    await window.keyboard.press('Escape')
    await window.keyboard.press('ArrowLeft')
    await inView(slide, 'end')
  })

  it('makes the screen black, and is told that it is', async () => {
    const page = await talk.present(`${still}${slides}`)
    const { window, text } = await openConsole(page)
    expect(await text('screen')).toBe('')
    await window.locator('#black').focus()
    await window.keyboard.press(' ')
    await window.locator('#screen', { hasText: 'The audience sees black' }).waitFor()
    expect(await page.locator('body').getAttribute('class')).toContain('impress-blank')
    expect(await window.locator('#black').getAttribute('aria-pressed')).toBe('true')
    await window.keyboard.press('w')
    await window.locator('#screen', { hasText: 'The audience sees white' }).waitFor()
    await page.keyboard.press('w')
    await expect.poll(() => text('screen')).toBe('')
  })

  it('has nothing private on the audience’s screen', async () => {
    const page = await talk.present(`:duration: 20min\n${still}${slides}`)
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    await window.keyboard.press('ArrowRight')
    await inView(slide, 'zweite-€')
    const private_ = page.getByText(/note|left|behind|ahead|Ready/i).filter({ visible: true })
    expect(await private_.count()).toBe(0)
    expect(await page.locator('iframe').count()).toBe(0)
  })
})

describe('the presenter console', () => {
  it.each([
    ['one slide', `\n----\n\n:id: only\n\n${substeps(1)}`, '1 / 1', 'Next: press 1 of 1'],
    [
      '1000 slides',
      Array.from({ length: 1000 }, (_, index) => `\n----\n\n:id: s${index}\n\nSlide ${index}\n`).join(''),
      '1 / 1000',
      'Next',
    ],
  ])('of a deck of %s', async (_, text, place, next) => {
    const page = await talk.present(`${still}${text}`)
    const console = await openConsole(page)
    await expect.poll(() => console.text('slide')).toBe(place)
    expect(await console.text('blocker')).toBe(next)
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    await inView(console.slide, (await page.locator('.step.active').getAttribute('id')) ?? '')
  })

  it('of a deck of none says so', async () => {
    const page = await talk.present(`${still}${slides}`)
    await page.evaluate(() => {
      for (const step of document.querySelectorAll('.step')) step.remove()
    })
    const [window] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')])
    await window.locator('#status', { hasText: 'This deck has no slides' }).waitFor()
  })

  it('opens slides again that are gone, where they were, and goes on with them', async () => {
    const page = await talk.present(`${still}${slides}`)
    const { window, slide } = await openConsole(page)
    await window.locator('#timer', { hasText: '00m 01s' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await inView(slide, 'zweite-€', 1)
    await page.close()
    const [again] = await Promise.all([window.waitForEvent('popup'), window.locator('#reopen').click()])
    await again.locator('[id="zweite-€"].active.present').waitFor({ state: 'attached' })
    expect(await again.locator('.substep-visible').count()).toBe(1)
    await window.locator('body:not(.gone)').waitFor({ state: 'attached' })
    await window.keyboard.press('ArrowRight')
    await inView(slide, 'zweite-€', 2)
    await expect.poll(() => again.locator('.substep-visible').count()).toBe(2)
    expect(await window.locator('#timer').textContent()).not.toBe('00m 00s')
  })

  it('works where the browser keeps nothing', async () => {
    const page = await talk.present(`${still}${slides}`)
    await page.context().addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError')
          },
        })
    })
    await page.reload()
    talk.visit.requests.splice(0)
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    await window.keyboard.press('+')
    expect(await window.locator('#notes').evaluate((notes) => getComputedStyle(notes).fontSize)).toBe('26px')
  })

  it('opens beside pages of other addresses', async () => {
    const page = await talk.present(`${still}${slides}`)
    await page.goto(`${page.url().replace(/#.*$/, '')}?a=b#/end`)
    talk.visit.requests.splice(0)
    const { window, slide } = await openConsole(page)
    await inView(slide, 'end')
    expect(window.url()).toMatch(/\?a=b&console$/)
    await inView(consoleIn(window).next, 'start')
  })
})

describe('laser and pen of the presenter console', () => {
  const lines = (step: Element | null): string[] =>
    [...(step?.shadowRoot?.querySelectorAll('path') ?? [])].map((path) => path.getAttribute('stroke') ?? '')

  it('mark the slide in both windows alike, from either', async () => {
    const page = await talk.present(slides)
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    const { x, y, width, height } = (await window.locator('.view').first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const move = (across: number, down: number) => window.mouse.move(x + width * across, y + height * down)
    await window.keyboard.press('l')
    await move(0.5, 0.25)
    const size = await page.evaluate(() => [innerWidth, innerHeight])
    const dot = () =>
      page.evaluate(() => {
        const box = document.querySelector('deck-panels')?.shadowRoot?.querySelector('.dot')?.getBoundingClientRect()
        return box && [box.left + box.width / 2, box.top + box.height / 2].map(Math.round)
      })
    await expect.poll(async () => (await dot())?.map((at, index) => Math.round((100 * at) / (size[index] ?? 1)))).toEqual([50, 25])
    await window.locator('.view #dot').waitFor()
    await window.keyboard.press('d')
    await expect.poll(() => window.locator('#dot').count()).toBe(0)
    await move(0.4, 0.4)
    await window.mouse.down()
    await move(0.6, 0.5)
    await window.mouse.up()
    const red = ['#e5383b']
    await expect.poll(() => page.locator('#start').evaluate(lines)).toEqual(red)
    await expect.poll(() => slide.locator('#start').evaluate(lines)).toEqual(red)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await inView(slide, 'start')
    await expect.poll(() => slide.locator('#start').evaluate(lines)).toEqual(red)
    await page.keyboard.press('Control+z')
    await expect.poll(() => slide.locator('#start').evaluate(lines)).toEqual([])
  })
})
