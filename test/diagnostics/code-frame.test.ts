import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../src/diagnostics/code-frame.ts'
import type { Position } from '../../src/diagnostics/position.ts'

const at = (line: number, column: number, endLine = line, endColumn = column + 1): Position => ({
  start: { line, column, offset: 0 },
  end: { line: endLine, column: endColumn, offset: 0 },
  source: 'a.rst',
})

describe('codeFrame', () => {
  it('shows the line with its neighbours and a caret for each character meant', () => {
    expect(codeFrame('one\ntwo three\nfour', at(2, 5, 2, 10))).toBe(
      ['  1 | one', '> 2 | two three', '    |     ^^^^^', '  3 | four'].join('\n'),
    )
  })
  it('marks to the end of the line when the place runs over several lines', () => {
    expect(codeFrame('abc\ndef', at(1, 2, 2, 2))).toBe(['> 1 | abc', '    |  ^^', '  2 | def'].join('\n'))
  })
  it('aligns line numbers of different length', () => {
    const text = Array.from({ length: 11 }, (_, index) => `l${index + 1}`).join('\n')
    expect(codeFrame(text, at(10, 1))).toBe(['   9 | l9', '> 10 | l10', '     | ^', '  11 | l11'].join('\n'))
  })
  it('cuts a long line around the caret', () => {
    const frame = codeFrame(`${'x'.repeat(5000)}!${'y'.repeat(5000)}`, at(1, 5001))
    const [line = '', carets = ''] = frame.split('\n')
    expect(line.length).toBeLessThan(200)
    expect(line[carets.indexOf('^')]).toBe('!')
  })
  it('counts lines as editors do and keeps control characters off the terminal', () => {
    expect(codeFrame('a\r\nb\x1b[31mc\rd', at(2, 1))).toBe(['  1 | a', '> 2 | b·[31mc', '    | ^', '  3 | d'].join('\n'))
  })
  it('is the same whether the offset tells where the line is, or does not fit it', () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const lines = ['one', '', 'three', 'four', '', '']
      const text = lines.join(lineEnd)
      for (const [index, line] of lines.entries()) {
        const offset = lines.slice(0, index).join(lineEnd).length + (index > 0 ? lineEnd.length : 0)
        const place = at(index + 1, line.length + 1)
        const start = { ...place.start, offset: offset + line.length }
        expect(codeFrame(text, { ...place, start })).toBe(codeFrame(text, { ...place, start: { ...start, offset: -1 } }))
      }
    }
  })
  it('is empty for a place outside the text', () => {
    expect(codeFrame('a', at(7, 1))).toBe('')
  })
})
