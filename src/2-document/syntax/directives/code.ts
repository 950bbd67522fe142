import type { Line } from '../../../1-source/source.ts'
import type { DeclaredOptions, Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { LiteralBlock, SystemMessage } from '../../nodes.ts'
import { literalText } from '../literal-text.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { codeText } from './line-numbers.ts'
import { flag, integer, unchanged } from './options.ts'

/** What other tools take (Sphinx, Pandoc, reveal.js); kept in `data` under their names for the page. */
const otherToolsOptions: DeclaredOptions = {
  'emphasize-lines': unchanged,
  hl_lines: unchanged,
  linenos: flag,
  'lineno-start': integer,
  caption: unchanged,
  dedent: unchanged,
  force: flag,
}

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
  const data = Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(otherToolsOptions, name)))
  const node: LiteralBlock = {
    type: 'literal_block',
    'xml:space': 'preserve',
    ...classesOf(invocation, 'code', ...(language ? [language] : [])),
    ...(Object.keys(data).length ? { data } : {}),
    children,
    position,
  }
  addName(node, options['name'], tools)
  return node
}
