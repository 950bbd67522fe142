import { expect, it } from 'vitest'
import { pageOf } from '../page-of.ts'

const files = { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"/></svg>' }

it.each([
  ['dark', true],
  ['default', false],
])('a drawing has a sheet of its own in the theme %s: %s', async (theme, has) => {
  const { html } = await pageOf('----\n\n.. svg:: a.svg\n', files, { theme })
  expect(/svg\[data-drawing\][^{]*\{\s*background: var\(--drawing-ground\)/.test(html)).toBe(has)
})

it.each(['.. svg:: a.svg', '.. raw:: html\n   :file: a.svg', '.. image:: a.svg'])(
  '“%s” finds a drawing in graphics/ of the project',
  async (text) => {
    const page = await pageOf(`----\n\n${text}\n`, { 'package.json': '{}', 'graphics/a.svg': files['a.svg'] })
    expect(page.codes).toEqual([])
  },
)
