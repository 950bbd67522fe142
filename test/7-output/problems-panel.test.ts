import { describe, expect, it } from 'vitest'
import { problemsPanel } from '../../src/7-output/watch/problems-panel.ts'
import { type Diagnostic, diagnose } from '../../src/diagnostics/diagnostic.ts'

const at = (source: string, line: number): Diagnostic =>
  diagnose(
    'source/not-found',
    { path: `${line}.png`, tried: [] },
    {
      source,
      start: { line, column: 1, offset: line * 10 },
      end: { line, column: 2, offset: line * 10 + 1 },
    },
  )

const panelOf = (diagnostics: readonly Diagnostic[]): string =>
  problemsPanel(diagnostics, {
    textOf: (path) => (path === '/talks/b.rst' ? 'one\ntwo\nthree' : undefined),
    shown: (path) => path.replace('/talks/', ''),
  })

const placesOf = (html: string): string[] => [...html.matchAll(/<small>(\S+)/g)].map(([, place = '']) => place)

describe('the panel of problems over the slide', () => {
  it('lists them by file and line, as the terminal does, with the paths that the terminal shows', () => {
    const html = panelOf([at('/talks/b.rst', 3), at('/talks/b.rst', 1), at('/elsewhere/c.rst', 2), at('/talks/a.rst', 9)])
    expect(placesOf(html)).toEqual(['/elsewhere/c.rst:2:1', 'a.rst:9:1', 'b.rst:1:1', 'b.rst:3:1'])
  })
  it('shows the lines that are meant', () => {
    expect(panelOf([at('/talks/b.rst', 2)])).toMatch(/<pre>[^<]*two/)
  })
  it('is empty where there is nothing to mend', () => {
    expect(panelOf([])).toBe('')
    expect(panelOf([{ ...at('/talks/b.rst', 1), severity: 'info' }])).toBe('')
  })
})
