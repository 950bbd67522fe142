import type { LiteralBlock, Node } from '../../nodes.ts'
import type { Equation, Listing } from '../../our-fields.ts'
import { childrenOf, indented, textIn } from '../../syntax/print/print-report.ts'
import { type BlockPrinters, classesOf, classOption, directive, given, type Options, type RstPrinter, withClass } from './printer.ts'

export const literalPrinters: BlockPrinters<'literal_block' | 'doctest_block' | 'math_block' | 'raw'> = {
  literal_block: (node, printer) => {
    if (textIn(node).trim() === '') {
      printer.cannotSay('code without a text', node)
      return ''
    }
    const isMarked = node.children.some(({ type }) => type !== 'text' && type !== 'line_number')
    if (isMarked) return directive('parsed-literal', '', classOption(node, printer), printer.inline(node.children, true))
    const isNumbered = node.children.some(({ type }) => type === 'line_number')
    if (node.classes?.[0] === 'code' || isNumbered) return code(node, printer)
    return withClass(node, `::\n\n${indented(sourceOf(node, false, printer), '    ')}`, printer)
  },
  doctest_block: (node, printer) => withClass(node, textIn(node), printer),
  math_block: (node, printer) => {
    const options = [...classOption(node, printer), ...optionsOf(node.equation)]
    // A blank line would begin another formula; in a formula it means nothing.
    return directive(
      'math',
      '',
      options,
      textIn(node)
        .replace(/\n(?:[ \t]*\n)+/g, '\n')
        .replace(/^\n|\s+$/g, ''),
    )
  },
  raw: (node, printer) => {
    const options = classOption(node, printer)
    if (node.source !== undefined) return directive('raw', node.format, [['file', printer.fileFrom(node.source)], ...options])
    return directive('raw', node.format, options, textIn(node).replace(/^(?:[ \t]*\n)+|\s+$/g, ''))
  },
}

/** What other tools take at a code block, as it was given. */
const optionsOf = (given: Listing | Equation = {}): Options =>
  Object.entries(given).map(([name, value]) => [name, value === true ? '' : String(value)])

function code(node: LiteralBlock, printer: RstPrinter): string {
  const [, language = '', ...classes] = node.classes ?? []
  const isIndented = everyLineIndented(textIn(node))
  const number = childrenOf(node).find(({ type }) => type === 'line_number')
  const rest = classesOf({ ...node, classes: isIndented && language ? [language, ...classes] : classes }, printer)
  const options = [
    ...given(['number-lines', number?.type === 'line_number' ? number.number.trim() : undefined]),
    ...optionsOf(node.listing),
    ...given(['class', rest || undefined]),
  ]
  // An option is what the indentation of the code is measured by.
  return directive('code', isIndented ? '' : language, options, sourceOf(node, options.length > 0, printer))
}

const everyLineIndented = (source: string): boolean => source !== '' && source.split('\n').every((line) => line === '' || /^\s/.test(line))

/** The code as it can stand in an indented block. */
function sourceOf(node: Node, isAnchored: boolean, { cannotSay }: RstPrinter): string {
  const source = textIn(node)
  if (source.includes('\t')) cannotSay('a tab in code', node)
  if (/^\s*\n/.test(source)) cannotSay('a blank line at the start of code', node)
  else if (!isAnchored && everyLineIndented(source)) cannotSay('an indentation of all lines of code', node)
  return source.replace(/^(?:[ \t]*\n)+/, '').replace(/\t/g, '        ')
}
