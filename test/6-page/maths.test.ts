import { describe, expect, test } from 'vitest'
import { pageOf, slideOf } from './page-of.ts'

describe('formulas', () => {
  test('inline, with its source', async () => {
    const { html, codes } = await slideOf(':math:`a^2`')
    expect(html).toMatch(/^<p><span class="math"><math><semantics>.*<annotation encoding="application\/x-tex">a\^2<\/annotation>/)
    expect(codes).toEqual([])
  })

  test('displayed', async () => {
    const { html } = await slideOf('.. math:: \\frac{1}{2}')
    expect(html).toMatch(/^<div class="math-block"><math display="block"/)
  })

  test.each([
    ['lines and columns are aligned', 'a &= b \\\\\n  &= c', 2],
    ['an environment is left alone', '\\begin{cases} a & b \\\\ c & d \\end{cases}', 2],
    ['an escaped ampersand is no column', 'a \\& b', 0],
  ])('%s', async (_, tex, rows) => {
    const { html, codes } = await slideOf(`.. math::\n\n  ${tex}`)
    expect(html.match(/<mtr/g)?.length ?? 0).toBe(rows)
    expect(codes).toEqual([])
  })

  test('a mistake shows the source and is reported', async () => {
    const { html, codes } = await slideOf('x :math:`\\nosuch{a}`')
    expect(html).toContain('<code class="math-error">\\nosuch{a}</code>')
    expect(codes).toEqual(['page/bad-formula@3'])
  })

  test('the style sheet asks for no font file', async () => {
    const { html } = await pageOf('----\n\n:math:`a`\n')
    expect(html).toContain('math.tml-display')
    expect(html).not.toContain('woff2')
  })
})
