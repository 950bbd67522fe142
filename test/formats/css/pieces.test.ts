import { describe, expect, it, test } from 'vitest'
import { closeSheet } from '../../../src/formats/css/close.ts'
import { importOf } from '../../../src/formats/css/imports.ts'
import { cssOf, declarationOf, type Piece, readPieces, replacePieces } from '../../../src/formats/css/pieces.ts'
import { readTokens } from '../../../src/formats/css/tokens.ts'
import { replaceUrls } from '../../../src/formats/css/urls.ts'

const piecesOf = (css: string): Piece[] => readPieces(readTokens(css))

describe('pieces', () => {
  const told = ({ type, atRule, inside, nested, inert, tokens }: Piece): string => {
    const marks = [atRule && `@${atRule}`, inside !== undefined && `in ${inside || 'a rule'}`, nested && 'nested', inert && 'inert']
    return [type === 'prelude' ? `${cssOf(tokens).trim()}{` : cssOf(tokens).trim(), ...marks.filter(Boolean)].join(' | ')
  }
  const cases: readonly [what: string, css: string, pieces: readonly string[]][] = [
    ['rules', 'a{b:c;d:e}f{}', ['a{', 'b:c | in a rule | nested', 'd:e | in a rule | nested', 'f{']],
    ['nested rules', 'a{b{c:d}e:f}', ['a{', 'b{ | in a rule | nested', 'c:d | in a rule | nested', 'e:f | in a rule | nested']],
    ['at-rules', '@a b;@media c{d{}}', ['@a b | @a', '@media c{ | @media', 'd{ | in media']],
    ['marks in strings, comments and url()', 'a[b="{"]/*{*/{c:url(;{)}', ['a[b="{"]/*{*/{', 'c:url(;{) | in a rule | nested']],
    ['marks in brackets', 'a:is({;}){b:c(;{}})}', ['a:is({;}){', 'b:c(;{}}) | in a rule | nested']],
    ['escapes', 'a\\{b{}', ['a\\{b{']],
    [
      'keyframes',
      '@keyframes a{50%{b:c}}',
      ['@keyframes a{ | @keyframes', '50%{ | in keyframes | inert', 'b:c | in a rule | nested | inert'],
    ],
    [
      'a property that is a block',
      'a{--b:{c{}};d{}}',
      [...['a{', '--b:{ | @-- | in a rule | nested', 'c{ | in -- | nested | inert', 'd{ | in a rule | nested']],
    ],
    ['HTML comments around', '<!-- @media a{} -->b{}', ['<!-- @media a{ | @media', '-->b{']],
    ['an escaped name', '@m\\65 dia a{}', ['@m\\65 dia a{ | @media']],
    ['blanks and semicolons', ' ;/**/; {} ', []],
    ['what is not closed', 'a{b:c', ['a{', 'b:c | in a rule | nested']],
    ['what is not opened', '}a{}', ['a{']],
    ['a bracket that is not closed', 'a:b({}c{}', ['a:b({}c{}']],
  ]
  it.each(cases)('%s', (_, css, pieces) => {
    expect(piecesOf(css).map(told)).toEqual(pieces)
    expect(replacePieces(css, ({ tokens }) => cssOf(tokens))).toBe(css)
  })
})

test.each([
  ['Fill : red', 'fill', ' red'],
  ['/* a */ --A:b', '--A', 'b'],
  ['f\\69ll:', 'fill', ''],
  ['a b:c', undefined, undefined],
  ['@a b:c', undefined, undefined],
  ['a', undefined, undefined],
  ['1:a', undefined, undefined],
])('a declaration: %s', (css, name, value) => {
  const found = piecesOf(css).map(declarationOf)[0]
  expect([found?.name, found && cssOf(found.value)]).toEqual([name, value])
})

describe('imports', () => {
  const cases: readonly [rule: string, address: string | undefined, wrapped?: string][] = [
    ['@import "a"', 'a', 'x'],
    ["@IMPORT/**/url( 'a' )", 'a', 'x'],
    ['@import url(a;b)', 'a;b', 'x'],
    ['@import "a;b\\""', 'a;b"', 'x'],
    ['@im\\70ort"a"layer', 'a', '@layer {x\n}'],
    ['@import "a" layer(b.c) print', 'a', '@media print{@layer b.c{x\n}\n}'],
    ['@import "a" supports((b:c) and (d:e))', 'a', '@supports ((b:c) and (d:e)){x\n}'],
    ['@import "a" supports(font-format("x)"))/**/screen, print', 'a', '@media screen, print{@supports (font-format("x)")){x\n}\n}'],
    ['@import "a" Layer(b) Supports(c:d) (width > 1px)', 'a', '@media (width > 1px){@supports (c:d){@layer b{x\n}\n}\n}'],
    ['@import "a" not layer', 'a', '@media not layer{x\n}'],
    ['@import a', undefined],
    ['@import url(a b)', undefined],
    ['@import url("a" b)', undefined],
    ['@media "a"', undefined],
    ['@import "a"{}', undefined],
  ]
  it.each(cases)('%s', (css, address, wrapped) => {
    const found = piecesOf(css).map(importOf)[0]
    expect(found?.address).toBe(address)
    expect(found?.wrap('x{}').replace('x{}', 'x')).toBe(wrapped)
  })
})

test.each([
  ['a{}', ''],
  ['a{b:c', '}'],
  ['a{b:c(d[e', '])}'],
  ['a{}/*', '*/'],
  ['a{}/*/', '*/'],
  ['a{b:"c', '"}'],
  ['a{b:"c\\', '\n"}'],
  ["a{b:'c\\\\", "'}"],
  ['a{b:url(c', ')}'],
  ['a{b:url(c d', ')}'],
  ['a{b:url(c\\', '\ufffd)}'],
  ['a{b:c\\', '\ufffd}'],
  ['a{b:c;}', ''],
  ['a{}@layer b', ';'],
  ['a{}@layer b;\n', ''],
  ['a{}b', '{}'],
  ['a{b:"c\n', '}'],
  ['', ''],
])('the end of %j', (css, end) => {
  expect(closeSheet(css)).toBe(css + end)
  const next = piecesOf(`${closeSheet(css)}x{}`).at(-1)
  expect(next?.tokens[next.first]?.text).toBe('x')
})

test.each([
  ['url(a) url( "b" )/* url(c) */ URL(\'d\')', '<a> <b>/* url(c) */ <d>'],
  ['"url(a)" u\\72l(a\\)b)', '"url(a)" <a)b>'],
  ['url(a b) url("a" b) src("a")', 'url(a b) url("a" b) src("a")'],
  ['image-set("a" 1x, url(b) type("image/png") 2x)', 'image-set(<a> 1x, <b> type("image/png") 2x)'],
  ['url("a', '<a>'],
])('addresses: %s', (css, replaced) => {
  expect(replaceUrls(css, (address) => `<${address}>`)).toBe(replaced)
})

test('reads much in linear time', () => {
  for (const part of ['{', '}', '(', 'a{', 'a:b;', '@import "a" layer(', '--a:{', ':is(', '/*{*/;', 'image-set(', 'url("a" ']) {
    const css = part.repeat(30_000)
    expect(replacePieces(css, (piece) => ((importOf(piece) ?? declarationOf(piece)) ? undefined : ''))).toBeDefined()
    expect(replaceUrls(css, () => undefined)).toBe(css)
  }
})
