import type { Line } from '../../../1-source/source.ts'
import type { Directive, DirectiveInvocation, DirectiveTools, OptionConverter } from '../../directive.ts'
import type { LiteralBlock, SystemMessage } from '../../nodes.ts'
import type { Listing } from '../../our-fields.ts'
import { literalText } from '../literal-text.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { codeText } from './line-numbers.ts'
import { flag, integer, unchanged } from './options.ts'

/** What other tools take (Sphinx, Pandoc, reveal.js); kept under their names for the page. */
const otherToolsOptions = {
  'emphasize-lines': unchanged,
  hl_lines: unchanged,
  linenos: flag,
  'lineno-start': integer,
  caption: unchanged,
  dedent: unchanged,
  force: flag,
} satisfies Readonly<Record<keyof Listing, OptionConverter>>

/** Source code. The tree holds the text only: its colours are the page's. */
export const code: Directive = {
  name: 'code',
  arguments: { optional: 1 },
  options: { ...classAndName, 'number-lines': unchanged, ...otherToolsOptions },
  content: true,
  run(invocation, tools) {
    if (!invocation.content.length) return [tools.error('rst/directive-empty', { directive: 'code' })]
    return [codeBlock(invocation, invocation.arguments[0], invocation.content, tools)]
  },
}

/** The block that a language and lines of code make. */
export function codeBlock(
  invocation: DirectiveInvocation,
  language: string | undefined,
  content: readonly Line[],
  tools: DirectiveTools,
): LiteralBlock | SystemMessage {
  const { options, position } = invocation
  const children = codeText(options['number-lines'], content, () => literalText(content), tools)
  if (!Array.isArray(children)) return children
  const listing = listingOf(options)
  const node: LiteralBlock = {
    type: 'literal_block',
    'xml:space': 'preserve',
    ...classesOf(invocation, 'code', ...(language ? [language] : [])),
    ...(Object.keys(listing).length ? { listing } : {}),
    children,
    position,
  }
  addName(node, options['name'], tools)
  return node
}

/** In the order in which they are written. */
function listingOf(options: DirectiveInvocation['options']): Listing {
  const listing: Listing = {}
  for (const [name, value] of Object.entries(options)) {
    switch (name) {
      case 'emphasize-lines':
      case 'hl_lines':
      case 'caption':
      case 'dedent':
        if (typeof value === 'string') listing[name] = value
        break
      case 'linenos':
      case 'force':
        if (value === true) listing[name] = true
        break
      case 'lineno-start':
        if (typeof value === 'number') listing[name] = value
    }
  }
  return listing
}
