import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { closeSilently, shown } from './around-deck.ts'
import { useStage } from './built-page.ts'
import { colourAt, coloursIn } from './pixels.ts'

const stage = useStage()

const deck = `:data-transition-duration: 0
:slide-numbers: yes
:skip-help: yes

.. header:: A header

.. footer:: A footer

----

:id: a
:style: background: teal

Words

.. class:: substep

More

----

:id: b

End
`

/** The colour of all that is in the window; undefined where there are several. */
const colour = async (page: Page): Promise<string | undefined> =>
  (await coloursIn(stage.browser, await page.screenshot())) === 1 ? (await colourAt(page, 1, 1)).join() : undefined

it.each([
  ['b', '0,0,0'],
  ['.', '0,0,0'],
  ['w', '255,255,255'],
  [',', '255,255,255'],
])('%s makes all of the window %s, and the next press brings the slide back before it moves on', async (key, wanted) => {
  const opened = await stage.open('deck.rst', deck)
  const { page } = opened
  for (const press of ['Space', 'ArrowLeft', key, 'click']) {
    await page.keyboard.press(key)
    expect(await colour(page)).toBe(wanted)
    if (press === 'click') await page.mouse.click(300, 300)
    else await page.keyboard.press(press)
    expect(await colour(page)).toBeUndefined()
    expect(await shown(page)).toBe('a/0')
  }
  await page.keyboard.press('Space')
  expect(await shown(page)).toBe('a/1')
  await closeSilently(opened)
})

it('another colour takes the place of the one that is shown, and a move away ends it', async () => {
  const opened = await stage.open('deck.rst', deck)
  const { page } = opened
  await page.keyboard.press('b')
  await page.keyboard.press('w')
  expect(await colour(page)).toBe('255,255,255')
  await page.keyboard.press('End')
  await expect.poll(() => shown(page)).toBe('b/0')
  expect(await colour(page)).toBeUndefined()
  await closeSilently(opened)
})

it('a press brings a deck of one slide back first, too', async () => {
  const opened = await stage.open('deck.rst', deck.slice(0, deck.lastIndexOf('----')))
  const { page } = opened
  await page.keyboard.press('b')
  await page.keyboard.press('Space')
  expect(await shown(page)).toBe('a/0')
  await page.keyboard.press('Space')
  expect(await shown(page)).toBe('a/1')
  await closeSilently(opened)
})

it('films that play stop meanwhile, and go on', async () => {
  const opened = await stage.open('deck.rst', deck)
  const { page } = opened
  const isPaused = () => page.evaluate(() => [...document.querySelectorAll('audio')].map(({ paused }) => paused))
  await page.evaluate(async () => {
    // A second of silence.
    const wave = `RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x40\x1f\0\0${'\x80'.repeat(8000)}`
    const sounds = [1, 2].map(() => Object.assign(new Audio(`data:audio/wav;base64,${btoa(wave)}`), { loop: true, muted: true }))
    document.querySelector('#a')?.append(...sounds)
    await sounds[0]?.play()
  })
  expect(await isPaused()).toEqual([false, true])
  await page.keyboard.press('b')
  expect(await isPaused()).toEqual([true, true])
  await page.keyboard.press('Space')
  await expect.poll(isPaused).toEqual([false, true])
  await closeSilently(opened)
})
