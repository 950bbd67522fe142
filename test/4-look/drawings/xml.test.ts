import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml } from '../../../src/4-look/drawings/xml/parse.ts'
import { toHtml, toXml } from '../../../src/4-look/drawings/xml/serialize.ts'

const ns = 'xmlns="http://www.w3.org/2000/svg"'

describe('reading and writing', () => {
  const cases: readonly [what: string, input: string, html: string][] = [
    ['declaration, comment, doctype', `<?xml version="1.0"?><!-- x --><!DOCTYPE svg PUBLIC "a" "b"><svg ${ns}/>`, '<svg/>'],
    ['no namespace', '<svg><g/></svg>', '<svg><g/></svg>'],
    ['a prefix for SVG', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g id="a"/></s:svg>', '<svg><g id="a"/></svg>'],
    [
      'an attribute with the prefix for SVG',
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg"><rect fill="green" s:fill="red" s:x="1"/></svg>',
      '<svg><rect fill="green"/></svg>',
    ],
    [
      'another prefix for XLink',
      `<svg ${ns} xmlns:l="http://www.w3.org/1999/xlink"><use l:href="#a"/></svg>`,
      '<svg><use xlink:href="#a"/></svg>',
    ],
    [
      'another prefix for Inkscape',
      `<svg ${ns} xmlns:i="http://www.inkscape.org/namespaces/inkscape"><g i:label="a"/></svg>`,
      '<svg><g inkscape:label="a"/></svg>',
    ],
    [
      'entities',
      '<!DOCTYPE svg [<!ENTITY a "x &amp; y"><!ENTITY b "&a;!">]><svg b="&b;">&b;&#65;&#x42;&lt;</svg>',
      '<svg b="x &amp; y!">x &amp; y!AB&lt;</svg>',
    ],
    ['an entity with markup', '<!DOCTYPE svg [<!ENTITY a "<g id=\'a\'/>">]><svg>&a;</svg>', '<svg><g id="a"/></svg>'],
    ['an entity in CDATA and comments', '<!DOCTYPE svg [<!ENTITY a "x">]><svg><![CDATA[&a;<]]><!--&a;--></svg>', '<svg>&amp;a;&lt;</svg>'],
    [
      'an external entity',
      '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
      '<svg></svg>'.replace('></svg>', '/>'),
    ],
    ['quotes and line ends', '<svg a=\'"\' b="x\ny"/>', '<svg a="&quot;" b="x y"/>'],
    [
      'names of objects',
      '<svg __proto__="1" constructor="2"><g id="__proto__"/></svg>',
      '<svg __proto__="1" constructor="2"><g id="__proto__"/></svg>',
    ],
    [
      'HTML inside',
      `<svg ${ns}><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a<br/><b/></p></foreignObject></svg>`,
      '<svg><foreignObject><p>a<br><b></b></p></foreignObject></svg>',
    ],
  ]
  it.each(cases)('%s', (_, input, html) => {
    const document = parseXml(input)
    if ('reason' in document) throw new Error(document.reason)
    expect(toHtml(document.root)).toBe(html)
    const again = parseXml(toXml(document))
    if ('reason' in again) throw new Error(again.reason)
    expect(toHtml(again.root)).toBe(html)
  })
})

describe('what is not well-formed', () => {
  const bomb = `<!DOCTYPE svg [<!ENTITY a0 "lollollol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]><svg>&a9;</svg>`
  const cases: readonly [what: string, input: string, offset: number, reason: RegExp][] = [
    ['nothing', '', 0, /no element/],
    ['only text', 'hello', 0, /text stands before/],
    ['an open element', '<svg><g></svg>', 8, /<\/svg> closes nothing; <g> is open/],
    ['an end of the file', '<svg><g>', 5, /<g> is never closed/],
    ['an attribute twice', '<svg a="1" a="2"/>', 10, /attribute a twice/],
    ['an attribute without quotes', '<svg a=1/>', 4, /not written well/],
    ['a lone ampersand', '<svg>a & b</svg>', 7, /&amp;/],
    ['an unknown entity', '<svg a="x&nbsp;y"/>', 9, /&nbsp; is not declared/],
    ['a lone bracket', '<svg>1 < 2</svg>', 7, /starts no tag/],
    ['an open comment', '<svg><!-- x</svg>', 5, /comment does not end/],
    ['something behind', '<svg/>x', 6, /after the end/],
    ['a NUL', '<svg>\0</svg>', 5, /U\+0000/],
    ['an entity bomb', bomb, 0, /more than a million/],
    ['an entity of itself', '<!DOCTYPE svg [<!ENTITY a "&a;">]><svg>&a;</svg>', 0, /more than a million/],
    ['an open DOCTYPE', '<!DOCTYPE svg [<svg/>', 0, /DOCTYPE does not end/],
    ['too deep nesting', `<svg>${'<g>'.repeat(1000)}`, 5 + 399 * 3, /nested/],
  ]
  it.each(cases)('%s', (_, input, offset, reason) => {
    const problem = parseXml(input)
    expect(problem).toMatchObject({ offset, reason: expect.stringMatching(reason) })
  })

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<g a="b"',
      '/>',
      '>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE svg [',
      '<!ENTITY a "',
      '">',
      ']>',
      '&a;',
      '&',
      '"',
      'x',
      ' ',
      '<?xml',
      '?>',
      '\0',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        parseXml(pieces.join(''))
      }),
      { seed: 5, numRuns: 3000 },
    )
  })
})
