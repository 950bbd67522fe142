import type { Html } from 'mdast'
import type { Line } from '../../../1-source/source.ts'
import { readReferences } from '../../../formats/html-references.ts'
import { readToken } from '../../../formats/html-tokens.ts'
import type { LiteralBlock } from '../../nodes.ts'
import { sliceLine, trimBlank } from '../../syntax/sliced-lines.ts'
import type { MarkdownContext } from '../context.ts'
import { attributeValue, fragmentClasses, isShownByReveal } from '../deck/reveal-html.ts'
import { isBlank } from '../lines.ts'
import { cutLines, linesOfNode, rewritten } from '../source-lines.ts'
import { codeBlock } from './code.ts'
import { lineNumbers } from './code-info.ts'

const whole = /^(\s*<pre\b[^<>]*>\s*)(<code\b[^<>]*>)(\s*<script\b[^<>]*>)?([\s\S]*)<\/code>\s*<\/pre>\s*$/i
const endOfTemplate = /<\/script>\s*$/i

/** Words among a code's classes that name no language. */
const noLanguage: ReadonlySet<string> = new Set(['hljs', 'fragment', 'nohighlight', 'no-highlight', 'plaintext', ''])

/**
 * `<pre><code class="language-js" data-line-numbers="1|2-3">` of reveal.js as the code that it is, in its colours; undefined where it is more than
 * code: with tags of its own.
 */
export function htmlCode(node: Html, context: MarkdownContext): LiteralBlock | undefined {
  if (!isShownByReveal(context.slides.dialect)) return undefined
  const [, before = '', tag = '', template = '', inner = ''] = whole.exec(node.value) ?? []
  const token = tag === '' ? undefined : readToken(tag, 0)
  if (token?.type !== 'start') return undefined
  const text = template === '' ? inner : inner.replace(endOfTemplate, '')
  if (template === '' && /<\/?[a-z!]/i.test(text)) return undefined
  const start = before.length + tag.length + template.length
  const cut = cutLines(linesOfNode(node, context), start, start + text.length)
  const lines = template === '' ? cut.map(withReferences) : cut
  const classes = (attributeValue(token.attributes, 'class') ?? '').split(/\s+/)
  const name = classes.find((word) => !noLanguage.has(word))
  const { isNumbered, emphasized } = lineNumbers(attributeValue(token.attributes, 'data-line-numbers'), lines[0] as Line, context)
  const first = Number(attributeValue(token.attributes, 'data-ln-start-from') ?? 1) || 1
  const own = fragmentClasses(
    classes.includes('fragment') ? ['fragment'] : [],
    attributeValue(token.attributes, 'data-fragment-index') ?? '',
  )
  const info = { language: name?.replace(/^lang(?:uage)?-/, '') ?? '', classes: own, numbers: isNumbered ? first : undefined, emphasized }
  return codeBlock(trimmed(lines), info, node, context)
}

const withReferences = (line: Line): Line => {
  const text = readReferences(line.text, 'text')
  return text === line.text ? line : rewritten(line, text)
}

/** Without blank lines at the ends and the blanks that all lines begin with (reveal.js: `data-trim`). */
function trimmed(lines: readonly Line[]): readonly Line[] {
  const kept = trimBlank(lines)
  const width = Math.min(...kept.filter(({ text }) => !isBlank(text)).map(({ text }) => text.length - text.trimStart().length))
  return kept.map((line) => sliceLine(line, Math.min(width, line.text.length)))
}
