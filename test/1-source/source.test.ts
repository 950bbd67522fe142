import { describe, expect, it } from 'vitest'
import { decode } from '../../src/1-source/decode.ts'
import { dedent, linesOf, pointAt, pointInBlock, textBlock } from '../../src/1-source/source.ts'

const lines = (text: string) => linesOf({ path: 'a.rst', text })

describe('linesOf', () => {
  it.each<[string, string, string[]]>([
    ['LF, CRLF and CR', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['a last line without an end', 'a\nb', ['a', 'b']],
    ['blank lines', 'a\n\n\nb\n', ['a', '', '', 'b']],
    ['trailing white space is not part of a line', 'a \t\n  \nb', ['a', '', 'b']],
    ['tabs stop every eight columns', '\ta\nab\tc', ['        a', 'ab      c']],
    ['VT and FF are blanks', 'a\vb\fc', ['a b c']],
    ['a byte order mark is no text', '\ufeffa', ['a']],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(lines(text).map((line) => line.text)).toEqual(expected)
  })

  it('takes a megabyte of blanks in one line', () => {
    expect(lines(`a${' '.repeat(1_000_000)}b${' '.repeat(1_000_000)}`)[0]?.text.length).toBe(1_000_002)
  })
})

describe('positions', () => {
  it('count from the file, however deep the line is cut', () => {
    const text = 'x\n    - abc'
    const line = lines(text)[1]
    if (!line) throw new Error('no line')
    const inner = dedent(dedent(line, 4), 2)
    expect(inner.text).toBe('abc')
    expect(pointAt(inner, 1)).toEqual({ line: 2, column: 8, offset: text.indexOf('bc') })
  })
  it('count characters, not columns, behind tabs', () => {
    const text = '\ta\tb'
    const line = lines(text)[0]
    if (!line) throw new Error('no line')
    expect(pointAt(line, line.text.indexOf('b')).offset).toBe(text.indexOf('b'))
    expect(pointAt(dedent(line, 8), 0).offset).toBe(1)
  })
  it('find their line in a block', () => {
    const text = 'ab\n  cd\nef'
    const block = textBlock(lines(text).map((line) => dedent(line, line.text.length - line.text.trimStart().length)))
    expect(block.text).toBe('ab\ncd\nef')
    expect(pointInBlock(block, block.text.indexOf('d')).offset).toBe(text.indexOf('d'))
    expect(pointInBlock(block, 99)).toEqual({ line: 3, column: 3, offset: text.length })
  })
})

it('a block has the text of its lines, also where that is not what stands in the file', () => {
  const [first, second] = lines('a\nbcd\ne')
  if (!first || !second) throw new Error('no lines')
  expect(textBlock([first, { ...second, text: 'xyzw' }]).text).toBe('a\nxyzw')
})

describe('decode', () => {
  const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
  it('reads UTF-8, with or without a mark', () => {
    expect(decode(new TextEncoder().encode('grüß'), 'a')).toEqual({ source: { path: 'a', text: 'grüß' } })
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61), 'a')).toEqual({ source: { path: 'a', text: 'a' } })
  })
  it('says where a byte is no UTF-8', () => {
    expect(decode(bytes(0xc3, 0xa4, 0x62, 0xe4, 0x63), 'a')).toEqual({ problem: 'not-utf-8', at: { line: 1, column: 3, offset: 2 } })
  })
  it('reads the encodings docutils names', () => {
    expect(decode(bytes(0xe4), 'a', 'latin-1')).toEqual({ source: { path: 'a', text: 'ä' } })
    expect(decode(bytes(0x61), 'a', 'no-such')).toEqual({ problem: 'unknown-encoding' })
  })
})
