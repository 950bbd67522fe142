import type { Node as UnistNode } from 'unist'
import { type Line, linesOf, type Source } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'
import { codeBlock } from '../../syntax/directives/code.ts'
import { canReadFiles, payFor, readNamedFile } from '../../syntax/directives/read-named-file.ts'
import { sliceLine, trimBlank } from '../../syntax/sliced-lines.ts'
import { placeOf } from '../context.ts'
import { codes } from '../micromark/codes.ts'
import { isAtLineStart, isInSlide, lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { named } from './directive/head.ts'
import { runWithMarkdown } from './directive/run.ts'
import { leaf } from './leaf.ts'

/** Code of a file that stands here. */
interface CodeImport extends UnistNode {
  type: 'codeImport'
  line: Line
}

declare module 'mdast' {
  interface RootContentMap {
    codeImport: CodeImport
  }
}

/** `<<< @/snippets/file.ts#region ts {2,3}` (Slidev, importing snippets; VitePress). `@/` is the deck's folder. */
export const codeImport: Construct = {
  name: 'codeImport',
  syntax: (reading) => ({
    flow: {
      [codes.lessThan]: lineConstruct('codeImport', reading, (line, self) =>
        isAtLineStart(self) && isInSlide(self, reading) && written.test(line.text) ? line : undefined,
      ),
    },
  }),
  mdast: [leaf('codeImport', (line: Line): CodeImport => ({ type: 'codeImport', line }))],
  blocks: {
    codeImport(node: CodeImport, context) {
      const { line } = node
      const text = { head: { ...named(snippet.name), argument: sliceLine(line, 4), line }, position: placeOf(node, context) }
      return runWithMarkdown(snippet, [], { ...text, options: [], body: [], close: undefined, children: [] }, context)
    },
  },
}

const written = /^<<<[ \t]+(\S+?)(?:#([\w-]+))?(?:[ \t]+([A-Za-z][\w+#-]*))?(?:[ \t]*\{([^{}]*)\})?(?:[ \t]*\{[^{}]*\})?[ \t]*$/

/** Runs as a directive does, which may read files; no deck can name it. */
const snippet: Directive = {
  name: '<<<',
  arguments: { required: 1, finalWhitespace: true },
  run(invocation, tools) {
    const [, address = '', region, language, marked] = written.exec(`<<< ${invocation.arguments[0] ?? ''}`) ?? []
    if (!canReadFiles(tools)) return [tools.error('rst/directive-disabled', { directive: '<<<' })]
    const read = readNamedFile(address.replace(/^@\//, ''), invocation, tools)
    if ('message' in read) return [read.message]
    const lines = region === undefined ? linesOf(read.source) : regionOf(read.source, region)
    if (!lines) return [tools.error('rst/include-text-not-found', { option: 'region', text: region ?? '', path: read.source.path })]
    const bytes = lines.reduce((sum, { text }) => sum + text.length + 1, 0)
    const unpaid = payFor(read.source, { bytes, nodes: () => 0, chain: () => [] }, tools)
    if (unpaid) return unpaid
    const first = marked?.split('|')[0]?.trim()
    const options = first && /^[\d,\s-]+$/.test(first) ? { 'emphasize-lines': first.replace(/\s/g, '') } : {}
    const name = language ?? /\.(\w+)$/.exec(read.source.path)?.[1]
    const block = codeBlock({ ...invocation, options }, name, withoutMargin(trimBlank(lines)), tools)
    return [block.type === 'literal_block' ? { ...block, source: read.source.path } : block]
  },
}

/** The lines between `#region name` and its `#endregion`, whatever comment these stand in; undefined where the file has no such region. */
function regionOf(source: Source, name: string): Line[] | undefined {
  const lines = linesOf(source)
  const begin = lines.findIndex(({ text }) => new RegExp(`#?region\\b:?\\s*${name}\\b`).test(text) && !/end/i.test(text))
  if (begin < 0) return undefined
  const end = lines.findIndex(
    ({ text }, index) => index > begin && /#?end\s*region\b/i.test(text) && (text.includes(name) || !/region\s+\w/i.test(text)),
  )
  return lines.slice(begin + 1, end < 0 ? lines.length : end).filter(({ text }) => !/#(?:end)?region\b/.test(text))
}

/** Code of a region without the indentation that all of it has. */
function withoutMargin(lines: readonly Line[]): Line[] {
  const margin = Math.min(...lines.flatMap(({ text }) => (/\S/.test(text) ? [/^\s*/.exec(text)?.[0].length ?? 0] : [])))
  return Number.isFinite(margin) && margin > 0 ? lines.map((line) => sliceLine(line, Math.min(margin, line.text.length))) : [...lines]
}
