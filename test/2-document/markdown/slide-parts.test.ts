import { expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { read } from './read.ts'

/** Each slide's id, classes and number of notes. */
async function slidesOf(text: string): Promise<string[]> {
  const { deck } = await compile({ path: '/decks/deck.md', text }, { player: '/* player */' })
  return deck.steps.map(({ id, classes, notes }) => [id, ...classes, ...notes.map(() => 'note')].join(' '))
}

test.each([
  ['a rule right below a list begins a slide with fields', '- a\n---\n:id: b\n\nc', ['step-1', 'b']],
  ['a rule right below a heading begins a slide with front matter', '# A\n---\nid: b\nclass: k\n---\n\n# B', ['step-1', 'b k']],
  ['a rule in an item is none of the slides’', '- a\n\n  ---\n\n  b', ['step-1']],
  ['fields stand below a rule alone, not below a quotation’s heading', '---\n---\n> # A\n:id: b', ['step-1']],
  ['notes last until a rule below a list', 'a\n\nNote:\n- b\n---\nc', ['step-1 note', 'step-2']],
  ['notes go on below a heading that is underlined', 'a\n\nNote:\n\nb\n---\n\nc\n\n***\n\nd', ['step-1 note', 'step-2']],
  ['notes go on below a heading of two lines', 'a\n\nNote:\n\nb\nc\n---\n\nd\n\n***\n\ne', ['step-1 note', 'step-2']],
  ['a rule in the code of a note ends nothing', 'a\n\nNote:\n\n```\n---\n```\n\n---\n\nb', ['step-1 note', 'step-2']],
  ['notes begin below HTML', '<div>\na\n</div>\nNote: b\n\n---\n\nc', ['step-1 note', 'step-2']],
  ['two dashes below a text begin a slide', 'a\n--\n\nb', ['step-1', 'step-2']],
  ['two dashes above a text begin none', 'a\n\n--\nb', ['step-1']],
  [
    'Slidev’s rule below a text begins a slide with front matter',
    '---\nlayout: cover\n---\na\n---\nid: b\n---\nc',
    ['step-1 layout-cover', 'b'],
  ],
])('%s', async (_, text, slides) => {
  expect(await slidesOf(text)).toEqual(slides)
})

test('what stands in a note defines links for the text before it', () => {
  const { tree } = read('[a]\n\nNote: b\n\n[a]: c')
  expect(tree).toBe('<paragraph>\n    <reference refuri="c">\n        a\n<note>\n    <paragraph>\n        b')
})

test('a pause may stand right below a heading, and is text in one', () => {
  expect(read('# A\n. . .\n\nb').tree).toContain('<container classes="substep">\n        <paragraph>\n            b')
  expect(read('a\n. . .\nb').tree).toBe('<paragraph>\n    a\n    . . .\n    b')
})

test.each([
  ['a text', `a\n${'[x* '.repeat(3000)}\nb`, `<paragraph>\n    a\n<paragraph>\n    ${'[x* '.repeat(3000).trimEnd()} \n<paragraph>\n    b`],
  ['code', `\`\`\`\n${'[x* '.repeat(3000)}\n\`\`\``, `<literal_block xml:space="preserve">\n    ${'[x* '.repeat(3000).trimEnd()}`],
])('a line of more markup than anybody writes keeps its characters in %s', (_, text, tree) => {
  expect(read(text).tree).toBe(tree)
})

test('a text below a heading in a quotation is no field', () => {
  expect(read('> # A\n:id: b').tree).toContain('<paragraph>\n    :id: b')
})

test('a text that is underlined is a heading, and no rule with front matter', () => {
  expect(read('a\n---\nid: b\n---').tree.match(/<title>/g)).toHaveLength(2)
})

test('what has no meaning is told in a note too', () => {
  expect(read('a\n\nNote: b\n\n<Box/>').codes).toEqual(['markdown/component@5:1'])
})
