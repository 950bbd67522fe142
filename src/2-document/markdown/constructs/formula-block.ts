import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding } from 'micromark-util-character'
import type { State, Construct as Syntax } from 'micromark-util-types'
import { isBlank } from '../lines.ts'
import { lineHere, pieces, type Reading, restOfLine } from '../micromark/reading.ts'

/** The last line of a formula: dollars at its end, and perhaps Quarto's label behind them. */
export const formulaEnd = /^(.*?)((?<!\$)\${2,}[ \t]*(?:\{[^{}]*\})?[ \t]*)$/

/** What no formula goes on behind: a slide begins there. */
const slideBegins = /^(?:-{3,}[ \t]*|#{1,6}[ \t].*)$/

/**
 * `$$`, lines of a formula, `$$`. Text may stand behind the first dollars and before the last ones, a label behind them
 * (Quarto: `$$ {#eq-a}`). A formula that is never closed ends at the next blank line (blocks/math.ts says so).
 */
export const formulaBlock = (reading: Reading): Syntax => {
  const ends = endsOf(reading)
  return {
    name: 'mathFlow',
    concrete: true,
    tokenize(effects, ok, nok) {
      let last = 0
      let isClosed = false
      const after: State = (code) => {
        effects.exit('mathFlow')
        return ok(code)
      }
      const goOn: Syntax = {
        partial: true,
        tokenize(inner, more, over) {
          const first: State = (code) => (this.parser.lazy[this.now().line] || this.now().line > last ? over(code) : more(code))
          return (code) => {
            inner.enter('lineEnding')
            inner.consume(code)
            inner.exit('lineEnding')
            return first
          }
        },
      }
      const lineEnd: State = (code) => (code === null ? after(code) : effects.attempt(goOn, line, after)(code))
      const line: State = (code) => factorySpace(effects, content, 'linePrefix')(code)
      const content: State = (code) => {
        if (code === null) return after(code)
        if (markdownLineEnding(code)) return lineEnd(code)
        const [, words = '', fence] = (isClosed && this.now().line === last && formulaEnd.exec(lineHere(this, reading).text)) || []
        if (fence === undefined) return restOfLine(effects, 'mathFlowValue', lineEnd)(code)
        return pieces(
          effects,
          [
            ['mathFlowValue', words.length],
            ['mathFlowFence', fence.length],
          ],
          after,
        )(code)
      }
      return (code) => {
        const { text } = lineHere(this, reading)
        const [dollars, rest = ''] = /^\${2,}(.*)$/.exec(text) ?? []
        if (dollars === undefined || rest.includes('$')) return nok(code)
        const { line: number } = this.now()
        const end = ends().closing[number]
        // A price is no formula.
        if (end === undefined && !isBlank(rest)) return nok(code)
        isClosed = end !== undefined
        last = end ?? ends().blank[number] ?? number
        effects.enter('mathFlow')
        // Which lines of it light up when (Slidev).
        const stages = reading.dialect === 'slidev' ? (/^[ \t]*\{[\w|,*-]*\}[ \t]*(?:\{[^{}]*\})?[ \t]*$/.exec(rest)?.[0].length ?? 0) : 0
        return pieces(effects, [['mathFlowFence', text.length - rest.length + stages]], this.interrupt ? after : content)(code)
      }
    },
  }
}

interface Ends {
  /** By line: the next one below it that closes a formula, before a slide begins. */
  readonly closing: readonly (number | undefined)[]
  /** By line: the last one of its block. */
  readonly blank: readonly number[]
}

/** Read once, from below, where the text has a formula. */
function endsOf({ lines }: Reading): () => Ends {
  let found: Ends | undefined
  return () => {
    found ??= readEnds(lines.map(({ text }) => text))
    return found
  }
}

function readEnds(lines: readonly string[]): Ends {
  const closing: (number | undefined)[] = []
  const blank: number[] = []
  let next: number | undefined
  let end = lines.length
  for (let number = lines.length; number > 0; number--) {
    const text = (lines[number - 1] ?? '').replace(/^[ \t>]*/, '')
    closing[number] = next
    if (slideBegins.test(text)) next = undefined
    else if (formulaEnd.test(text)) next = number
    if (isBlank(text)) end = number - 1
    blank[number] = end
  }
  return { closing, blank }
}
