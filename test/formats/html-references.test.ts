import { describe, expect, it } from 'vitest'
import { readReferences } from '../../src/formats/html-references.ts'

describe('character references of HTML', () => {
  it.each([
    ['caf&eacute;.png', 'café.png'],
    ['a&amp;b', 'a&b'],
    ['&#233;&#xE9;&#XE9', 'ééé'],
    ['&NotEqualTilde;', '≂̸'],
    ['&nosuchname;', '&nosuchname;'],
    ['& &; &#; &#x;', '& &; &#; &#x;'],
    // Old pages number Windows' letters (HTML §13.2.5.80).
    ['&#150;&#x80;', '–€'],
    ['&#0;&#xD800;&#x110000;&#99999999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&constructor;&__proto__;', '&constructor;&__proto__;'],
  ])('%s, wherever it stands', (html, text) => {
    expect(readReferences(html, 'text')).toBe(text)
    expect(readReferences(html, 'attribute')).toBe(text)
  })

  // The named character reference state, §13.2.5.73, whose example the third is.
  it.each([
    ['&copy 2026', '© 2026', '© 2026'],
    ['&copy2026', '©2026', '&copy2026'],
    ["I'm &notit; I tell you", "I'm ¬it; I tell you", "I'm &notit; I tell you"],
    ['?a=1&copy=2', '?a=1©=2', '?a=1&copy=2'],
    ['&hearts', '&hearts', '&hearts'],
  ])('%s without its semicolon', (html, text, value) => {
    expect(readReferences(html, 'text')).toBe(text)
    expect(readReferences(html, 'attribute')).toBe(value)
  })
})
