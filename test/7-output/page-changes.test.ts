import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/6-page/page.ts'
import { pageChanges } from '../../src/7-output/watch/page-changes.ts'
import { compile } from '../../src/compile.ts'

const pageOf = async (text: string): Promise<Page> => (await compile({ path: resolve('slides/deck.rst'), text }, { player: '/**/' })).page
const changesOf = async (before: string, after: string) => pageChanges(await pageOf(before), await pageOf(after))

const drawing = (view: string): string => `.. svg:: k8s_architecture.svg\n   ${view}\n`
const slides = (...contents: readonly string[]): string => contents.map((content) => `----\n\n${content}\n`).join('\n')

describe('what an open page can change in place', () => {
  it.each([
    ['text', slides('One', 'Two'), slides('One', 'Other'), ['step-2']],
    ['notes', slides('One\n\n.. note:: Say this'), slides('One\n\n.. note:: Say that'), ['step-1']],
    ['several slides', slides('a', 'b', 'c'), slides('x', 'b', 'z'), ['step-1', 'step-3']],
    ['a press more', slides('.. class:: substep\n\n* a'), slides('.. class:: substep\n\n* a\n* b'), ['step-1']],
    ['all presses gone', slides('.. class:: substep\n\na'), slides('a'), ['step-1']],
    ['nothing', slides('a'), slides('a'), []],
    ['text beside a drawing', slides(`a\n\n${drawing('')}`), slides(`b\n\n${drawing('')}`), ['step-1']],
    ['text beside a copy of a drawing', slides(drawing(''), `a\n\n${drawing('')}`), slides(drawing(''), `b\n\n${drawing('')}`), ['step-2']],
  ])('%s', async (_, before, after, ids) => {
    const changes = await changesOf(before, after)
    expect(changes?.styles).toEqual([])
    expect(changes?.steps.map((html) => /^<div [^>]*\bid="([^"]*)"/.exec(html)?.[1])).toEqual(ids)
    const page = await pageOf(after)
    for (const html of changes?.steps ?? []) expect(page.html).toContain(html)
  })

  it('the text of a style sheet', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-changes-'))
    const withStyle = async (css: string): Promise<Page> => {
      writeFileSync(join(folder, 'own.css'), css)
      return (await compile({ path: join(folder, 'deck.rst'), text: `:css: own.css\n\n${slides('a')}` }, { player: '/**/' })).page
    }
    const [before, after] = [await withStyle('p { color: red }'), await withStyle('p { color: blue }')]
    rmSync(folder, { recursive: true })
    expect(pageChanges(before, after)).toEqual({
      steps: [],
      styles: [{ before: expect.stringContaining('color: red'), nth: 0, after: expect.stringContaining('color: blue') }],
    })
    const [{ before: css = '' } = {}] = pageChanges(before, after)?.styles ?? []
    expect(before.html).toContain(`>${css}</style>`)
  })

  it('the text of the second of two style sheets that say the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-changes-'))
    const withStyles = async (second: string): Promise<Page> => {
      writeFileSync(join(folder, 'one.css'), 'p { color: red }')
      writeFileSync(join(folder, 'two.css'), second)
      const text = `:css: one.css\n:css: two.css\n\n${slides('a')}`
      return (await compile({ path: join(folder, 'deck.rst'), text }, { player: '/**/' })).page
    }
    const [before, after] = [await withStyles('p { color: red }'), await withStyles('p { color: blue }')]
    rmSync(folder, { recursive: true })
    expect(pageChanges(before, after)?.styles).toMatchObject([{ nth: 1, after: expect.stringContaining('color: blue') }])
  })

  it.each([
    ['a slide more', slides('a'), slides('a', 'b')],
    ['a slide moved', slides('a', ':data-x: 10\n\nb'), slides('a', ':data-x: 20\n\nb')],
    ['an id', slides('a', ':id: x\n\nb'), slides('a', ':id: y\n\nb')],
    ['a class', slides(':class: x\n\na'), slides(':class: y\n\na')],
    ['the title', `:title: A\n\n${slides('a')}`, `:title: B\n\n${slides('a')}`],
    ['the footer', `.. footer:: A\n\n${slides('a')}`, `.. footer:: B\n\n${slides('a')}`],
    ['a script', slides('.. raw:: html\n\n   <script>a()</script>'), slides('.. raw:: html\n\n   <script>b()</script>')],
    ['a drawing', slides(drawing(''), drawing('')), slides(drawing(':hide: *'), drawing(''))],
    ['a drawing that others copy gone', slides(`a\n\n${drawing('')}`, drawing('')), slides('a', drawing(''))],
  ])('not %s', async (_, before, after) => {
    const [old, fresh] = [await pageOf(before), await pageOf(after)]
    expect(old.html).not.toBe(fresh.html)
    expect(pageChanges(old, fresh)).toBeUndefined()
  })

  it('has all steps as they stand in the page', async () => {
    const { html, steps } = await pageOf(slides('a', 'b', 'c'))
    expect(steps).toHaveLength(3)
    expect(html).toContain(steps.join('\n'))
  })
})
