import type { LiteralBlock } from '../../nodes.ts'
import { textIn } from '../../syntax/print/print-report.ts'
import { asRst, type BlockPrinters } from './printer.ts'
import { literalDirective, longest, verbatim } from './stringify.ts'

export const codePrinters: BlockPrinters<'literal_block' | 'math_block' | 'raw'> = {
  literal_block: (node) => {
    const info = infoOf(node)
    if (info === undefined) return asRst(node)
    const source = textIn(node)
    const mark = '`'.repeat(longest(source, /`{3,}/g, 2) + 1)
    return [verbatim(`${mark}${info}\n${source}\n${mark}`)]
  },
  math_block: (node) => {
    const source = textIn(node)
    const isOwn = !node.classes?.length && node.equation === undefined && !source.includes('$$')
    return isOwn ? [verbatim(`$$\n${source}\n$$`)] : asRst(node)
  },
  raw: (node, printer) => {
    if (node.classes?.length) return asRst(node)
    if (node.source !== undefined) return [literalDirective('raw', node.format, { file: printer.fileFrom(node.source) })]
    return [literalDirective('raw', node.format, {}, textIn(node))]
  },
}

/** What follows the fence: the language, lines to mark, numbers. Undefined for what a fence cannot say. */
function infoOf(node: LiteralBlock): string | undefined {
  const [code, language = '', ...classes] = node.classes ?? []
  const { 'emphasize-lines': emphasized, ...rest } = node.listing ?? {}
  const isText = node.children.every(({ type }) => type === 'text' || type === 'line_number')
  if (!isText || Object.keys(rest).length > 0 || (code !== undefined && code !== 'code')) return undefined
  const number = node.children.find(({ type }) => type === 'line_number')
  const first = number?.type === 'line_number' ? number.number.trim() : ''
  if (code === undefined) return first || emphasized ? undefined : ''
  const isOwnLanguage = language !== '' && /^[^\s{[`]+$/.test(language)
  if (!isOwnLanguage) return undefined
  if (classes.length > 0) {
    if (first || emphasized || ![language, ...classes].every((name) => /^[^\s{}=,"'#.][^\s{}=,"']*$/.test(name))) return undefined
    return `{${[language, ...classes].map((name) => `.${name}`).join(' ')}}`
  }
  if (emphasized !== undefined && !/^[\d,-]+$/.test(emphasized)) return undefined
  const words = [
    ...(emphasized === undefined ? [] : [`{${emphasized}}`]),
    ...(first ? [first === '1' ? 'showLineNumbers' : `showLineNumbers=${first}`] : []),
  ]
  return [language, ...words].join(' ')
}
