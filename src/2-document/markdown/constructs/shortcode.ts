import type { Construct as Syntax } from 'micromark-util-types'
import type { Node as UnistNode } from 'unist'
import type { Line } from '../../../1-source/source.ts'
import { escapeAttribute } from '../../../formats/html-escapes.ts'
import type { Inline, Node } from '../../nodes.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { rawHtml } from '../blocks/raw-html.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { codes } from '../micromark/codes.ts'
import { lineConstruct, lineHere, pieces, type Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { named } from './directive/head.ts'
import { readDirective } from './directive/read-directive.ts'
import { leaf } from './leaf.ts'

/** Something that Quarto puts into the text. */
interface Shortcode extends UnistNode {
  type: 'shortcode' | 'inlineShortcode'
  /** What stands between the marks. */
  written: Line
}

declare module 'mdast' {
  interface RootContentMap {
    shortcode: Shortcode
  }
  interface PhrasingContentMap {
    shortcode: Shortcode
  }
}

/** `{{< name arguments >}}` (Quarto, shortcodes): a video, a file that is included; others are left out and reported. */
export const shortcode: Construct = {
  name: 'shortcode',
  dialects: ['quarto'],
  syntax: (reading) => ({
    flow: {
      [codes.leftCurlyBrace]: lineConstruct('shortcode', reading, (line) => {
        const [whole, written] = mark.exec(line.text) ?? []
        return written !== undefined && line.text.trimEnd() === whole ? within(line) : undefined
      }),
    },
    text: { [codes.leftCurlyBrace]: inText(reading) },
  }),
  mdast: (['shortcode', 'inlineShortcode'] as const).map((type) => leaf(type, (written: Line): Shortcode => ({ type, written }))),
  blocks: { shortcode: readBlock },
  inlines: { inlineShortcode: (node: Shortcode, context: MarkdownContext) => [...readShortcode(node, context)] as Inline[] },
}

const mark = /^\{\{<[ \t]+([^{}<>]*?)[ \t]+>\}\}/

const within = (line: Line): Line => {
  const [whole = '', written = ''] = mark.exec(line.text) ?? []
  const from = whole.indexOf(written)
  return sliceLine(line, from, from + written.length)
}

const inText = (reading: Reading): Syntax => ({
  name: 'inlineShortcode',
  tokenize(effects, ok, nok) {
    return (code) => {
      const line = lineHere(this, reading)
      const length = mark.exec(line.text)?.[0].length
      if (length === undefined) return nok(code)
      effects.enter('inlineShortcode', { read: within(line) })
      const end = pieces(effects, [['bracketMark', length]], (next) => {
        effects.exit('inlineShortcode')
        return ok(next)
      })
      return end(code)
    }
  },
})

function readBlock(node: Shortcode, context: MarkdownContext): readonly Node[] {
  const { written } = node
  const file = /^include[ \t]+/.exec(written.text)?.[0]
  if (file === undefined) return readShortcode(node, context)
  const head = { ...named('include'), argument: sliceLine(written, file.length), line: written }
  return readDirective({ head, options: [], body: [], close: undefined, position: placeOf(node, context), children: [] }, context)
}

function readShortcode(node: Shortcode, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const [name = '', ...words] = wordsOf(node.written.text)
  const [first] = words
  // Slides are pages.
  if (name === 'pagebreak') return []
  if (name === 'video' && first !== undefined) return [rawHtml(videoOf(first, words), position, context)]
  if (name === 'kbd' && first !== undefined)
    return [{ type: 'literal', classes: ['kbd'], htmlElement: 'kbd', children: [{ type: 'text', value: first, position }], position }]
  remark(context, 'markdown/no-meaning', { tool: 'Quarto', what: `"{{< ${name} >}}"` }, position)
  return []
}

/** The name and the arguments, without their quotes. */
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/([\w-]+)="([^"]*)"|"([^"]*)"|'([^']*)'|\S+/g)].map(([whole, name, value, double, single]) =>
    name === undefined ? (double ?? single ?? whole) : `${name}=${value}`,
  )

const hosts: readonly (readonly [address: RegExp, player: string])[] = [
  [/^https?:\/\/(?:www\.)?youtube\.com\/watch\?(?:.*&)?v=([\w-]+)/, 'https://www.youtube.com/embed/'],
  [/^https?:\/\/youtu\.be\/([\w-]+)/, 'https://www.youtube.com/embed/'],
  [/^https?:\/\/(?:www\.youtube\.com\/embed)\/([\w-]+)/, 'https://www.youtube.com/embed/'],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/(\d+)/, 'https://player.vimeo.com/video/'],
]

/** A file plays in the page, what stands at a host in its player. */
function videoOf(address: string, words: readonly string[]): string {
  const attributes = words
    .flatMap((word) => {
      const [, name, value = ''] = /^(title|width|height)=(.*)$/.exec(word) ?? []
      return name === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`]
    })
    .join('')
  for (const [host, player] of hosts) {
    const id = host.exec(address)?.[1]
    if (id !== undefined) return `<iframe src="${player}${id}"${attributes} allowfullscreen></iframe>`
  }
  return `<video src="${escapeAttribute(address)}"${attributes} controls></video>`
}
