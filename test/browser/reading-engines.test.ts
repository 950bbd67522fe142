import { describe, expect, it } from 'vitest'
import { engineNames, useEngines } from './engines/use-engines.ts'

const engines = useEngines()
const text = 'A line of the talk that goes on. '.repeat(20)
const deck = `:title: Talk
:skip-help: true

----

:id: first

First
=====

${text}

\`To the third <#/third>\`_

----

:id: second
:data-rotate-y: 90

Second
======

.. class:: substep

* one

.. note:: Said

----

:id: third
:data-x: r1600

Third
=====

.. code:: text

   ${'wide '.repeat(80)}

${text}

${text}
`

describe.each(engineNames)('the article in %s', (name) => {
  it('has the slides one below the other, all of them shown, and links that scroll', async () => {
    const page = await engines.open(name, deck, { hash: '?read', size: { width: 900, height: 500 } })
    const seen = () =>
      page.evaluate(() => ({
        tops: [...document.querySelectorAll('.step')].map((step) => Math.round(step.getBoundingClientRect().top)),
        sideways: document.documentElement.scrollWidth - innerWidth,
        opacity: getComputedStyle(document.querySelector('.substep') as Element).opacity,
        folded: document.querySelectorAll('details:not([open]) > p').length,
      }))
    const { tops, ...rest } = await seen()
    expect(tops).toEqual([...new Set(tops)].toSorted((a, b) => a - b))
    expect(rest.sideways).toBeLessThanOrEqual(0)
    expect(rest).toMatchObject({ opacity: '1', folded: 1 })
    await page.evaluate(() => (document.querySelector('a[href="#/third"]') as HTMLElement).click())
    expect(await page.said()).toEqual([])
    // WebKit comes to the end of the page before.
    await expect.poll(async () => (await seen()).tops[2]).toBeLessThan(name === 'webkit' ? 400 : 1)
    await page.close()
  })
})
