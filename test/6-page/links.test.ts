import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { pageOf } from './page-of.ts'

const idsOf = (html: string): string[] => [...html.matchAll(/<[^>]*? id="([^"]*)"/g)].map(([, id = '']) => id)

describe('links and ids', () => {
  test('a link to a step is a hash of impress.js, one to a title in it is the title', async () => {
    const { steps, codes } = await pageOf('----\n\n:id: one\n\nsee `B`_, target_ and `step <#one>`__\n\n----\n\n.. _target:\n\nB\n=\n')
    expect(steps[0]).toContain('<a href="#b">B</a>')
    expect(steps[0]).toContain('<a href="#target">target</a>')
    expect(steps[1]).toContain('<h1 id="b"><span id="target"></span>B</h1>')
    expect(codes).toEqual([])
  })

  test('a title gives its id up to a step of that id; links go to the step', async () => {
    const { steps, tags } = await pageOf('----\n\n:id: b\n\nB\n=\n\n----\n\n`B`_\n')
    expect(tags[0]).toContain('id="b"')
    expect(steps[0]).toBe('<h1>B</h1>')
    expect(steps[1]).toContain('<a href="#/b">B</a>')
  })

  test('no id stands twice', async () => {
    const text = '----\n\nImpress\n=======\n\n.. _a:\n.. _c:\n\nA\n-\n\n----\n\nSlide Number\n============\n\nx [1]_ [1]_\n\n.. [1] y\n'
    const ids = idsOf((await pageOf(text, {}, { slideNumbers: true })).body)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['a', 'c', 'impress', 'slide-number']))
  })

  test('remote and mail links stay', async () => {
    const { steps } = await pageOf('----\n\nhttps://a.example/?b&c d@e.example\n')
    expect(steps[0]).toBe(
      '<p><a href="https://a.example/?b&amp;c">https://a.example/?b&amp;c</a> <a href="mailto:d@e.example">d@e.example</a></p>',
    )
  })
})

describe('a link within the deck that leads nowhere is told', () => {
  test.each([
    [
      'Markdown',
      'any.md',
      '# A\n\n[a](#b) [b](#step-2) [c](#/step-2) [d](#/b) [e](#) [f](https://a.example/#x) [g](<#/ü>) [h](#/step-9)\n\n---\n\n# B',
      ['#/%C3%BC', '#/step-9'],
    ],
    ['reStructuredText', 'any.rst', '----\n\n:id: one\n\n`a <#one>`__ `b <#/two>`__ `c <#three>`__\n\n----\n\n:id: two\n\nB\n', ['#three']],
    ['HTML', 'any.md', '<b id="here">a</b> <a href="#here">b</a> <a href="#/gone">c</a> <a href=\'#step-1\'>d</a>', ['#/gone']],
    [
      'HTML in a block of reStructuredText',
      'any.rst',
      '----\n\n.. raw:: html\n\n   <a href="#no">c</a><p id="x"></p><a href="#x">d</a>\n',
      ['#no'],
    ],
    ['a part of a drawing, which has an id too', 'any.md', '<svg><g id="part"></g></svg>\n\n[a](#part) [b](#parts)', ['#parts']],
    [
      'a press, and a number of a slide',
      'any.rst',
      '----\n\n:id: a\n\n`a <#/a/2>`__ `b <#/2>`__ `c <#/2/1>`__ `d <#/3>`__ `e <#/b/2>`__ `f <#/>`__\n\n----\n\nB\n',
      ['#/3', '#/b/2'],
    ],
    ['an id that is written in percent', 'any.md', '---\n---\n\n:id: ü\n\n[a](#/ü) [b](#/%C3%BC) [c](#/%)', ['#/%25']],
  ])('%s', async (_, name, text, dead) => {
    const { diagnostics } = await compile({ path: `/decks/${name}`, text }, { player: '' })
    const told = diagnostics.filter(({ code }) => code === 'page/dead-link')
    expect(told.map(({ message }) => /“(.*)”/.exec(message)?.[1])).toEqual(dead)
    expect(told.map(({ severity }) => severity)).toEqual(dead.map(() => 'warning'))
  })

  test('at its place', async () => {
    const { diagnostics } = await compile({ path: '/decks/a.md', text: '# A\n\ntext [x](#gone)' }, { player: '' })
    expect(diagnostics).toMatchObject([{ code: 'page/dead-link', position: { start: { line: 3, column: 6 }, end: { column: 16 } } }])
  })
})
