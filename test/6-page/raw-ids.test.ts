import { describe, expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

const raw = (html: string): string => `.. raw:: html\n\n   ${html}\n`
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/></svg>'

/** Ids of elements, in the order of the page. */
const idsIn = (html: string): (string | undefined)[] => [...html.matchAll(/<\w+[^>]* id="([^"]*)"/g)].map((match) => match[1])

test.each<[what: string, deck: string, codes: readonly string[]]>([
  ['once', `----\n\n${raw('<svg><g id="a"/></svg>')}`, []],
  ['twice in one piece', `----\n\n${raw('<svg><g id="a"/><g id="a"/></svg>')}`, ['page/id-twice@3']],
  ['in two pieces', `----\n\n${raw('<svg><g id="a"/></svg>')}\n${raw("<b ID='a'></b>")}`, ['page/id-twice@7']],
  ['only in a comment, a script or a text', `----\n\n:id: a\n\n${raw('<!-- <p id="a"> --><script>"<p id=a>"</script> id="a"')}`, []],
  ['a drawing gives way', `----\n\n${raw('<svg><g id="a"/></svg>')}\n.. svg:: a.svg\n`, []],
])('an id of raw HTML: %s', async (_, deck, codes) => {
  const page = await pageOf(deck, { 'a.svg': drawing })
  expect(page.codes).toEqual(codes)
  const ids = idsIn(page.body)
  if (codes.length === 0) expect(ids.filter((id, index) => ids.indexOf(id) !== index && !page.body.includes('<script>"'))).toEqual([])
})

describe('an id that is a slide’s is the slide’s alone', () => {
  /** What stands on a slide before the one that is called “a”. */
  const deckWith = (content: string): string => `----\n\n${content}\n\n----\n\n:id: a\n\nA\n`

  test.each<[what: string, html: string, shown: string]>([
    ['in quotes', '<p id="a">x</p>', '<p id="a~raw" data-source-id="a">x</p>'],
    ['without quotes, in capitals', '<P ID=a class=b>x</P>', '<P ID="a~raw" data-source-id="a" class=b>x</P>'],
    ['written as a reference', '<p id="&#97;">x</p>', '<p id="a~raw" data-source-id="a">x</p>'],
    [
      'what names and paints it goes along, a link leads to the slide',
      '<svg><g id="a"/><use href="#a"/><path fill="url(#a)"/></svg><label for="a">x</label><style>p{fill:url(#a)}</style><a href="#a">y</a>',
      '<svg><g id="a~raw" data-source-id="a"/><use href="#a~raw"/><path fill="url(#a~raw)"/></svg><label for="a~raw">x</label><style>p{fill:url(#a~raw)}</style><a href="#a">y</a>',
    ],
    ['another one stays', '<p id="b">x</p>', '<p id="b">x</p>'],
  ])('%s', async (_, html, shown) => {
    const { steps, codes } = await pageOf(deckWith(raw(html)))
    expect(steps[0]?.trim()).toBe(shown)
    expect(codes).toEqual(shown.includes('~raw') ? ['page/id-taken@3'] : [])
  })

  test('in both languages, in headers, through substitutions, in a stranger’s deck', async () => {
    const markdown = await pageOf(
      '# One\n\n<p id="a">x</p>\n\nsome <b id="c">y</b>\n\n---\n\n# A {#a}\n\n---\n\n# C {#c}\n',
      {},
      { language: 'markdown' },
    )
    expect(markdown.codes).toEqual(['page/id-taken@3', 'page/id-taken@5'])
    const rst = await pageOf(`.. header:: |h|\n\n.. |h| raw:: html\n\n   <b id="a"></b>\n\n${deckWith('One')}`)
    expect(rst.codes).toEqual(['page/id-taken@1'])
    const safe = await pageOf(deckWith(raw('<p id="a">x</p>')), {}, { safe: true })
    expect(safe.codes).toEqual(['page/id-taken@3'])
    for (const { body } of [markdown, rst, safe]) expect(idsIn(body).filter((id) => id === 'a')).toHaveLength(1)
    expect(safe.steps[0]).toContain('<p id="a~raw" data-source-id="a">x</p>')
  })

  test('in drawings, whose parts get other ids without a word, since nothing is lost', async () => {
    const { body, codes } = await pageOf(deckWith('.. svg:: a.svg\n\n.. raw:: html\n   :file: a.svg'), { 'a.svg': drawing })
    expect(codes).toEqual([])
    expect(idsIn(body).filter((id) => id === 'a')).toHaveLength(1)
    expect(body).toMatch(/<div id="a" class="step/)
  })

  test('so are the page’s own ids, and an id that looks like the other one is left alone', async () => {
    const { body, codes } = await pageOf(
      `.. header::\n\n   ${raw('<b id="impress"></b>').replaceAll('\n', '\n   ')}\n${deckWith(raw('<p id="a~raw"></p><p id="a"></p>'))}`,
    )
    expect(codes).toEqual(['page/id-taken@3', 'page/id-taken@9'])
    expect(idsIn(body).filter((id) => /^(?:impress|a)(?:~|$)/.test(id ?? ''))).toEqual(['impress~raw', 'impress', 'a~raw', 'a~raw2', 'a'])
  })
})
