import fc from 'fast-check'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { expect, it } from 'vitest'
import { cleanCss } from '../../../src/6-page/safe/css.ts'
import { cleanHtml } from '../../../src/6-page/safe/html.ts'
import { findUnsafe } from '../../../src/6-page/svg/unsafe.ts'

const pieces =
  '<svg>|</svg>|<svg/>|<math>|</math>|<mtext>|<mglyph>|<style>|</style>|<title>|</title>|<desc>|</desc>|<textarea>|</textarea>|<noscript>|</noscript>|<xmp>|</xmp>|<iframe>|</iframe>|<select>|</select>|<option>|<template>|</template>|<table>|</table>|<td>|<caption>|<p>|</p>|<br>|</br>|<a href="#">|</a>|<b>|</b>|<form>|</form>|<script>|</script>|<foreignObject>|</foreignObject>|<annotation-xml encoding="text/html">|<image href=x onerror=x>|<img src=x onerror=x>|<a id="</style><img src=x onerror=x>">|<a title=\'</title><img src=x onerror=x>\'>|<g onload=x>|<use href="//x">|<set attributeName=href to=javascript:x>|<a xlink:href=javascript:x>|<!--|-->|--!>|<![CDATA[|]]>|<!|<?|>|<|"|\'|=|/|&lt;|&#60;|&quot;|a|\n|\0|<plaintext>|<frameset>|<body onload=x>|<html>|<head>|<meta>|<base href=x>|<font color=x>|<p/>|<style/>|<title/>|url(//x)|@import "x";|expression(x)'.split(
    '|',
  )

const clean = (html: string): string =>
  cleanHtml(html, {
    sheet: (css) => cleanCss(css).css,
    style: (css) => cleanCss(css).css,
    resource: (_tag, _name, addresses) => addresses,
    drawing: (root) => findUnsafe(root, true),
    report: () => {},
  })

const forbidden =
  /^(?:script|iframe|object|embed|form|input|button|select|textarea|template|base|meta|link|noscript|xmp|plaintext|math|foreignObject|frameset)$/i

/** What a browser would see of it that runs or loads. */
function harmIn(node: Nodes): string[] {
  const found: string[] = []
  if (node.type === 'element') {
    if (forbidden.test(node.tagName)) found.push(node.tagName)
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on/i.test(name) || /^\s*javascript:/i.test(String(value)) || (node.tagName === 'use' && String(value).includes('//')))
        found.push(name)
    }
    const css = node.tagName === 'style' ? node.children.map((child) => ('value' in child ? child.value : '')).join('') : ''
    if (cleanCss(css).removed.length > 0) found.push(css)
  }
  return 'children' in node ? [...found, ...node.children.flatMap(harmIn)] : found
}

it('whatever is written, a browser sees nothing in it that runs or loads, alone or between other pieces', () => {
  const html = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join(''))
  fc.assert(
    fc.property(html, html, (first, second) => {
      const cleaned = `<p>a<b>${clean(first)}</b><i>${clean(second)}</i></p><pre>end</pre>`
      const tree = fromHtml(cleaned, { fragment: true })
      expect(harmIn(tree)).toEqual([])
      // What stands behind it is read as it would be without it.
      expect(JSON.stringify(tree)).toMatch(/"tagName":"pre".*"type":"text","value":"end"/)
      expect(clean(clean(first))).toBe(clean(first))
    }),
    { seed: 20261122, numRuns: 4000 },
  )
})
