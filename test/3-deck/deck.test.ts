import { describe, expect, it } from 'vitest'
import { deckFrom, outline, places } from './deck-from.ts'

describe('title', () => {
  it.each([
    ['the field', ':title: A *b*\n\n.. title:: B\n\n----\n\nC\n=\n', 'A *b*'],
    ['the directive', '.. title:: B\n\n----\n\nC\n=\n', 'B'],
    ['the directive before a lone title', '.. title:: B\n\nDoc\n===\n\n----\n\nC\n-\n', 'B'],
    ['a lone title', 'My *Doc*\n========\n\n----\n\nC\n-\n', 'My Doc'],
    ['the first heading', '----\n\ntext\n\n----\n\nx\n\nC ``d``\n=======\n', 'C d'],
    ['none', '----\n\ntext\n', ''],
  ])('%s', (_, text, title) => {
    const { deck, diagnostics } = deckFrom(text)
    expect(deck.title).toBe(title)
    expect(diagnostics).toEqual([])
  })

  it.each(['title:My talk', 'title: My talk'])('is none with one colon only, which is mentioned: %s', (comment) => {
    const { deck, diagnostics } = deckFrom(`.. ${comment}\n.. subtitle: x\n.. title:\n\n----\n\n.. title: y\n\ntext\n`)
    expect(deck.title).toBe('')
    expect(places(diagnostics)).toEqual(['1:1 deck/title-comment'])
    expect(diagnostics[0]?.advice).toBe(`Write “:${comment}” at the top of the deck.`.replace(':My', ': My'))
  })

  it.each(['Doc\n===\n\n----\n\nA\n', 'Doc\n===\n\nSub\n---\n\n----\n\nA\n'])('is mentioned before a lone title, too', (text) => {
    expect(places(deckFrom(`.. title: My talk\n\n${text}`).diagnostics)).toEqual(['1:1 deck/title-comment'])
  })

  it('leads to the advice to write a field', () => {
    const { diagnostics } = deckFrom('.. title: My talk\n\n----\n\ntext\n')
    expect(diagnostics[0]?.advice).toBe('Write “:title: My talk” at the top of the deck.')
  })
})

describe('fields', () => {
  const { deck, diagnostics } = deckFrom(
    [
      ':css: a.css  b.css',
      ':author: Ann',
      ':css-print: p.css',
      ':css: c.css',
      ':css-screen,projection: s.css',
      ':js-header: h.js',
      ':js-body: b.js c.js',
      ':skip-help:',
      '',
      '.. a comment',
      '',
      ':lang: de',
      ':data-width: 1280',
      '',
      '----',
      '',
      'A',
    ].join('\n'),
  )

  it('are those before the first step, repeated ones joined', () => {
    expect(Object.fromEntries(Object.entries(deck.fields).map(([name, { value }]) => [name, value]))).toEqual({
      css: 'a.css  b.css c.css',
      author: 'Ann',
      'css-print': 'p.css',
      'css-screen,projection': 's.css',
      'js-header': 'h.js',
      'js-body': 'b.js c.js',
      'skip-help': '',
      lang: 'de',
      'data-width': '1280',
    })
    expect(deck.lang).toBe('de')
    expect(diagnostics).toEqual([])
  })

  it('name styles and scripts, each path with its place', () => {
    expect(deck.styles.map(({ path, media, position }) => `${position?.start.line}:${position?.start.column} ${path} ${media}`)).toEqual([
      '1:7 a.css screen,projection',
      '1:14 b.css screen,projection',
      '3:13 p.css print',
      '4:7 c.css screen,projection',
      '5:25 s.css screen,projection',
    ])
    expect(deck.scripts.map(({ path, place, position }) => `${position?.start.line}:${position?.start.column} ${path} ${place}`)).toEqual([
      '6:13 h.js head',
      '7:11 b.js body',
      '7:16 c.js body',
    ])
  })
})

describe('header and footer', () => {
  it('come from anywhere in the deck', () => {
    const { deck, diagnostics } = deckFrom('----\n\nA\n\n.. header:: one\n\n----\n\nB\n=\n\n.. header:: two\n\n.. footer::\n\n   * f\n')
    expect(outline(deck.header)).toBe('one two')
    expect(outline(deck.footer)).toBe('bullet_list(list_item(f))')
    expect(deck.steps.map(({ content }) => outline(content))).toEqual(['A', 'B#b {}'])
    expect(diagnostics).toEqual([])
  })
})

describe('a deck', () => {
  it('is plain data', () => {
    const { deck } = deckFrom(':title: T\n\n----\n\n:id: a\n\nA\n=\n\n.. note:: n\n')
    expect(structuredClone(deck)).toEqual(deck)
    expect(JSON.parse(JSON.stringify(deck))).toEqual(JSON.parse(JSON.stringify(structuredClone(deck))))
  })
})

describe('messages', () => {
  it('say which id stands twice, and in which line first where that is the same file', () => {
    const said = (text: string, files = {}) => deckFrom(text, files).diagnostics.map(({ message }) => message)
    const twice = '----\n\n:id: a\n\n1\n\n----\n\n:id: a\n\n2\n'
    const [here = ''] = said(twice)
    expect(here).toMatch(/\(line 3\).*“a”/)
    const [there = ''] = said('.. include:: part.rst\n\n----\n\n:id: a\n\n2\n', { 'part.rst': twice.slice(0, 20) })
    expect(there).toContain('“a”')
    expect(there).not.toMatch(/\d/)
    expect(said('----\n\n:id: a b\n\n1\n')[0]).toMatch(/“a b”.*“a-b”/)
  })
})
