import { expect, it, test } from 'vitest'
import { pageOf } from './page-of.ts'

const left = 'page/raw-left-open'
const closed = 'page/raw-closed-too-often'

const raw = (html: string): string => `.. raw:: html\n\n   ${html.replace(/\n/g, '\n   ')}\n\n`

/** Raw HTML, a paragraph and more raw HTML on a slide → all that stands on it, and what is told. */
const slideWith = async (before: string, after = ''): Promise<{ html: string; codes: string[] }> => {
  const { steps, codes } = await pageOf(`----\n\n${raw(before)}text\n\n${after && raw(after)}----\n\nnext\n`)
  expect(steps).toHaveLength(2)
  expect(steps[1]).toBe('<p>next</p>')
  return { html: (steps[0] ?? '').replace(/\n/g, ''), codes: codes.map((code) => code.replace(/@.*/, '')) }
}

test.each<[what: string, before: string, after: string, html: string, codes: readonly string[]]>([
  ['one piece opens what a later one closes', '<div>', '</div>', '<div><p>text</p></div>', []],
  ['an element left open', '<div class="a"><section>', '', '<div class="a"><section><p>text</p></section></div>', [left, left]],
  ['of two elements, the outer one', '<div><span>a</span>', '', '<div><span>a</span><p>text</p></div>', [left]],
  ['what ends by itself', '<ul><li>a<li>b</ul><p>c', '', '<ul><li>a<li>b</ul><p>c<p>text</p>', []],
  ['what has no content', '<br><img src="data:,"><hr/>', '', '<br><img src="data:,"><hr/><p>text</p>', []],
  ['an end tag too many', 'a</div>b</P>c', '</section >', 'abc<p>text</p>', [closed, closed, closed]],
  ['one end of two', '<div></div></div>', '', '<div></div><p>text</p>', [closed]],
  ['an end tag of what has no content', '</br></img>', '', '</br></img><p>text</p>', []],
  ['elements that cross', '<b><i></b>', '</i>', '<b><i></b><p>text</p></i>', []],
  // Browsers would set the rest of the deck in bold.
  ['emphasis that outlives the block it is in', '<div><b></div>', '', '<div><b></div><p>text</p></b>', [left]],
  ['a block that ends with the one around it', '<div><p><span></div>', '', '<div><p><span></div><p>text</p>', []],
  ['a script that is left open', '<script>"<div>"', '', '<script>"<div>"</script><p>text</p>', [left]],
  [
    'tags in a script, a text field and a comment',
    '<script>"<div>"</script><textarea><div></textarea><!-- <div> -->',
    '',
    '<script>"<div>"</script><textarea><div></textarea><!-- <div> --><p>text</p>',
    [],
  ],
  ['a script around content', '<script>', '</script><i>a</i>', '<script><p>text</p></script><i>a</i>', []],
  ['a comment around content', 'a<!-- b', 'c --> d', 'a<!-- b<p>text</p>c --> d', []],
  ['a comment left open', '<!-- a > </div>', 'b', '<!-- a > </div>--><p>text</p>b', [left]],
  ['comments that browsers end early, and late', '<!--><div></div><!--!> a --!>', '', '<!--><div></div><!--!> a --!><p>text</p>', []],
  ['a bogus comment left open', '<!doctype a', '', '<!doctype a><p>text</p>', [left]],
  ['CDATA, which is none outside a drawing', '<![CDATA[ a > </div> ]]>', '', '<![CDATA[ a >  ]]><p>text</p>', [closed]],
  [
    'CDATA in a drawing',
    '<svg><style><![CDATA[ a > b </g> ]]></style></svg>',
    '',
    '<svg><style><![CDATA[ a > b </g> ]]></style></svg><p>text</p>',
    [],
  ],
  ['CDATA left open in a drawing', '<svg><![CDATA[ a >', '', '<svg><![CDATA[ a >]]><p>text</p></svg>', [left, left]],
  ['a tag that does not end', '<div><i a="</div>', '', '<div>&lt;i a="</div><p>text</p></div>', [left, left]],
  ['what nothing ends', '<plaintext>a', '', 'a<p>text</p>', [left]],
  [
    'what is closed at once, in a drawing',
    '<svg><g/><style/><image/></svg><svg/><math/>',
    '',
    '<svg><g/><style/><image/></svg><svg/><math/><p>text</p>',
    [],
  ],
  ['what is not closed at once, in HTML', '<div/>', '', '<div/><p>text</p></div>', [left]],
  [
    'HTML within a drawing',
    '<svg><foreignObject><div/></foreignObject></svg>',
    '',
    '<svg><foreignObject><div/></foreignObject></svg><p>text</p>',
    [],
  ],
  [
    'text within HTML within a drawing',
    '<svg><foreignObject><textarea><b></textarea></foreignObject></svg>',
    '',
    '<svg><foreignObject><textarea><b></textarea></foreignObject></svg><p>text</p>',
    [],
  ],
  ['an end with a blank', '<script>"</div>"</script >', '', '<script>"</div>"</script ><p>text</p>', []],
  ['CDATA that a later piece ends at once', '<svg><![CDATA[ a', ']]></svg>', '<svg><![CDATA[ a<p>text</p>]]></svg>', []],
  ['a comment that begins behind the end of another', 'a --> <!-- b', '', 'a --> <!-- b--><p>text</p>', [left]],
  ['a tag in capitals that does not end', '<I a="', '', '&lt;I a="<p>text</p>', [left]],
  ['a whole document', '<html><body><h1>a</h1></body></html>', '', '<html><body><h1>a</h1></body></html><p>text</p>', []],
])('HTML stays in its slide: %s', async (_, before, after, html, codes) => {
  const slide = await slideWith(before, after)
  expect(slide.html).toBe(html)
  expect(slide.codes).toEqual(codes)
})

it('ends with the element of ours that it stands in', async () => {
  const { steps, codes } = await pageOf(
    '# a\n\n* b <b>c\n* d</b>\n\n<div>\n\n> <i>\n>\n> e\n\n</i></div>\n\nf\n',
    {},
    { language: 'markdown' },
  )
  expect(steps[0]?.replace(/\n/g, '')).toBe(
    '<h1 id="a">a</h1><ul><li>b <b>c</b></li><li>d</li></ul><div><blockquote><i><p>e</p></i></blockquote><p></p></div><p>f</p>',
  )
  expect(codes).toEqual([`${left}@3`, `${closed}@4`, `${left}@8`, `${closed}@12`])
})

it('tells where', async () => {
  const { codes } = await pageOf(`----\n\n${raw('<i a="')}text\n\n${raw('<div>')}`)
  expect(codes).toEqual([`${left}@3`, `${left}@9`])
})

it('ends where the author ends it, should that be deeper than where it begins', async () => {
  const text = '# a\n\n<div class="left">\n\n*b* </div>\n\n<section><b>\n\n- > c</b> d\n  </section>\n\ne\n'
  const { steps, codes } = await pageOf(text, {}, { language: 'markdown' })
  expect(steps[0]?.replace(/\n/g, '')).toBe(
    '<h1 id="a">a</h1><div class="left"><p><em>b</em> </p></div><section><b><ul><li><blockquote><p>c d</p></blockquote></li></ul></b></section><p>e</p>',
  )
  expect(codes).toEqual([])
})

it('stays in the header, the footer and the notes', async () => {
  const deck =
    '.. header:: |raw|\n\n.. footer:: |raw|\n\n.. |raw| raw:: html\n\n   </div><div>\n\n----\n\na\n\n.. note::\n\n   .. raw:: html\n\n      </div><div>\n'
  const { body, codes } = await pageOf(deck)
  expect(body).toContain('<div class="notes"><div></div></div>')
  expect(body.match(/<p><div><\/div><\/p>/g)).toHaveLength(2)
  expect(body.match(/<div\b/g)).toHaveLength(body.match(/<\/div>/g)?.length ?? 0)
  expect(codes.map((code) => code.replace(/@.*/, '')).sort()).toEqual([closed, closed, closed, left, left, left])
})

it('takes linear time', async () => {
  const many = 20_000
  for (const html of ['<div>', '</div>', '<b></p>', '<!--', '<svg><', '<textarea>', '<p><div></p>'])
    await slideWith(`${html.repeat(100)}\n`.repeat(many / 100))
})
