import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'

/** The last slide's HTML within its element, and what is told beyond which tool it is read as. */
async function slideOf(text: string, dialect: 'pandoc' | 'quarto' | 'plain' = 'pandoc') {
  const { page, diagnostics } = await compile({ path: '/decks/deck.md', text }, { player: '', dialect })
  const html = (page.steps.at(-1) ?? '').replace(/^<div[^>]*>|<\/div>$/g, '')
  return { html, codes: diagnostics.map(({ code }) => code) }
}

describe('pandoc’s simple tables', () => {
  const cells = (html: string): string[] => [...html.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, inside = '']) => inside)

  test('columns are where the dashes are, sides where the headings stand', async () => {
    const { html, codes } = await slideOf('  Right Left    Mid\n------- ------ -----\n     12 *a* b    x\n      1        \n\nafter')
    expect(cells(html)).toEqual(
      ['Right', 'Left', 'Mid', '12', '<em>a</em> b', 'x', '1', '', ''].map((text) => expect.stringContaining(text)),
    )
    expect(html).toContain('<p>after</p>')
    expect(codes).toEqual([])
  })

  test('without headings a line of dashes ends it', async () => {
    const { html } = await slideOf('--- ---\na   b\nc   d\n--- ---\n\nafter')
    expect(cells(html).join()).toMatch(/a.*b.*c.*d/s)
    expect(html).toContain('<p>after</p>')
  })

  test.each([
    ['one row of dashes is a heading’s line', 'a\n---', '<h1'],
    ['dashes with blanks and nothing below are a rule', 'a\n\n- - -\n\nb', '<p>b</p>'],
    ['so are several, with blank lines below', '# a\n\n- - -\n\nb\n\nc\n\n- - -\n\nd', '<p>d</p>'],
    ['and two dashes', 'a\n\n--- ---\n\nb\n\n--- ---\n\nd', '<p>d</p>'],
  ])('%s', async (_, text, part) => {
    const { html } = await slideOf(text)
    expect(html).toContain(part)
    expect(html).not.toContain('<table')
  })
})
