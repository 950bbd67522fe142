import type { Line } from '../../../1-source/source.ts'
import { parseInteger } from '../../syntax/directives/options.ts'
import { classesIn, readAttributes, valueIn } from '../attributes.ts'
import { type MarkdownContext, remark } from '../context.ts'
import type { EngineCode } from './engine-code.ts'

/** What a code block's first line says. */
export interface Info {
  readonly language: string
  readonly classes: readonly string[]
  /** The first line's number, where lines are numbered. */
  readonly numbers: number | undefined
  /** `1,3-5` */
  readonly emphasized: string | undefined
  /** The name of the file that it stands for. */
  readonly filename?: string | undefined
}

export function readInfo(info: Line, context: MarkdownContext): Info {
  const { text } = info
  const brace = text.indexOf('{')
  const attributes = brace === 0 ? readAttributes(info, brace) : undefined
  if (attributes) {
    const [language = '', ...classes] = classesIn(attributes)
    const numbered = classes.some((name) => /^number-?lines$/i.test(name))
    const first = parseInteger(valueIn(attributes, 'startFrom') ?? '1') ?? 1
    const lines = lineNumbers(valueIn(attributes, 'code-line-numbers') ?? valueIn(attributes, 'data-line-numbers'), info, context)
    return {
      language,
      classes: classes.filter((name) => !/^number-?lines$/i.test(name)),
      numbers: numbered || lines.isNumbered ? first : undefined,
      emphasized: lines.emphasized,
      filename: valueIn(attributes, 'filename'),
    }
  }
  const language = /^[^\s{[]*/.exec(text)?.[0] ?? ''
  const rest = text.slice(language.length)
  const stages = /\{([\d,\s\-|*a-z]*)\}/.exec(rest)?.[1] ?? /^\s*\[([\d,\s\-|]+)\]/.exec(rest)?.[1]
  const numbered = /\bshowLineNumbers\b|\blinenos\b|\bline-numbers\b|\blines:\s*true/.test(rest)
  const start = /showLineNumbers\s*[={]\s*(\d+)|startLine:\s*(\d+)/.exec(rest)
  return {
    language,
    classes: [],
    numbers: numbered ? Number(start?.[1] ?? start?.[2] ?? 1) : undefined,
    emphasized: firstStage(stages, info, context),
  }
}

/** `1,3-5` of `1,3-5|7`. */
function firstStage(stages: string | undefined, info: Line, context: MarkdownContext): string | undefined {
  if (stages?.includes('|')) remark(context, 'markdown/code-steps', { text: stages }, positionOfInfo(info))
  const first = stages?.split('|')[0]?.replaceAll(' ', '')
  return first && /^[\d,-]+$/.test(first) ? first : undefined
}

/** Quarto's `code-line-numbers`, reveal.js' `data-line-numbers`: lines to mark; numbers beside all of them, as `true` asks for. */
export function lineNumbers(value: string | undefined, info: Line, context: MarkdownContext) {
  const isNumbered = value !== undefined && value !== 'false'
  return { isNumbered, emphasized: firstStage(isNumbered ? value : undefined, info, context) }
}

/** What a block that another tool would run says of itself. */
export function engineInfo({ language, lineNumbers: value, filename }: EngineCode, info: Line, context: MarkdownContext): Info {
  const lines = lineNumbers(value, info, context)
  return { language, classes: [], numbers: lines.isNumbered ? 1 : undefined, emphasized: lines.emphasized, filename }
}

const positionOfInfo = (info: Line) => {
  const { text, source } = info
  const start = { line: info.number, column: info.indent + 1, offset: info.start + info.indent }
  return { start, end: { ...start, column: start.column + text.length, offset: start.offset + text.length }, source: source.path }
}
