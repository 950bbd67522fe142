import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { pageOf, slideOf } from './page-of.ts'

const files = { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"/><g id="b"/></svg>', 'bad.svg': '<svg>' }

const drawn: readonly [what: string, slide: string, html: string | RegExp][] = [
  ['a block', '.. class:: substep\n\nA', '<p class="substep" data-press="1">A</p>'],
  [
    'an item and what is in it',
    '.. class:: substep\n\n* a\n\n  .. class:: substep\n\n  b\n',
    '<ul><li class="substep" data-press="1">a<p class="substep" data-press="2">b</p></li></ul>',
  ],
  [
    'a drawing, with an element for each further state',
    '.. svg:: a.svg\n   :steps: a | b | -b',
    /<\/svg><i class="substep unfold-press" data-press="1"><\/i><i class="substep unfold-press" data-press="2"><\/i><\/div>$/,
  ],
  [
    'a drawing that appears',
    '.. class:: substep\n\n.. svg:: a.svg\n   :steps: a | b',
    /^<div class="drawing substep" data-press="1"><svg .*<\/svg><i class="substep unfold-press" data-press="2"><\/i><\/div>$/,
  ],
  ['tags of raw HTML', '.. raw:: html\n\n   <b class="substep">a</b><i>b</i>\n', '<b data-press="1" class="substep">a</b><i>b</i>'],
  [
    'tags that say something else themselves',
    '.. raw:: html\n\n   <b class="substep" data-press="7">a</b>\n',
    '<b data-press="1" class="substep" data-press="7">a</b>',
  ],
  [
    'tags with a resource in them',
    '.. raw:: html\n\n   <p style="background: url(a.svg)" class="substep">\n',
    /^<p data-press="1" style="background: url\(&quot;data:image.*&quot;\)" class="substep">$/,
  ],
  [
    'tags with an order',
    '.. raw:: html\n\n   <b class="substep"><i class="substep" data-substep-order="1"></i></b>\n',
    '<b data-press="2" class="substep"><i data-press="1" class="substep" data-substep-order="1"></i></b>',
  ],
]

describe('what waits for a press', () => {
  it.each(drawn)('says for which: %s', async (_, slide, html) => {
    const found = await slideOf(slide, files)
    if (typeof html === 'string') expect(found.html.trim()).toBe(html)
    else expect(found.html.trim()).toMatch(html)
    expect(found.codes.filter((code) => !code.startsWith('layout/'))).toEqual([])
  })

  it('is counted on its slide', async () => {
    const { tags } = await pageOf('----\n\n.. class:: substep\n\n* a\n* b\n\n----\n\n:data-presses: 7\n\nB\n')
    expect(tags.map((tag) => /data-presses="(.*?)"/.exec(tag)?.[1])).toEqual(['2', undefined])
  })

  it('is not numbered in a drawing’s file', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g class="substep"/></svg>'
    const { html, tags } = await pageOf('----\n\n.. raw:: html\n   :file: s.svg\n', { 's.svg': svg })
    expect(html).toContain('<g class="substep"/>')
    expect(tags[0]).not.toContain('data-presses')
  })

  it.each(['gone.svg', 'bad.svg'])('is not in what stands in for a drawing that cannot be shown: %s', async (uri) => {
    const { html, codes } = await slideOf(`.. svg:: ${uri}\n   :steps: a | b`, files)
    expect(html).toContain('missing')
    expect(html).not.toContain('data-press')
    expect(codes).toHaveLength(1)
  })

  it('keeps its press in a stranger’s HTML, where what is taken out is told at its place', async () => {
    const slide =
      '.. raw:: html\n\n   <b class="substep">a</b><form class="substep"></form><i class="substep" onclick="x">b</i><svg><g class="substep"/></svg>\n'
    const { steps, codes } = await pageOf(`----\n\n${slide}`, {}, { safe: true })
    expect(steps[0]?.trim()).toBe(
      '<b data-press="1" class="substep">a</b><i data-press="3" class="substep">b</i><svg><g data-press="4" class="substep"/></svg>',
    )
    const { diagnostics } = await compile({ path: '/deck.rst', text: `----\n\n${slide}` }, { player: '', safe: true })
    const line = slide.split('\n')[2] ?? ''
    expect(diagnostics.map(({ position }) => line.slice((position?.start.column ?? 0) - 1, (position?.end.column ?? 0) - 1))).toEqual([
      '<form class="substep">',
      '<i class="substep" onclick="x">',
    ])
    expect(codes).toEqual(['page/raw-not-safe@5', 'page/raw-not-safe@5'])
  })

  it('is on the page whatever the slide, each press at least once', async () => {
    const text = fc.constantFrom('a', '*b* :substep:`c`', 'd\n   e')
    const block = fc.oneof(
      text,
      text.map((inner) => `.. class:: substep\n\n${inner}`),
      text.map((inner) => `.. class:: substep\n\n* ${inner.replace(/\n/g, ' ')}\n\n  1. f\n* g`),
      fc.constantFrom(
        '.. class:: substep\n\nterm\n  definition',
        '.. class:: substep\n\n====  ====\na     b\n====  ====\nc     d\n====  ====',
        '.. class:: substep\n\n| a\n| b',
        '.. class:: substep\n\n  quote\n\n  -- who',
        '.. class:: substep\n\n::\n\n  code',
        '.. image:: inkscape.svg\n   :class: substep',
        '.. figure:: inkscape.svg\n   :figclass: substep\n   :class: substep\n\n   caption',
        '.. container:: substep\n\n   .. class:: substep\n\n   in',
        '.. note::\n\n   .. class:: substep\n\n   said',
        '.. tip:: h\n   :class: substep',
        '.. topic:: T\n   :class: substep\n\n   t',
        '.. math:: x\n   :class: substep',
        '.. class:: substep\n\n.. svg:: inkscape.svg\n   :steps: node1 | node2',
        '.. svg:: inkscape.svg\n   :steps: node1 | node2 | node1',
        '.. raw:: html\n\n   <p class="substep">',
        '.. raw:: html\n\n   <p class="substep" data-substep-order="2"><p class="substep" data-substep-order="1">',
        '.. class:: substep\n\nTitle\n=====',
        '.. class:: substep\n\n:field: x',
        '.. class:: substep\n\n-a  option\n-b  option',
        '[1]_\n\n.. class:: substep\n\n.. [1] note',
      ),
    )
    const path = resolve(import.meta.dirname, 'svg/drawings/deck.rst')
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (blocks) => {
        const deck = `----\n\n.. role:: substep\n\n${blocks.join('\n\n')}\n`
        const { page, deck: read } = await compile({ path, text: deck }, { player: '', skipNotes: true })
        const written = Array.from(page.html.matchAll(/ data-press="(\d+)"/g), ([, number]) => Number(number))
        const presses = read.steps[0]?.presses ?? []
        expect([...new Set(written)].sort((a, b) => a - b)).toEqual(presses.map((_, index) => index + 1))
        expect(written).toHaveLength(presses.flat().length)
        // No element with the class waits in vain.
        const body = page.html.slice(page.html.indexOf('<body'), page.html.lastIndexOf('<script'))
        expect(body.match(/<[^>]*class="(?:[^"]* )?substep[ "][^>]*>/g)?.filter((tag) => !tag.includes('data-press')) ?? []).toEqual([])
      }),
      { seed: 12, numRuns: 150 },
    )
  })
})
