import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { convertDeck } from '../../src/convert.ts'
import { deckFrom, places } from './deck-from.ts'

const timesOf = (field: string): (number | undefined)[] => {
  const { deck } = deckFrom(`:duration: 2h\n\n----\n\n:time: ${field}\n\nA\n`)
  return deck.steps.map(({ time }) => time)
}

describe('the times of a talk', () => {
  it.each([
    ['90s', 90],
    ['2m', 120],
    ['1.5 min', 90],
    ['1h 30min', 5400],
    ['1h5m10s', 3910],
    ['2 Minutes', 120],
    ['1:30', 90],
    ['1:00:05', 3605],
  ])('%s are %d seconds', (written, seconds) => {
    expect(timesOf(written)).toEqual([seconds])
  })

  it.each(['soon', '30', '0s', '1:75', 'min', '-2min', '1min 1h', ''])('“%s” is none, and told', (written) => {
    const { deck, diagnostics } = deckFrom(`----\n\n:time: ${written}\n\nA\n`)
    expect([deck.steps[0]?.time, deck.steps[0]?.attributes]).toEqual([undefined, {}])
    expect(diagnostics.map(({ code }) => code)).toEqual(['deck/bad-time'])
  })

  it('are the deck’s and the slides’, in the page as seconds', async () => {
    const text = ':duration: 30min\n\n----\n\n:time: 90s\n:data-time: 7\n\nA\n\n----\n\nB\n'
    const { deck, page, diagnostics } = await compile({ path: '/deck.rst', text }, { player: '' })
    expect([deck.duration, ...deck.steps.map(({ time }) => time)]).toEqual([1800, 90, undefined])
    expect(page.html).toMatch(/<div id="impress"[^>]* data-duration="1800"/)
    expect(page.steps.map((step) => /data-time="(.*?)"/.exec(step)?.[1])).toEqual(['90', undefined])
    expect(diagnostics).toEqual([])
  })

  it('that are more than the talk has are told', () => {
    const { diagnostics } = deckFrom(':duration: 3min\n\n----\n\n:time: 2min\n\nA\n\n----\n\n:time: 90s\n\nB\n')
    expect(places(diagnostics)).toEqual(['1:12 deck/times-exceed-duration'])
    expect(diagnostics[0]?.message).toBe('The slides take 3min 30s together, but the talk 3min.')
  })

  it('are the same in Markdown, and of reveal.js and Slidev', async () => {
    const text = '---\nduration: 30min\n---\n\n:time: 1:30\n\n# A\n\n---\n\n<!-- .slide: data-timing="45" -->\n\n# B\n'
    const { deck, diagnostics } = await compile({ path: '/deck.md', text }, { player: '' })
    expect([deck.duration, ...deck.steps.map(({ time }) => time)]).toEqual([1800, 90, 45])
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    const slidev = await compile({ path: '/deck.md', text: '---\nmdc: true\nduration: 45min\n---\n\n# A\n' }, { player: '' })
    expect(slidev.deck.duration).toBe(2700)
  })
})

describe('notes by press', () => {
  const rst = '----\n\n.. class:: substep\n\n* a\n* b\n\n.. note:: Start\n\n.. note::\n   :at: 2\n\n   Two\n'

  it('say their press in tree and page', async () => {
    const { deck, page, diagnostics } = await compile({ path: '/deck.rst', text: rst }, { player: '' })
    expect(deck.steps[0]?.notes.map(({ at }) => at)).toEqual([undefined, 2])
    expect(page.html).toContain('<div class="notes" data-at="2">')
    expect(diagnostics).toEqual([])
  })

  it('are told where the slide has no such press', () => {
    const { diagnostics } = deckFrom('----\n\nA\n\n.. note::\n   :at: 1\n\n   One\n')
    expect(places(diagnostics)).toEqual(['5:1 deck/note-without-press'])
  })

  it('are the same in Markdown, and survive a conversion', () => {
    const markdown = convertDeck({ path: '/deck.rst', text: rst }, 'markdown').text
    expect(markdown).toMatch(/:::note\n:at: 2\nTwo\n:::/)
    expect(convertDeck({ path: '/deck.md', text: markdown }, 'rst').text).toMatch(/\.\. note::\n {3}:at: 2\n\n {3}Two/)
  })

  it('are read from a box of pandoc’s too', async () => {
    const text = '# A\n\n::: {.incremental}\n- a\n:::\n\n::: {.notes at=1}\nOne\n:::\n'
    const { deck } = await compile({ path: '/deck.md', text }, { player: '' })
    expect(deck.steps[0]?.notes.map(({ at }) => at)).toEqual([1])
  })
})
