import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const decks: readonly (readonly [name: string, path: string, text: string])[] = [
  [
    'reStructuredText',
    'deck.rst',
    '.. header:: all\n\n----\n\n:header: *own*\n:slide-number: hold\n\nA\n\n----\n\n:footer:\n:slide-number: none\n\nB\n\n----\n\nC\n',
  ],
  [
    'Markdown',
    'deck.md',
    ':::header\nall\n:::\n\n---\n:header: *own*\n:slide-number: hold\n\nA\n\n---\n:footer: <!-- -->\n:slide-number: none\n\nB\n\n---\n\nC\n',
  ],
]

describe.each(decks)('a slide’s own header, footer and number, in %s', (_, path, text) => {
  test('stand on the slide, in the place of the deck’s, and are no attributes', async () => {
    const { page, deck } = await compile({ path: `/decks/${path}`, text }, { player: '', slideNumbers: true })
    const steps = page.steps.map((step) => step.replace(/ data-[xyz]="[^>]*data-scale="1"| role="group" aria-roledescription="slide"/g, ''))
    expect(page.html).toContain('<div class="header" role="banner"><p>all</p></div>')
    expect(steps).toEqual([
      '<div id="step-1" class="step step-level-1"><div class="header"><p><em>own</em></p></div><p>A</p></div>',
      '<div id="step-2" class="step step-level-1" data-slide-number=""><p>B</p><div class="footer"></div></div>',
      '<div id="step-3" class="step step-level-1" data-slide-number="2"><p>C</p></div>',
    ])
    expect(deck.steps.map(({ attributes }) => attributes)).toEqual([{}, {}, {}])
  })
})
