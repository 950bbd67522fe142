import { describe, expect, it } from 'vitest'
import { goTo, settled, useStage } from './built-page.ts'

const stage = useStage()

const deck = (fields: string) => `${fields}:slide-numbers: yes
:skip-help: yes

.. header:: A header

.. footer:: A footer

----

:id: title

A talk
======

----

:id: plain

Words

----

:id: coloured
:style: background: navy; color: rgb(250, 240, 230)

Words

----

:id: wide
:data-scale: 4
:style: background: black; color: rgb(1, 2, 3)

Words

----

:id: small
:style: background: black; color: rgb(4, 5, 6); width: 400px; min-height: 300px

Words

----

:id: view
:class: overview
:data-scale: 9
`

const filling = ':data-width: 1280\n:data-height: 720\n'
const soft = 'rgb(85, 99, 114)'

describe.each([
  [
    'slides that fill the window',
    filling,
    {
      title: 'rgb(255, 255, 255)',
      plain: 'rgb(28, 39, 51)',
      coloured: 'rgb(250, 240, 230)',
      wide: 'rgb(1, 2, 3)',
      small: soft,
      view: soft,
    },
  ],
  ['slides with room around them', '', { title: soft, plain: soft, coloured: soft, wide: soft, small: soft, view: soft }],
])('header, footer and number of %s', (_, fields, colours) => {
  it('have a colour that can be read there', async () => {
    const { page, context } = await stage.open('deck.rst', deck(fields), { width: 1280, height: 720 })
    for (const [id, colour] of Object.entries(colours)) {
      await goTo(page, id)
      await settled(page)
      const found = await page.$$eval('.header, .footer, #slide-number', (parts) => parts.map((part) => getComputedStyle(part).color))
      expect(found, id).toEqual([colour, colour, colour])
    }
    await context.close()
  })
})

it('header and footer of a high window stand free of a slide that fills its width', async () => {
  const { page, context } = await stage.open('deck.rst', deck(filling), { width: 1280, height: 1000 })
  await goTo(page, 'title')
  await settled(page)
  expect(await page.$eval('.footer', (footer) => getComputedStyle(footer).color)).toBe(soft)
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect.poll(() => page.$eval('.footer', (footer) => getComputedStyle(footer).color), { timeout: 5000 }).toBe('rgb(255, 255, 255)')
  await context.close()
})

it('the theme bare leaves them the page’s colour', async () => {
  const { page, context } = await stage.open('deck.rst', deck(`:theme: bare\n${filling}`), { width: 1280, height: 720 })
  await goTo(page, 'coloured')
  expect(await page.$eval('.footer', (footer) => getComputedStyle(footer).color)).toBe('rgb(0, 0, 0)')
  await context.close()
})

it('a slide’s own header and footer stand on it instead of the deck’s, and its number is its own', async () => {
  const slides =
    ':id: a\n\nA\n\n----\n\n:id: b\n:header: own *b*\n:footer:\n:slide-number: hold\n\nB\n\n----\n\n:id: c\n:slide-number: none\n\nC\n'
  const text = `:slide-numbers: yes\n:skip-help: yes\n\n.. header:: deck\n\n.. footer:: foot\n\n----\n\n${slides}`
  const { page, context } = await stage.open('deck.rst', text, { width: 1280, height: 720 })
  const seen = async (id: string) => {
    await goTo(page, id)
    await settled(page)
    const around = await page.$$eval(
      'body > .header, .step.active > .header, body > .footer, .step.active > .footer, #slide-number',
      (parts) => parts.filter((part) => getComputedStyle(part).display !== 'none').map((part) => part.textContent),
    )
    return around.map((part) => part.trim())
  }
  expect(await seen('a')).toEqual(['deck', 'foot', '1'])
  expect(await seen('b')).toEqual(['own b', '', '1'])
  expect(await seen('c')).toEqual(['deck', 'foot', ''])
  await context.close()
})
