import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnose } from '../../src/diagnostics/diagnostic.ts'
import { countDiagnostics, formatGithub, formatJson, formatPretty, hasErrors, sortDiagnostics } from '../../src/diagnostics/format.ts'
import { messages } from '../../src/diagnostics/messages/index.ts'

const position = { start: { line: 2, column: 3, offset: 6 }, end: { line: 2, column: 5, offset: 8 }, source: 'talk.rst' }
const missing = diagnose('source/not-found', { path: 'a,b.png', tried: ['x/a,b.png'] }, position)
const textOf = (): string => 'one\ntwo'

describe('the message table', () => {
  it('has codes of the form phase/what-is-wrong', () => {
    for (const code of Object.keys(messages)) expect(code).toMatch(/^[a-z]+(\/[a-z0-9-]+)+$/)
  })
})

describe('formats', () => {
  it('pretty: place, sentence, code, frame, advice', () => {
    expect(formatPretty(missing, { textOf })).toBe(
      [
        'talk.rst:2:3 error: The file “a,b.png” does not exist. [source/not-found]',
        '  1 | one',
        '> 2 | two',
        '    |   ^^',
        '  → Looked for it at: x/a,b.png.',
      ].join('\n'),
    )
  })
  it('pretty without a place is the sentence alone', () => {
    expect(formatPretty(diagnose('command/mathjax-not-needed', {}), { textOf })).toMatch(
      /^info: --mathjax .* \[command\/mathjax-not-needed\]$/,
    )
  })
  it('pretty: a terminal is given no control characters that the deck holds', () => {
    const text = 'one\n\x1b[2Jtw\x9b1mo'
    const told = { ...missing, message: 'a\x1b]0;b\x07\x9bc', advice: 'd\x1b[31m', position: { ...position, source: 'e\x1bf.rst' } }
    expect(formatPretty(told, { textOf: () => text })).toBe(
      ['e·f.rst:2:3 error: a·]0;b··c [source/not-found]', '  1 | one', '> 2 | ·[2Jtw·1mo', '    |   ^^', '  → d·[31m'].join('\n'),
    )
  })
  it('github: one line, with what its syntax reserves escaped', () => {
    const line = formatGithub({ ...missing, message: '50%\nnext', position: { ...position, source: 'a:b,c.rst' } })
    expect(line).toBe(
      '::error file=a%3Ab%2Cc.rst,line=2,col=3,endLine=2,endColumn=5,title=source/not-found::50%25%0Anext Looked for it at: x/a,b.png.',
    )
  })
  it('json: the diagnostics themselves', () => {
    expect(JSON.parse(formatJson([missing]))).toEqual([missing])
  })
})

describe('lists of diagnostics', () => {
  const make = (severity: Diagnostic['severity'], offset?: number): Diagnostic => ({
    code: 'deck/empty',
    severity,
    message: severity,
    ...(offset === undefined ? {} : { position: { ...position, start: { ...position.start, offset } } }),
  })
  it('are sorted by place, the worse first, the placeless last', () => {
    const sorted = sortDiagnostics([make('error'), make('info', 5), make('severe', 5), make('warning', 1)])
    expect(sorted.map(({ severity }) => severity)).toEqual(['warning', 'severe', 'info', 'error'])
  })
  it('are counted in words', () => {
    expect(countDiagnostics([make('error'), make('severe'), make('warning'), make('info')])).toBe('2 errors, 1 warning')
    expect(countDiagnostics([make('info')])).toBe('')
  })
  it('fail from error on, from warning on when strict', () => {
    expect(hasErrors([make('warning')])).toBe(false)
    expect(hasErrors([make('warning')], true)).toBe(true)
    expect(hasErrors([make('info')], true)).toBe(false)
    expect(hasErrors([make('error')])).toBe(true)
  })
})
