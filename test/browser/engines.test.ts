import { describe, expect, it } from 'vitest'
import { engineNames, useEngines } from './engines/use-engines.ts'

const engines = useEngines()

const deck = `:data-transition-duration: 0
:skip-help: true

----

:id: a

.. raw:: html

   <script>console.log('early'); onkeydown = ({ key, shiftKey }) => { if (key !== 'Shift') document.title = key + shiftKey + document.title }</script>
   <button onclick="open('', '', 'popup').document.title = 'Opened'; nosuch()">press</button>
   <iframe srcdoc="inside"></iframe>

----

:id: b

B
`

describe.each(engineNames)('%s', (name) => {
  it('does what the tests ask of it', async () => {
    const page = await engines.open(name, deck, { hash: '#/a', size: { width: 1000, height: 600 } })
    expect(await page.evaluate((factor) => [innerWidth * factor, innerHeight * factor], 2)).toEqual([2000, 1200])
    await page.press('Shift+Q', 2, 10)
    expect(await page.evaluate(() => document.title)).toMatch(/^QtrueQtrue/)
    await page.click('button')
    expect(await (await page.popup()).evaluate(() => document.title)).toBe('Opened')
    expect(await page.evaluateInFrame('iframe', () => document.body.textContent)).toBe('inside')
    await expect.poll(() => page.said()).toEqual([expect.stringMatching(/: early$/), expect.stringMatching(/^error: /)])
    const heard = await page.evaluate(() => {
      const events: string[] = []
      for (const type of ['touchstart', 'touchmove', 'touchend'])
        addEventListener(type, (event) => events.push(`${type} of ${(event as TouchEvent).touches.length}`))
      Object.assign(window, { events })
      return navigator.userAgent
    })
    expect(heard).toMatch({ chromium: /Chrome/, firefox: /Firefox/, webkit: /Version\/.* Safari/ }[name])
    await page.touch([
      { x: 500, y: 550 },
      { x: 400, y: 550 },
      { x: 300, y: 550 },
    ])
    // A browser may put moves together.
    const events = await page.evaluate(() => [...new Set((window as unknown as { events: string[] }).events)])
    expect(events).toEqual(['touchstart of 1', 'touchmove of 1', 'touchend of 0'])
    expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG')
    await page.reload()
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\//)
    await page.close()
  })
})
