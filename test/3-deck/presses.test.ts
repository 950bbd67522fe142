import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/2-document/parse-markdown.ts'
import { resolve } from '../../src/2-document/resolve/resolve.ts'
import type { Deck } from '../../src/3-deck/deck.ts'
import { deckSettings } from '../../src/3-deck/deck-settings.ts'
import { pressTable } from '../../src/3-deck/press-table.ts'
import { toDeck } from '../../src/3-deck/to-deck.ts'
import { deckFrom } from './deck-from.ts'

/** `press@line kind: label` of each change on the first slide; those of one press stand on one line. */
const pressesOf = ({ steps }: Deck): string[] =>
  (steps[0]?.presses ?? []).map((press, index) =>
    press
      .map(({ kind, label, position }) => `${index + 1}@${position?.start.line}:${position?.start.column} ${kind}: ${label}`)
      .join(' | '),
  )

function markdownDeck(text: string): Deck {
  const settings = { ...deckSettings, source: 'deck.md', report: () => {} }
  return toDeck(resolve(parseMarkdown(text, settings), settings), settings.report, 'markdown')
}

const substep = (text: string): string => `.. class:: substep\n\n${text}\n\n`
const html = (...lines: readonly string[]): string => `.. raw:: html\n\n${lines.map((line) => `   ${line}\n`).join('')}\n`

const inRst: readonly [what: string, slide: string, presses: readonly string[]][] = [
  ['nothing', 'One\n', []],
  ['blocks with the class, in their order', substep('One') + substep('Two *words*'), ['1@5:1 substep: One', '2@9:1 substep: Two words']],
  [
    'a list and the lists in it, item by item',
    substep('* a\n\n  1. b\n\n* c'),
    ['1@5:1 substep: a', '2@7:3 substep: b', '3@9:1 substep: c'],
  ],
  [
    'a block around others before them',
    '.. container:: substep\n\n   .. class:: substep\n\n   in\n',
    ['1@3:1 substep: in', '2@7:4 substep: in'],
  ],
  [
    'what has an order before all else, in that order, the same at once',
    `${substep('z')}.. class:: substep substep-order-7\n\na\n\n.. class:: substep substep-order-0\n\nb\n\n${html('<p class="substep" data-substep-order="7">')}`,
    ['1@13:1 substep: b', '2@9:1 substep: a | 2@17:4 html: <p class="substep" data-substep-order="…', '3@5:1 substep: z'],
  ],
  ['words in a text', '.. role:: substep\n\nOne :substep:`two`, :substep:`three`.\n', ['1@5:5 substep: two', '2@5:21 substep: three']],
  [
    'pictures and formulas',
    `.. image:: a.png\n   :class: substep\n\n${substep('.. math:: x')}`,
    ['1@3:1 substep: a.png', '2@8:11 substep: x'],
  ],
  [
    'each state of a drawing after its first',
    '.. svg:: a.svg\n   :steps: a | +b -a | +c\n',
    ['1@3:1 drawing: a.svg +b -a', '2@3:1 drawing: a.svg +c'],
  ],
  ['a drawing with one state', '.. svg:: a.svg\n   :steps: a\n', []],
  [
    'a drawing that appears, then its states',
    substep('.. svg:: a.svg\n   :steps: a | b'),
    ['1@5:1 substep: a.svg', '2@5:1 drawing: a.svg b'],
  ],
  [
    'what follows each other, as it stands in the source',
    `${substep('* a')}.. svg:: a.svg\n   :steps: | x\n\n${html('<p class="substep">', '<b class="x substep y">')}${substep('z')}`,
    [
      '1@5:1 substep: a',
      '2@7:1 drawing: a.svg x',
      '3@12:4 html: <p class="substep">',
      '4@13:4 html: <b class="x substep y">',
      '5@17:1 substep: z',
    ],
  ],
  [
    'tags, however they are written',
    html(
      "<P CLASS='a&#32;&#115;ubstep'>",
      '<i class=substep>',
      '<i data-class="substep">',
      '<i class="substeps">',
      '<!-- <i class="substep"> -->',
    ),
    ["1@5:4 html: <P CLASS='a&#32;&#115;ubstep'>", '2@6:4 html: <i class=substep>'],
  ],
  ['no tags in scripts and style sheets', html('<script>"<i class=substep>"</script>', '<style>/*<i class=substep>*/</style>'), []],
  [
    'tags with an order first, the same order at once',
    `${substep('a')}${html('<i class="substep" data-substep-order="7">', '<i class="substep" data-substep-order="-1">', '<i class="substep" data-substep-order="7">', '<i class="substep" data-substep-order="x">')}`,
    [
      '1@10:4 html: <i class="substep" data-substep-order="…',
      '2@9:4 html: <i class="substep" data-substep-order="… | 2@11:4 html: <i class="substep" data-substep-order="…',
      '3@5:1 substep: a',
      '4@12:4 html: <i class="substep" data-substep-order="…',
    ],
  ],
  [
    'what says its press, and what comes with the previous, before, between and after what is counted',
    `${substep('a')}${substep('b')}.. class:: substep substep-with-previous\n\nc\n\n.. class:: substep substep-at-1\n\nd\n\n${html('<i class="substep substep-at-9">', '<i class="substep">')}`,
    [
      '1@5:1 substep: a | 1@17:1 substep: d',
      '2@9:1 substep: b | 2@13:1 substep: c',
      '3@22:4 html: <i class="substep">',
      '4@21:4 html: <i class="substep substep-at-9">',
    ],
  ],
  ['what comes with the previous, where there is none', '.. class:: substep substep-with-previous\n\na\n', ['1@5:1 substep: a']],
  ['nothing in notes', `.. note::\n\n   .. class:: substep\n\n   * a\n\n${substep('b')}`, ['1@11:1 substep: b']],
  ['nothing that is not on the slide', '.. comment\n\n.. |x| raw:: html\n\n   <i class="substep">\n', []],
  ['nothing for the class of raw HTML itself', `.. class:: substep\n\n${html('<i>')}`, []],
  [
    'how each begins, as far as tells one from another',
    [
      'term\n  definition',
      '| first\n| second',
      '.. container:: x\n\n   ::\n\n     code()',
      `${'a'.repeat(40)}`,
      `${'b'.repeat(38)} ccc`,
      'Title\n=====\n\ntext',
    ]
      .map(substep)
      .join(''),
    [
      '1@5:1 substep: term',
      '2@10:1 substep: first',
      '3@15:1 substep: code()',
      `4@23:1 substep: ${'a'.repeat(40)}`,
      `5@27:1 substep: ${'b'.repeat(38)}…`,
      '6@31:1 substep: Title',
    ],
  ],
  ['other languages', '.. raw:: latex\n\n   <i class="substep">\n', []],
]

describe('the presses of a slide', () => {
  it.each(inRst)('are %s', (_, slide, presses) => {
    const { deck, diagnostics } = deckFrom(`----\n\n${slide}`)
    expect(pressesOf(deck)).toEqual(presses)
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('are the same in Markdown', () => {
    const slide = [
      '# A {.x}',
      '',
      '- a <!-- .element: class="fragment" -->',
      '- b',
      '',
      '<p class="substep">text</p>',
      '',
      'One <b class="substep">word</b>.',
      '',
      '```{svg} a.svg',
      ':steps: a | +b',
      '```',
    ].join('\n')
    expect(pressesOf(markdownDeck(slide))).toEqual([
      '1@3:1 substep: a',
      '2@6:1 html: <p class="substep">',
      '3@8:5 html: <b class="substep">',
      '4@10:1 drawing: a.svg +b',
    ])
  })

  it('are counted for each slide, and made into a table', () => {
    const { deck } = deckFrom(`----\n\n${substep('* a\n* b')}----\n\nB\n\n----\n\n${substep('C')}`)
    expect(pressTable(deck.steps)).toBe(
      [
        'slide  press  what        line',
        '    1      1  substep: a     5',
        '    1      2  substep: b     6',
        '    3      1  substep: C    16',
        '',
      ].join('\n'),
    )
  })

  it.each([
    ['the same order', () => 1, 1],
    ['orders of their own', (index: number) => -index, 20_000],
  ])('are found in linear time in much raw HTML: %s', (_, orderOf, presses) => {
    const tags = Array.from({ length: 20_000 }, (_, index) => `<i class="substep" data-substep-order="${orderOf(index)}">`)
    const text = `----\n\n${html(...tags)}`
    const start = performance.now()
    expect(deckFrom(text).deck.steps[0]?.presses).toHaveLength(presses)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
