import { expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

const raw = (html: string): string => `.. raw:: html\n\n   ${html}\n`
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/></svg>'

test.each<[what: string, deck: string, codes: readonly string[]]>([
  ['once', `----\n\n${raw('<svg><g id="a"/></svg>')}`, []],
  ['twice in one piece', `----\n\n${raw('<svg><g id="a"/><g id="a"/></svg>')}`, ['page/id-twice@3']],
  ['in two pieces', `----\n\n${raw('<svg><g id="a"/></svg>')}\n${raw("<b ID='a'>")}`, ['page/id-twice@7']],
  ['a step’s', `----\n\n:id: a\n\n${raw('<p id=a>')}`, ['page/id-twice@5']],
  ['only in a comment, a script or a text', `----\n\n:id: a\n\n${raw('<!-- <p id="a"> --><script>"<p id=a>"</script> id="a"')}`, []],
  ['a drawing gives way', `----\n\n${raw('<svg><g id="a"/></svg>')}\n.. svg:: a.svg\n`, []],
])('an id of raw HTML: %s', async (_, deck, codes) => {
  const page = await pageOf(deck, { 'a.svg': drawing })
  expect(page.codes).toEqual(codes)
  const ids = [...page.body.matchAll(/<\w+[^>]* id="([^"]*)"/g)].map((match) => match[1])
  if (codes.length === 0) expect(ids.filter((id, index) => ids.indexOf(id) !== index && !page.body.includes('<script>"'))).toEqual([])
})
