import type { TokenizeContext } from 'micromark-util-types'
import { dedent, type Line } from '../../../../1-source/source.ts'
import { converterOf } from '../../../syntax/directives/read-options.ts'
import { sliceLine } from '../../../syntax/sliced-lines.ts'
import { codes } from '../../micromark/codes.ts'
import type { Container } from '../../micromark/document.ts'
import { lineHere, type Reading, restOfLine } from '../../micromark/reading.ts'
import type { Construct } from '../construct.ts'
import { type BlockStart, blockFromMarkdown, exitDirective, isTooDeep, type OpenDirective, openDirectives } from './block.ts'
import { readFence } from './fences/read-fence.ts'
import { readDirectiveBlock } from './read-directive.ts'

/** `:::name[argument]{options}` … `:::`, in the syntax of several tools (fences/). */
export const fencedDirective: Construct = {
  name: 'fencedDirective',
  syntax: (reading) => ({ document: { [codes.colon]: fenced(reading) } }),
  mdast: [blockFromMarkdown],
  blocks: { directiveBlock: readDirectiveBlock },
}

/** Directives whose body is no Markdown. */
const literalBodies: ReadonlySet<string> = new Set(
  'code code-block sourcecode math raw csv-table eval-rst rst parsed-literal line-block meta role unicode'.split(' '),
)

const fenced = (reading: Reading): Container => ({
  name: 'fencedDirective',
  pierces: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      const line = lineHere(this, reading)
      const fence = line.text.startsWith(':::') ? readFence(line, 0) : undefined
      if (!fence || isTooDeep(this.parser.around())) return nok(code)
      if (this.containerState) this.containerState.directive = openDirective(fence.colons, fence.opening.name, reading)
      const read: BlockStart = { head: { ...fence.opening, line }, lead: undefined, endsItself: false }
      effects.enter('directiveBlock', { _container: true, read })
      return restOfLine(effects, 'directiveFence', ok)(code)
    }
  },
  continuation: {
    tokenize(effects, ok) {
      return (code) => {
        const open = this.containerState?.directive
        const option = open && optionHere(open, this, reading)
        if (option) return restOfLine(effects, 'directiveOption', ok, { read: option })(code)
        const isBody = open?.isLiteral && !endsLiteral(open, lineHere(this, reading))
        return isBody ? restOfLine(effects, 'directiveBody', ok)(code) : ok(code)
      }
    },
  },
  exit: exitDirective,
  endsAt({ around, index }) {
    const own = around[index]?.state.directive
    const line = lineHere(this, reading)
    const colons = colonsIn(line)
    if (!own || colons === 0) return undefined
    if (own.isLiteral) return endsLiteral(own, line) ? line.text.length : undefined
    if (own.colons === colons) return line.text.length
    // A row of colons that is none's ends the innermost, which is asked first.
    return openDirectives(around).every((open) => open.colons !== colons) ? line.text.length : undefined
  },
})

const openDirective = (colons: number, name: string, { findDirective }: Reading): OpenDirective => ({
  colons,
  isLiteral: literalBodies.has(name.toLowerCase()),
  options: findDirective(name)?.options ?? 'none',
})

/** A line of colons alone, and how many; 0 where it is none. */
const colonsIn = ({ text }: Line): number => /^ {0,3}(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0

const endsLiteral = ({ colons }: OpenDirective, line: Line): boolean => colonsIn(line) >= colons

/** The line as an option of the directive above: lines are from the first on whose name the directive declares. */
function optionHere(open: OpenDirective, self: TokenizeContext, reading: Reading): Line | undefined {
  const { options } = open
  if (options === 'none') return undefined
  const line = lineHere(self, reading)
  const text = line.text.trim()
  const name = /^:([A-Za-z][\w-]*):(?:\s|$)/.exec(text)?.[1]
  if (name === undefined || (options !== 'any' && !converterOf(options, name.toLowerCase()))) {
    open.options = 'none'
    return undefined
  }
  open.options = 'any'
  return sliceLine(dedent(line, line.text.indexOf(':')), 0, text.length)
}
