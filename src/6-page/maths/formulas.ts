import type { Node } from '../../2-document/nodes.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import { element, type Html, raw } from '../hast.ts'

/** The formulas of one page. */
export interface Formulas {
  /** LaTeX → MathML with the source as its annotation; the visible source where it is no LaTeX (reported). */
  render(tex: string, display: boolean, position: Position | undefined): Html[]
  /** The style sheet that formulas need; '' for a page without any. */
  readonly css: string
}

/** Loads Temml for a deck that has formulas. */
export async function loadFormulas(nodes: Iterable<Node>, report: Report): Promise<Formulas> {
  let used = false
  for (const node of nodes) used ||= node.type === 'math' || node.type === 'math_block'
  if (!used) return { css: '', render: () => [] }
  const { temmlCss, toMathml } = await import('./temml.ts')
  return {
    css: temmlCss,
    render: (tex, display, position) => {
      const result = toMathml(display ? inEnvironment(tex) : tex, display)
      if ('mathml' in result) return [raw(result.mathml)]
      report(diagnose('page/bad-formula', { reason: result.problem }, position))
      return [element('code', { className: ['math-error'] }, tex)]
    },
  }
}

/** Several lines or columns without an environment stand in `align`, as docutils' pick_math_environment has it. */
function inEnvironment(tex: string): string {
  const bare = tex.replace(/\\begin\{(\w+\*?)\}.*?\\end\{\1\}/gs, '').replace(/\\[&%]/g, '')
  const lines = /\\\\/.test(bare)
  return lines || bare.includes('&')
    ? `\\begin{${bare.includes('&') ? 'align*' : 'gather*'}}${tex}\\end{${bare.includes('&') ? 'align*' : 'gather*'}}`
    : tex
}
