import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, useStage } from './built-page.ts'

const mixed = `:data-transition-duration: 0
:skip-help: true

----

:id: first

First

----

:id: mixed

.. class:: substep

* one
* two

.. svg:: k8s_architecture.svg
   :hide: *
   :steps: node1 | +node2
   :alt: x

.. raw:: html

   <p class="substep" data-substep-order="2">late</p>
   <p class="substep" data-substep-order="1">early</p>
   <p class="substep" data-substep-order="2">too late</p>

.. class:: substep

three

.. note::

   .. class:: substep

   Said.

----

:id: last

Last
`

const stage = useStage()
const open = (deck = mixed) => stage.open('slides/presses.rst', deck)

/** What of the shown slide has come: words, parts of the drawing; behind a bar what has come last. */
const seen = (page: Pick<Page, 'evaluate'>): Promise<string> =>
  page.evaluate(() => {
    const step = document.querySelector('.step.active') as HTMLElement
    const text = (element: Element) => element.textContent?.trim() ?? ''
    const shown = [...step.querySelectorAll('.substep-visible:not(i)')].map(text)
    const parts = ['node1', 'node2'].filter((id) => step.querySelector(`[id="${id}"]`)?.getAttribute('data-layer') === 'on')
    const last = [...step.querySelectorAll('.substep-active')].map((element) => text(element) || 'drawing')
    return `${[step.id, ...shown, ...parts].join(' ')} | ${last.join(' ')}`.trim()
  })

const states = [
  'mixed node1 |',
  'mixed early node1 | early',
  'mixed late early too late node1 | late too late',
  'mixed one late early too late node1 | one',
  'mixed one two late early too late node1 | two',
  'mixed one two late early too late node1 node2 | drawing',
  'mixed one two late early too late three node1 node2 | three',
] as const
const asLeft = 'mixed one two late early too late three node1 node2 |'

const press = async (page: Page, key: string): Promise<string> => {
  await page.keyboard.press(key)
  await page.waitForSelector('.step.active.present', { state: 'attached' })
  return seen(page)
}

describe('presses of the key', () => {
  it('show what the compiler has numbered, forwards and backwards', async () => {
    const { page, context, codes, console } = await open()
    expect(codes).toEqual([])
    const found: string[] = []
    for (const key of [...Array(8).fill('ArrowRight'), ...Array(8).fill('ArrowLeft')]) found.push(await press(page, key))
    const back = [...states].reverse()
    expect(found).toEqual([...states, 'last |', asLeft, ...back.slice(1), 'first |'])
    expect(console).toEqual([])
    await context.close()
  })

  it('are heard in a deck of one slide', async () => {
    const { page, context } = await open('----\n\n:id: a\n\n.. class:: substep\n\n* one\n* two\n')
    const found: string[] = []
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) found.push(await press(page, key))
    expect(found).toEqual(['a one | one', 'a one two | two', 'a one two | two', 'a one | one'])
    await context.close()
  })

  it('are told with impress.js’ events', async () => {
    const { page, context } = await open()
    await goTo(page, 'mixed')
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      for (const name of ['stepleaveaborted', 'enter', 'leave']) {
        document.addEventListener(`impress:substep:${name}`, (event) => {
          const { reason, substep } = (event as CustomEvent<{ reason: string; substep: Element }>).detail
          heard.push(`${(event.target as Element).id} ${name} ${reason} ${substep.textContent}`)
        })
      }
    })
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await press(page, key)
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
      'mixed stepleaveaborted next early',
      'mixed enter next early',
      'mixed stepleaveaborted next too late',
      'mixed enter next too late',
      'mixed stepleaveaborted prev too late',
      'mixed leave prev too late',
    ])
    await context.close()
  })

  it('are made by impress.js’ events, which leave no slide', async () => {
    const { page, context } = await open()
    await goTo(page, 'mixed')
    const tell = async (name: string, times: number): Promise<string> => {
      for (let time = 0; time < times; time++)
        await page.evaluate((event) => document.dispatchEvent(new Event(event)), `impress:substep:${name}`)
      return seen(page)
    }
    expect([await tell('show', 1), await tell('show', 9), await tell('hide', 1), await tell('hide', 9)]).toEqual([
      states[1],
      states[6],
      states[5],
      states[0],
    ])
    await context.close()
  })

  it('of a finger that swipes are one, however it moves', async () => {
    const { page, context } = await open()
    await goTo(page, 'mixed')
    const swipe = (xs: readonly number[]): Promise<void> =>
      page.evaluate((places) => {
        const tell = (type: string, x: number | undefined) => {
          const touches = x === undefined ? [] : [new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 })]
          document.body.dispatchEvent(new TouchEvent(type, { touches, bubbles: true, cancelable: true }))
        }
        tell('touchstart', 800)
        for (const x of places) tell('touchmove', x)
        tell('touchend', undefined)
      }, xs)
    await swipe([700, 600, 500, 400])
    expect(await seen(page)).toBe(states[1])
    await swipe([780, 770])
    expect(await seen(page)).toBe(states[1])
    await swipe([810, 900, 1020])
    expect(await seen(page)).toBe(states[0])
    await context.close()
  })

  it('come to what a script has made and to what a drawing holds, after all else', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text class="substep">inside</text></svg>'
    const script = `document.querySelector('#a').insertAdjacentHTML('afterbegin', '<p class="substep">made</p>')`
    stage.write('drawing.svg', drawing)
    stage.write('made.js', script)
    const deck = '.. svg:: drawing.svg\n   :alt: x\n\n.. class:: substep\n\nwritten\n'
    const fields = ':data-transition-duration: 0\n:js-body: made.js'
    const { page, context, codes } = await stage.open(
      `${stage.folder}/deck.rst`,
      `${fields}\n\n----\n\n:id: a\n\n${deck}\n----\n\n:id: b\n\nB\n`,
    )
    expect(codes).toEqual([])
    const found: string[] = []
    for (let count = 0; count < 4; count++) found.push(await press(page, 'ArrowRight'))
    expect(found).toEqual(['a written | written', 'a made written | made', 'a made inside written | inside', 'b |'])
    await context.close()
  })

  it('come to nothing that the browser has left out', async () => {
    const html =
      '.. raw:: html\n\n   <table><td class="substep">in</td></table><td class="substep">out</td>\n\n.. class:: substep\n\nafter\n'
    const { page, context } = await open(`:data-transition-duration: 0\n\n----\n\n:id: a\n\n${html}\n----\n\n:id: b\n\nB\n`)
    expect([await press(page, 'ArrowRight'), await press(page, 'ArrowRight'), await press(page, 'ArrowRight')]).toEqual([
      'a in | in',
      'a in after | after',
      'b |',
    ])
    await context.close()
  })

  it('show the same in the console’s preview', async () => {
    const { page, context } = await open()
    await goTo(page, 'mixed')
    const [console] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')])
    const preview = async (): Promise<string> => {
      const frame = await (await console.locator('#slideView').elementHandle())?.contentFrame()
      return (await frame?.evaluate(() => document.querySelector('.step.active.present') !== null)) && frame ? seen(frame) : ''
    }
    await expect.poll(preview).toBe(states[0])
    for (const [key, state] of [
      ['ArrowRight', states[1]],
      ['ArrowRight', states[2]],
      ['ArrowLeft', states[1]],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(preview).toBe(state)
    }
    await context.close()
  })

  it.each([2, 5, 6])('are remembered when the page is loaded again: %i', async (presses) => {
    const { page, context } = await open()
    await goTo(page, 'mixed')
    for (let count = 0; count < presses; count++) await press(page, 'ArrowRight')
    await page.reload()
    await page.waitForSelector('.step.active.present', { state: 'attached' })
    await expect.poll(() => seen(page)).toBe(states[presses])
    await context.close()
  })

  it('are as many as decktape counts', async () => {
    const { page, context } = await open()
    expect(await page.evaluate(() => document.querySelectorAll('#mixed .substep:not(.notes *)').length)).toBe(7)
    await context.close()
  })
})
