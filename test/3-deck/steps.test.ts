import { describe, expect, it } from 'vitest'
import type { Node } from '../../src/2-document/nodes.ts'
import { brief, deckFrom, places } from './deck-from.ts'

/** A deck, its steps one a line, and its diagnostics as `line:column code`. */
interface Case {
  readonly name: string
  readonly deck: string
  readonly steps: readonly string[]
  readonly diagnostics?: readonly string[]
}

const split: readonly Case[] = [
  {
    name: 'a transition starts a step',
    deck: '----\n\nA\n\n----\n\nB\n',
    steps: ['1 #step-1: A', '1 #step-2: B'],
  },
  {
    name: 'so does the first section, and no other',
    deck: ':css: a.css\n\nA\n=\n\na\n\nB\n=\n\nb\n\n----\n\nc\n',
    steps: ['1 #step-1: A#a { a } B#b { b }', '1 #step-2: c'],
  },
  {
    name: 'sections in a row stay in the one around them',
    deck: '----\n\nA\n=\n\nB\n-\n\nb\n\nC\n-\n\nc\n\n----\n\nd\n\nD\n-\n\nE\n-\n',
    steps: ['1 #step-1: A#a { B#b { b } C#c { c } }', '1 #step-2: d D#d {} E#e {}'],
  },
  {
    name: 'sections after a transition belong to its step',
    deck: '----\n\nx\n\nA\n=\n\na\n\nB\n-\n\nb\n',
    steps: ['1 #step-1: x A#a { a B#b { b } }'],
  },
  {
    name: 'a transition cuts all open sections',
    deck: '----\n\nA\n=\n\nB\n-\n\nb\n\n----\n\nc\n\nC\n-\n\nD\n=\n\n----\n\nE\n-\n',
    steps: ['1 #step-1: A#a { B#b { b } }', '1 #step-2: c C#c {} D#d {}', '1 #step-3: E#e {}'],
  },
  {
    name: 'right after a title, or last in a section',
    deck: ':css: a.css\n\nA\n=\n\n----\n\nb\n\nC\n-\n\nc\n\n----\n\nD\n=\n',
    steps: ['1 #step-1: A#a {}', '1 #step-2: b C#c { c }', '1 #step-3: D#d {}'],
  },
  {
    name: 'levels by character, in order of first use',
    deck: '====\n\nA\n\n----\n\nB\n\n====\n\nC\n\n~~~~\n\nD\n\n----\n\nE\n',
    steps: ['1 #step-1: A', '2 #step-2: B', '1 #step-3: C', '3 #step-4: D', '2 #step-5: E'],
  },
  {
    name: 'an empty step between two transitions',
    deck: '----\n\nA\n\n----\n\n----\n\nB\n',
    steps: ['1 #step-1: A', '1 #step-2:', '1 #step-3: B'],
  },
  {
    name: 'no step at the very end',
    deck: '----\n\nA\n\n----\n',
    steps: ['1 #step-1: A'],
    diagnostics: ['5:1 deck/transition-at-end'],
  },
  {
    name: 'fields alone are a step, at the end too',
    deck: '----\n\nA\n\n----\n\n:id: black\n',
    steps: ['1 #step-1: A', '1 #black:'],
  },
  {
    name: 'what could not be read is a step, also at the end',
    deck: '----\n\nA\n\n----\n\n.. image:: a.png\n   :wide: 1\n',
    steps: ['1 #step-1: A', '1 #step-2: system_message(literal_block(text()))'],
    diagnostics: ['7:1 rst/directive-option-unknown'],
  },
  {
    name: 'a deck that could not be read is not called empty',
    deck: `----\n\nA\n\n----\n\n${'x '.repeat(5001)}\n`,
    steps: [],
    diagnostics: ['7:1 rst/line-too-long'],
  },
  {
    name: 'nor is one whose slides are in a file that is not there',
    deck: ':title: T\n\n.. include:: slides.rst\n',
    steps: [],
    diagnostics: ['3:1 rst/file-not-read'],
  },
  {
    name: 'no step at all',
    deck: '.. comment\n\ntitle: Only text.\n\nMore\n',
    steps: [],
    diagnostics: ['1:1 deck/empty', '3:1 deck/text-before-first-step'].reverse(),
  },
  { name: 'nothing at all', deck: '', steps: [], diagnostics: ['1:1 deck/empty'] },
]

const titles: readonly Case[] = [
  {
    name: 'the text under a lone title is the first step',
    deck: 'Doc\n===\n\nby me\n\n----\n\nA\n-\n\n----\n\nB\n-\n',
    steps: ['1 #step-1: Doc#doc { by me }', '1 #step-2: A#a {}', '1 #step-3: B#b {}'],
    diagnostics: ['1:1 deck/opening-text'],
  },
  {
    name: 'a lone title without text is none',
    deck: 'Doc\n===\n\n.. comment\n\n----\n\nA\n-\n',
    steps: ['1 #step-1: A#a {}'],
  },
  {
    name: 'a lone section under it is the subtitle',
    deck: 'Doc\n===\n\nSub\n---\n\nby me\n\n----\n\nA\n',
    steps: ['1 #step-1: Doc#doc { Sub#sub { by me } }', '1 #step-2: A'],
    diagnostics: ['1:1 deck/opening-text'],
  },
  {
    name: 'the first of several sections under it starts a step',
    deck: 'Doc\n===\n\nIntro\n\nA\n-\n\na\n\nB\n-\n\nb\n',
    steps: ['1 #step-1: Doc#doc { Intro }', '1 #step-2: A#a { a } B#b { b }'],
    diagnostics: ['1:1 deck/opening-text'],
  },
  {
    name: 'fields under it are the deck’s',
    deck: 'Doc\n===\n\n:css: a.css\n\n----\n\nA\n',
    steps: ['1 #step-1: A'],
  },
  {
    name: 'fields before it make it a step like any other',
    deck: ':css: a.css\n\nDoc\n===\n\nby me\n\n----\n\nA\n',
    steps: ['1 #step-1: Doc#doc { by me }', '1 #step-2: A'],
  },
]

const fields: readonly Case[] = [
  {
    name: 'any field directly in the step',
    deck: '----\n\n:id: a\n\n.. comment\n\n:data-x: r-90\n:class: b c\n\ntext\n\n:data-foo: 1\n:class: c d\n',
    steps: ['1 #a .b .c .d [data-x=r-90] [data-foo=1]: comment(text()) text'],
    diagnostics: ['12:2 deck/field-below-text', '13:2 deck/field-below-text'],
  },
  {
    name: 'a field below what is not shown is no field below text',
    deck: '----\n\n.. note:: n\n\n:id: a\n\n.. _t:\n\n.. |s| replace:: x\n\n:data-x: 1\n\ntext\n',
    steps: ['1 #a [data-x=1]: target#t() substitution_definition(text()) text | note: n'],
    diagnostics: ['7:1 document/unreferenced-target'],
  },
  {
    name: 'a quotation right below a field is the field’s, unless an empty comment parts them',
    deck: '----\n\n:id: a\n\n    To be.\n\n    -- Hamlet\n\n----\n\n:id: b\n\n..\n\n    To be.\n\n    -- Hamlet\n',
    steps: ['1 #a: To be. -- Hamlet', '1 #b: comment() block_quote(To be. attribution(text()))'],
    diagnostics: ['5:5 deck/text-in-field'],
  },
  {
    name: 'the value is the first paragraph as written, the rest is content',
    deck: '----\n\n:data-foo: a@b *x* ``y``\n  two\n\n  three\n\n:data-bar:\n   later\n\n:id: z\n\n   * item\n',
    steps: ['1 #z [data-foo=a@b *x* ``y`` two] [data-bar=later]: three bullet_list(list_item(item))'],
    diagnostics: ['6:3 deck/text-in-field'],
  },
  {
    name: 'a list under a field is content, and the field has no value',
    deck: '----\n\n:data-foo:\n   * one\n:data-bar: * two\n   * three\n:data-baz: * four\n\n   five\n\nx\n',
    steps: [
      '1 #step-1 [data-foo=] [data-bar=] [data-baz=]: bullet_list(list_item(one)) bullet_list(list_item(two) list_item(three)) bullet_list(list_item(four)) five x',
    ],
  },
  {
    name: 'what looks like a list on the field’s line is a value',
    deck: '----\n\n:title: 1. Start\n:data-note: * star\n:data-x: -5\n\na\n',
    steps: ['1 #step-1 [data-x=-5] [title=1. Start] [data-note=* star]: a'],
  },
  {
    name: 'no field of the step: below a title, in a list',
    deck: '----\n\nA\n=\n\n:data-x: 4\n:id: b\n\ntext\n',
    steps: ['1 #step-1: A#a { text }'],
    diagnostics: ['6:2 deck/field-below-title', '7:2 deck/field-below-title'],
  },
  {
    name: 'names that are no attributes',
    deck: '----\n\n:two words: 1\n:a=b: 2\n:on: 3\n:Data-X: 7\n:__proto__: 4\n:two words: 5\n\na\n',
    steps: ['1 #step-1 [data-x=7] [on=3] [__proto__=4]: a'],
    diagnostics: ['3:2 deck/bad-attribute-name', '4:2 deck/bad-attribute-name'],
  },
  {
    name: 'before the first step',
    deck: ':id: a\n:data-x: 3\n:css: a.css\n:class: b\n\n----\n\nA\n',
    steps: ['1 #step-1: A'],
    diagnostics: [1, 2, 4].map((line) => `${line}:2 deck/step-field-before-first-step`),
  },
  {
    name: 'in other blocks they are not shown',
    deck: '----\n\n  :id: x\n\n  quoted\n\n* :a: b\n\n.. container:: c\n\n   :data-x: 5\n\n   in\n\n.. note::\n\n   :n: m\n\n   noted\n',
    steps: ['1 #step-1: block_quote(quoted) bullet_list(list_item()) container.c(in) | note: noted'],
    diagnostics: ['3:4 deck/field-in-block', '7:4 deck/field-in-block', '11:5 deck/field-in-block', '17:5 deck/field-in-block'],
  },
]

const ids: readonly Case[] = [
  {
    name: 'twice the same',
    deck: '----\n\n:id: a\n\n1\n\n----\n\n:id: a\n\n2\n',
    steps: ['1 #a: 1', '1 #step-2: 2'],
    diagnostics: ['9:6 deck/duplicate-step-id'],
  },
  {
    name: 'with blanks, without a value',
    deck: '----\n\n:id: a b  c\n\n1\n\n----\n\n:id:\n\n2\n',
    steps: ['1 #a-b-c: 1', '1 #step-2: 2'],
    diagnostics: ['3:6 deck/id-with-blank', '9:2 deck/empty-id'],
  },
  {
    name: 'a step keeps its id before a title',
    deck: '----\n\n:id: foo\n\nFoo\n===\n\n----\n\nBar\n===\n\n----\n\n:id: bar\n\nx\n',
    steps: ['1 #foo: Foo {}', '1 #step-2: Bar {}', '1 #bar: x'],
  },
  {
    name: 'default ids make way for those written',
    deck: '----\n\n:id: step-2\n\n1\n\n----\n\n2\n\n----\n\nStep 1\n======\n\n----\n\nStep 4\n======\n',
    steps: ['1 #step-2: 1', '1 #step-2-2: 2', '1 #step-3: Step 1#step-1 {}', '1 #step-4: Step 4 {}'],
  },
  {
    name: 'default ids make way for titles of other slides, however deep, and keep their own',
    deck: '----\n\nA\n=\n\nStep 2\n------\n\n----\n\nx\n\n----\n\nStep 3\n======\n',
    steps: ['1 #step-1: A#a { Step 2#step-2 {} }', '1 #step-2-2: x', '1 #step-3: Step 3 {}'],
  },
  {
    name: 'default ids count on where their second form is taken too',
    deck: '----\n\n:id: step-2\n\n1\n\n----\n\n2\n\n----\n\n:id: step-2-2\n\n3\n\n----\n\n:id: step-2-3\n\n4\n',
    steps: ['1 #step-2: 1', '1 #step-2-4: 2', '1 #step-2-2: 3', '1 #step-2-3: 4'],
  },
  { name: 'not ASCII', deck: '----\n\n:id: übersicht-۱\n\n1\n', steps: ['1 #übersicht-۱: 1'] },
]

const content: readonly Case[] = [
  {
    name: 'notes from anywhere in the step, in order',
    deck: '----\n\n.. note:: one\n\nA\n=\n\n.. note::\n\n   * two\n\ntext\n\nB\n-\n\n.. container:: box\n\n   in\n\n   .. note:: three\n',
    steps: ['1 #step-1: A#a { text B#b { container.box(in) } } | note: one | note: bullet_list(list_item(two)) | note: three'],
  },
  {
    name: 'substep moves from a list to its items, nested ones too',
    deck: '----\n\n.. class:: substep\n\n* a\n\n  1. b\n\n* c\n\n.. class:: foo substep\n\n1. d\n\n.. class:: substep\n\npara\n\n.. container:: substep\n\n   * e\n',
    steps: [
      '1 #step-1: bullet_list(list_item.substep(a enumerated_list(list_item.substep(b))) list_item.substep(c)) enumerated_list.foo(list_item.substep(d)) para.substep container.substep(bullet_list(list_item(e)))',
    ],
  },
  {
    name: 'substeps in notes',
    deck: '----\n\n.. note::\n\n   .. class:: substep\n\n   * a\n',
    steps: ['1 #step-1: | note: bullet_list(list_item.substep(a))'],
  },
]

describe.each([
  ['cutting', split],
  ['titles', titles],
  ['fields', fields],
  ['ids', ids],
  ['content', content],
])('%s', (_, cases) => {
  it.each(cases)('$name', ({ deck: text, steps, diagnostics = [] }) => {
    const { deck, diagnostics: reported } = deckFrom(text)
    expect(deck.steps.map(brief)).toEqual(steps)
    expect(places(reported)).toEqual(diagnostics)
  })
})

describe('positions of steps', () => {
  it('run from the transition or title to the end of the content, cut sections too', () => {
    const { deck } = deckFrom(':css: a.css\n\nA\n=\n\na\n\n----\n\nB\n-\n\nb\n\n----\n\nc\n')
    expect(deck.steps.map(({ position: { start, end } }) => `${start.line}:${start.column}-${end.line}:${end.column}`)).toEqual([
      '3:1-6:2',
      '8:1-13:2',
      '15:1-17:2',
    ])
  })

  it('are those of the text under a lone title', () => {
    const { deck } = deckFrom('.. comment\n\nDoc\n===\n\nby me\n\nand you\n\n----\n\nA\n')
    expect(deck.steps.map(({ position: { start, end } }) => `${start.line}:${start.column}-${end.line}:${end.column}`)).toEqual([
      '3:1-8:8',
      '10:1-12:2',
    ])
  })

  it('are those of the sections in them, too', () => {
    const places = ({ type, position, ...node }: Node): string[] => [
      ...(type === 'section' ? [`${position?.start.line}-${position?.end.line}`] : []),
      ...('children' in node ? (node.children as Node[]).flatMap(places) : []),
    ]
    const { deck } = deckFrom('----\n\nA\n=\n\nB\n-\n\nb\n\nb\n\n----\n\nc\n\nC\n=\n\nc\n\nc\n\nc\n')
    expect(deck.steps.map(({ content }) => content.flatMap(places))).toEqual([['3-11', '6-11'], ['17-24']])
  })

  it('end where the file ends that they began in, whatever is included last', () => {
    const places = (text: string, part: string): string[] =>
      deckFrom(text, { 'part.rst': part }).deck.steps.map(
        ({ position: { start, end, source } }) => `${source} ${start.line}:${start.column}-${end.line}:${end.column}`,
      )
    expect(places('----\n\nab\n\n.. include:: part.rst\n\n----\n\nb\n', 'long\n\n\n\nlonger\n')).toEqual([
      'deck.rst 1:1-3:3',
      'deck.rst 7:1-9:2',
    ])
    expect(places('----\n\n.. include:: part.rst\n\nb\n', 'x\n\n----\n\ny\n\n----\n')).toEqual([
      'deck.rst 1:1-1:5',
      'part.rst 3:1-5:2',
      'part.rst 7:1-7:5',
    ])
  })
})
