import { describe, expect, it } from 'vitest'
import { pageOf } from '../page-of.ts'

const safe = { safe: true } as const

/** How each language and place writes a link to an address. */
const places: readonly [place: string, language: 'rst' | 'markdown', write: (address: string) => string][] = [
  ['an embedded address', 'rst', (to) => `\`x <${to}>\`__`],
  ['a target', 'rst', (to) => `x_\n\n.. _x: ${to}`],
  ['an anonymous target', 'rst', (to) => `x__\n\n__ ${to}`],
  ['an indirect target', 'rst', (to) => `x_\n\n.. _x: y_\n.. _y: ${to}`],
  ['a picture’s target', 'rst', (to) => `.. image:: a.png\n   :target: ${to}`],
  ['a substitution', 'rst', (to) => `|x|_\n\n.. |x| replace:: y\n.. _x: ${to}`],
  ['raw HTML', 'rst', (to) => `.. raw:: html\n\n   <a href="${to}">x</a>`],
  ['a drawing', 'rst', (to) => `.. raw:: html\n\n   <svg><a href="${to}"><text>x</text></a><a xlink:href="${to}"/></svg>`],
  [
    'an animation',
    'rst',
    (to) =>
      `.. raw:: html\n\n   <svg><a href="#step-1"><set attributeName="href" to="${to}"/><animate attributeName="xlink:href" values="#b;${to}"/></a></svg>`,
  ],
  ['a link', 'markdown', (to) => `[x](<${to}>)`],
  ['a reference', 'markdown', (to) => `[x]\n\n[x]: <${to}>`],
  ['a picture that leads on', 'markdown', (to) => `[![x](a.png)](<${to}>)`],
  ['HTML', 'markdown', (to) => `a <a href="${to}">x</a>`],
]

const deckOf = (language: 'rst' | 'markdown', text: string): string => (language === 'rst' ? `----\n\n${text}\n` : `# a\n\n${text}\n`)

describe('a link of a stranger leads where raw HTML may lead, in every language and place', () => {
  const refused = [
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'ms-msdt:/id',
    'view-source:https://x.example',
    'blob:https://x.example/1',
    'filesystem:https://x.example/1',
    'jar:https://x.example!/a',
    'about:blank',
    'javascript:x()',
    'vbscript:x()',
    'data:text/html,x',
    'data:text/plain,x',
    'data:image/svg+xml,x',
    'ftp://x.example',
    'intent:x',
    'chrome://settings',
    'search-ms:x',
    'ws://x.example',
    'x-y.z+1:a',
  ]
  it.each(places)('%s (%s)', async (_, language, write) => {
    for (const address of refused) {
      const { steps, codes } = await pageOf(deckOf(language, write(address)), { 'a.png': 'x' }, { ...safe, language })
      const [step = ''] = steps
      expect(step.toLowerCase(), address).not.toMatch(/(?:href|to|values)="(?!#)/)
      expect(codes.length, address).toBeGreaterThan(0)
      for (const code of codes) expect(code, address).toMatch(/^page\/(?:link|raw)-not-safe@\d+$/)
    }
    for (const address of [
      'https://x.example/a?b=1',
      'http://x.example',
      'mailto:a@x.example',
      'tel:+1',
      'a.html',
      '../b.html',
      '/c.html',
      '#step-1',
    ]) {
      const { steps, codes } = await pageOf(deckOf(language, write(address)), { 'a.png': 'x' }, { ...safe, language })
      expect(steps[0], address).toMatch(/(?:href|to|values)="/)
      expect(steps[0], address).toContain(address)
      expect(codes, address).toEqual([])
    }
  })

  it.each(['file:///etc/passwd', 'ftp://x.example/a', 'file:a'])('an address by itself: %s', async (address) => {
    for (const [language, text] of [
      ['rst', address],
      ['markdown', `<${address}>`],
    ] as const) {
      const { steps, codes } = await pageOf(deckOf(language, text), {}, { ...safe, language })
      expect(steps[0]).toContain(address)
      expect(steps[0]).not.toContain('href')
      expect(codes).toEqual(['page/link-not-safe@3'])
    }
  })

  it('a host without a scheme is one of the web: from disk it would be a file server', async () => {
    for (const address of ['//x.example/a', '\\\\\\\\x.example/a', '/\\\\x.example/a']) {
      const { steps } = await pageOf(deckOf('rst', `\`x <${address}>\`__`), {}, safe)
      expect(steps[0]).toContain('href="https://x.example/a"')
    }
    const { steps } = await pageOf(
      deckOf('rst', '.. raw:: html\n\n   <a href="//x.example">a</a><svg><a href="\\\\x.example"/></svg>'),
      {},
      safe,
    )
    expect(steps[0]).toBe('<a href="https://x.example">a</a><svg><a href="https://x.example"/></svg>')
  })

  it('leaves other decks as they are', async () => {
    const { steps, codes } = await pageOf(deckOf('rst', '`x <file:///a>`__ `y <//b>`__'))
    expect(steps[0]).toContain('<a href="file:///a" class="reference external">x</a>'.replace(' class="reference external"', ''))
    expect(steps[0]).toContain('href="//b"')
    expect(codes).toEqual([])
  })
})

describe('a link hands its window over to nobody', () => {
  it.each([
    ['<a href="#" rel="opener"></a>', '<a href="#"></a>', 1],
    ['<a href="#" rel="next OPENER" target="_blank"></a>', '<a href="#" target="_blank" rel="next"></a>', 1],
    ['<a href="#" target="b"></a>', '<a href="#" target="b" rel="noopener"></a>', 0],
    ['<a href="#" target="b" rel="noreferrer"></a>', '<a href="#" target="b" rel="noreferrer"></a>', 0],
    ['<a href="#" target="_self" rel="next"></a>', '<a href="#" target="_self" rel="next"></a>', 0],
    ['<svg><a href="#" target="b" rel="opener"/></svg>', '<svg><a href="#" target="b" rel="noopener"/></svg>', 0],
    ['<svg><a href="#"><set attributeName="target" to="b"/></a></svg>', '<svg><a href="#"/></svg>', 1],
  ])('%s', async (html, written, told) => {
    const { steps, codes } = await pageOf(deckOf('rst', `.. raw:: html\n\n   ${html}`), {}, safe)
    expect(steps[0]?.trim()).toBe(written)
    expect(codes).toHaveLength(told)
  })
})

describe('a field that becomes an attribute goes through the gate of attributes in HTML', () => {
  it.each([
    [
      'rst',
      '----\n\n:onclick: x()\n:href: //x.example\n:background: //x.example\n:src: a.png\n:contenteditable: true\n:data-a: b\n:title: T\n:data-console-css: p{}\n:id: c\n:class: d\n\nA\n',
    ],
    [
      'markdown',
      '# A\n\n:onclick: x()\n:href: //x.example\n:background: //x.example\n:src: a.png\n:contenteditable: true\n:data-a: b\n:title: T\n:data-console-css: p{}\n:id: c\n:class: d\n',
    ],
  ] as const)('of a slide (%s)', async (language, text) => {
    const { tags, codes, html } = await pageOf(text, {}, { ...safe, language })
    expect(tags[0]?.replace(/ data-(?:[xyz]|rotate-[xyz]|scale)="[^"]*"| (?:role|aria-[a-z]+)="[^"]*"/g, '')).toBe(
      '<div id="c" data-a="b" title="T" class="step step-level-1 d">',
    )
    expect(codes.map((code) => code.replace(/@\d+/, ''))).toEqual(Array(6).fill('page/field-not-safe'))
    expect(html).not.toContain('x.example')
  })

  it('of a heading’s attributes in Markdown', async () => {
    const { tags, codes } = await pageOf(
      '# A {#c .d onclick=x title=T ping=y data-a=b background="url(//x.example)"}\n',
      {},
      { ...safe, language: 'markdown' },
    )
    expect(tags[0]).toMatch(
      /^<div id="c" title="T" data-a="b" style="background: url\(&quot;data:,&quot;\);" class="step step-level-1 d" data-x="0"/,
    )
    expect(codes.toSorted()).toEqual(['page/field-not-safe@1', 'page/field-not-safe@1', 'page/not-safe@1'])
  })

  it.each([
    ['rst', ':data-console-css: p{background:url(//x.example)}\n:data-console-css-iframe: q{}\n:data-a: b\n\n----\n\nA\n'],
    ['markdown', '---\ndata-console-css: "p{background:url(//x.example)}"\ndata-console-css-iframe: q{}\ndata-a: b\n---\n\n# A\n'],
  ] as const)('of the stage (%s)', async (language, text) => {
    const { html, codes } = await pageOf(text, {}, { ...safe, language })
    expect(html).toMatch(/<div id="impress" [^>]*data-a="b"/)
    expect(html).not.toMatch(/console-css|x\.example/)
    expect(codes.map((code) => code.replace(/@\d+/, ''))).toEqual(Array(2).fill('page/field-not-safe'))
  })

  it('as raw HTML does, which has none of the page’s own ids', async () => {
    const html = '<div id="impress" data-console-css="p{}" data-a="b"><svg id="slide-number"><g id="impress-help"/></svg></div>'
    const { body, codes } = await pageOf(`.. header::\n\n   .. raw:: html\n\n      ${html}\n\n----\n\nA\n`, {}, safe)
    expect(body).toContain('<div class="header" role="banner"><div data-a="b"><svg><g/></svg></div>')
    expect(codes.filter((code) => code.startsWith('page/raw-not-safe'))).toHaveLength(4)
  })

  it('keeps what a stranger’s style sheets for the console may say', async () => {
    const { html } = await pageOf(':css-console: a.css\n\n----\n\nA\n', { 'a.css': 'p{color:red;background:url(//x.example)}' }, safe)
    expect(html).toContain('data-console-css="p{color:red;background:url(&quot;data:,&quot;)}"')
  })
})

describe('a style sheet that is written out in its address', () => {
  const sheet = '@import "//x.example";p{color:red;background:url(//x.example)}'
  const urls = [
    `data:text/css,${encodeURIComponent(sheet)}`,
    `data:text/css;charset=utf-8;base64,${Buffer.from(sheet).toString('base64')}`,
    `DATA:Text/CSS,${encodeURIComponent(sheet)}`,
  ]
  it.each(urls)('is cleaned as one in a file: %s', async (url) => {
    for (const field of ['css', 'css-screen', 'css-print']) {
      const { html, codes } = await pageOf(`:${field}: ${url}\n\n----\n\nA\n`, {}, safe)
      expect(html).toMatch(/<style(?: media="\w+")?>\np\{color:red;background:url\("data:,"\)\}\n<\/style>/)
      expect(html).not.toMatch(/<link rel="stylesheet"|x\.example|@import/)
      expect(codes).toEqual(['page/not-safe@1'])
    }
  })

  it.each(['about:blank', 'blob:https://x.example/1', 'data:text/html,x', 'data:text/css;base64', 'filesystem:x', '//x.example/a.css'])(
    'is left out where it is no style sheet: %s',
    async (url) => {
      const { html, codes } = await pageOf(`:css: ${url}\n\n----\n\nA\n`, {}, safe)
      expect(html).not.toMatch(/<link rel="stylesheet"/)
      expect(codes).toEqual(['page/not-safe@1'])
    },
  )
})

describe('pictures that are written out in their address', () => {
  const png = Buffer.from('iVBORw0KGgo=', 'base64').toString('base64')
  const kept = [`data:image/jpg;base64,${png}`, `data:;base64,${png}`, `data:image/x-png;base64,${png}`, 'data:image/apng,a']
  it.each(kept)('stay, and raise no alarm: %s', async (url) => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${url}"/><style>g{fill:url(${url})}</style></svg>`
    const text = `----\n\n.. raw:: html\n   :file: a.svg\n\n.. raw:: html\n\n   <img src="${url}"><img srcset="${url} 1x">\n`
    for (const options of [{}, safe]) {
      const { steps, codes } = await pageOf(text, { 'a.svg': drawing }, options)
      expect(steps[0]?.split(url)).toHaveLength(5)
      expect(codes).toEqual([])
    }
  })

  it('are no links, and no other thing is a picture', async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><a href="${kept[1]}"/><use href="${kept[0]}#a"/><image href="data:text/html,x"/></svg>`
    const text = '----\n\n.. raw:: html\n   :file: a.svg\n\n.. raw:: html\n\n   <img src="data:text/html,x">\n'
    const { steps, codes } = await pageOf(text, { 'a.svg': drawing }, safe)
    expect(steps[0]).toMatch(/^<svg data-drawing="1"><a\/><use\/><image\/><\/svg><img src="data:image\/svg\+xml,[^"]*">/)
    expect(codes.map((code) => code.replace(/@\d+/, ''))).toEqual(['svg/unsafe', 'svg/unsafe', 'page/not-safe'])
  })
})
