import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Node } from '../../src/2-document/nodes.ts'
import { parseMarkdown } from '../../src/2-document/parse-markdown.ts'
import { resolve } from '../../src/2-document/resolve/resolve.ts'
import { parse } from '../../src/2-document/rst/parse.ts'
import { convertDeck } from '../../src/convert.ts'

/** Pieces that mean something to one of the languages, at the start of a line, in a word or beside a mark. */
const pieces = (
  'a b1 Ünïcode 漢字 “q” — … # + - * ** _ __ a_ _a a_b ` `` | .. :: :x: [ ] [x] {.a} { } < > <b> & &amp; ! ![ \\ " \' ( ) (*) % $ $5 $x$ ~ ~~ = === -- --- *** ___ ' +
  '1. 1) #. (i) a. Note: >>> @ a@b.c http://x.y www.x.y mailto:a@b.c x:: [!NOTE] [^a] /V -a --long |-| ::: ::r:: <<< • a:b a:b[c] C:\\x'
).split(' ')

const text = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', '')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join('').trim())

/** A backslash before each mark of ASCII: text in both languages. */
const escaped = (words: string): string => words.replace(/[!-/:-@[-`{-~]/g, '\\$&')

const languages = {
  rst: { to: 'markdown', read: parse },
  md: { to: 'rst', read: parseMarkdown },
} as const

/** The shown text's marks and words: types and values, texts in a row as one. */
function shape(node: Node): unknown {
  if (node.type === 'text') return node.value
  const children = (node.children as Node[]).filter(({ type }) => !['system_message', 'comment', 'target'].includes(type))
  const shapes: unknown[] = []
  for (const child of children.map(shape)) {
    if (typeof child === 'string' && typeof shapes.at(-1) === 'string') shapes.push(`${shapes.pop()}${child}`)
    else shapes.push(child)
  }
  return [node.type, ...shapes]
}

describe.each(['rst', 'md'] as const)('any text, escaped in %s', (from) => {
  const other = from === 'rst' ? 'md' : 'rst'
  const { to, read } = languages[from]
  const marks = from === 'rst' ? ['*', '**', '`'] : ['*', '**']

  test('is the same text in the other language, and in its own again', () => {
    const holders = fc.constantFrom(
      (words: string) => words,
      (words: string) => `- ${words}`,
      (words: string) => `a ${marks[0]}${words}${marks[0]} b`,
      (words: string) => `${marks[1]}${words}${marks[1]}`,
      (words: string) => (from === 'rst' ? `text\n\n   ${words}` : `> ${words}`),
    )
    fc.assert(
      fc.property(text, holders, (words, hold) => {
        const source = `----\n\n${hold(escaped(words))}\n`
        const there = convertDeck({ path: `any.${from}`, text: source }, to)
        const back = convertDeck({ path: `any.${other}`, text: there.text }, languages[other].to)
        const before = shape(resolve(read(source)))
        expect(there.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
        expect(back.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
        expect(shape(resolve(languages[other].read(there.text)))).toEqual(before)
        expect(shape(resolve(read(back.text)))).toEqual(before)
      }),
      { seed: 6, numRuns: 200 },
    )
  })
})
