import { type Line, positionOfLines, textBlock } from '../../../1-source/source.ts'
import type { Directive, DirectiveInvocation, OptionConverter } from '../../directive.ts'
import type { MathBlock } from '../../nodes.ts'
import type { Equation } from '../../our-fields.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { flag, unchanged } from './options.ts'

/** What Sphinx takes; kept in the tree. */
const otherToolsOptions = { label: unchanged, nowrap: flag, 'no-wrap': flag } satisfies Readonly<Record<keyof Equation, OptionConverter>>

/** Formulas in LaTeX, with blank lines between them. */
export const math: Directive = {
  name: 'math',
  options: { ...classAndName, ...otherToolsOptions },
  content: true,
  run(invocation, tools) {
    const { content, options, position } = invocation
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'math' })]
    const equation = equationOf(options)
    return formulas(content).map(({ lines, text }, index) => {
      const [first] = lines
      const last = lines.at(-1)
      const place = first && last ? positionOfLines(first, last) : position
      const node: MathBlock = {
        type: 'math_block',
        'xml:space': 'preserve',
        ...classesOf(invocation),
        ...(Object.keys(equation).length ? { equation } : {}),
        children: [{ type: 'text', value: text, position: place }],
        position: place,
      }
      if (index === 0) addName(node, options['name'], tools)
      return node
    })
  },
}

const equationOf = ({ label, nowrap, 'no-wrap': noWrap }: DirectiveInvocation['options']): Equation => ({
  ...(typeof label === 'string' ? { label } : {}),
  ...(nowrap === true ? { nowrap } : {}),
  ...(noWrap === true ? { 'no-wrap': noWrap } : {}),
})

/** docutils splits at two line feeds: of an even number of blank lines, one line feed is left before the next formula. */
function formulas(content: readonly Line[]): { lines: Line[]; text: string }[] {
  const found: { lines: Line[]; text: string }[] = []
  let lines: Line[] = []
  let blanks = 0
  const close = () => {
    if (lines.length) found.push({ lines, text: textBlock(lines).text })
    lines = []
  }
  for (const line of content) {
    if (line.text === '') {
      close()
      blanks++
      continue
    }
    if (blanks > 0 && blanks % 2 === 0) lines.push({ ...line, text: '' })
    blanks = 0
    lines.push(line)
  }
  close()
  return found
}
