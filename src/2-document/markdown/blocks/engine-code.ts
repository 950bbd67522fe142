import type { Code } from 'mdast'
import type { Line } from '../../../1-source/source.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { readYamlFields } from '../deck/yaml-fields.ts'
import { engines } from '../dialects/quarto.ts'

/** Code that Quarto or knitr would run. */
export interface EngineCode {
  readonly language: string
  /** Without the lines that hold options. */
  readonly lines: readonly Line[]
  /** Whether the code itself is shown. */
  readonly isShown: boolean
  /** `1,3-5|7`, `true` */
  readonly lineNumbers: string | undefined
  /** The name of the file that it stands for. */
  readonly filename: string | undefined
}

const opening = /^\{+[ \t]*([A-Za-z][\w-]*)(?=[\s,}])([^}]*)\}+[ \t]*$/

/** What an option's line begins with, in each language's comments (Quarto: cell options). */
const optionMark = /^[ \t]*(?:#|\/\/|%%|--)\|[ \t]?/

/** ```` ```{r} ````, ```` ```{r label, echo=FALSE} ````, ```` ```{{python}} ````, with `#| name: value` lines; undefined for another fence. */
export function readEngineCode(info: Line, code: readonly Line[], node: Code, context: MarkdownContext): EngineCode | undefined {
  const [, language = '', header = ''] = opening.exec(info.text) ?? []
  const isEngine = engines.has(language) || (language !== '' && context.slides.dialect === 'quarto')
  if (!isEngine || context.findDirective(language)) return undefined
  const end = code.findIndex(({ text }) => !optionMark.test(text))
  const marked = code.slice(0, end < 0 ? code.length : end)
  const options = new Map([...headerOptions(header), ...lineOptions(marked)])
  const isOff = (name: string): boolean => /^(?:f|false)$/i.test(options.get(name) ?? '')
  const isShown = (options.has('echo') ? !isOff('echo') : !context.slides.hidesCode || info.text.startsWith('{{')) && !isOff('include')
  const isRun = !isOff('eval') && !isOff('include') && !info.text.startsWith('{{')
  if (isRun) remark(context, 'markdown/code-not-run', { language, isShown }, placeOf(node, context))
  const below = code.slice(marked.length)
  const lines = marked.length > 0 && below[0]?.text === '' ? below.slice(1) : below
  const text = (name: string) => options.get(name)
  return { language: languageOf(language), lines, isShown, lineNumbers: text('code-line-numbers'), filename: text('filename') }
}

/** Observable's cells are JavaScript. */
const languages: ReadonlyMap<string, string> = new Map(
  Object.entries({ ojs: 'js', observable: 'js', node: 'js', Rcpp: 'cpp', R: 'r', webr: 'r', pyodide: 'python' }),
)

/** In the browser run Pyodide and WebR: `{pyodide-python}`, `{webr-r}`. */
const languageOf = (engine: string): string => {
  const language = engine.replace(/^(?:pyodide|webr)-/, '')
  return languages.get(language) ?? language
}

/** knitr's `label, echo=FALSE, fig.cap="…"`. */
const headerOptions = (header: string): [string, string][] =>
  [...header.matchAll(/([\w.-]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s,"']+))/g)].map(([, name = '', double, single, bare]) => [
    name.replaceAll('.', '-'),
    double ?? single ?? bare ?? '',
  ])

/** Options are YAML; what is switched off has no value there. */
function lineOptions(marked: readonly Line[]): [string, string][] {
  const { fields = [], names = [] } =
    readYamlFields(marked.map((line) => sliceLine(line, optionMark.exec(line.text)?.[0].length ?? 0))) ?? {}
  const values = new Map(fields.map(({ name, value }) => [name, value]))
  return names.map(({ name }) => [name, values.get(name) ?? 'false'])
}

/**
 * Whether the code shows nothing, by what stands in its first line and those of its options: most decks begin with a block that sets things up.
 * `hidesCode`: whether the deck hides all that does not say otherwise.
 */
export const isHiddenCode = ({ lang, meta, value }: Code, hidesCode = false): boolean => {
  const head = `${lang ?? ''} ${meta ?? ''}`
  if (!/^\{[A-Za-z][\w-]*(?=[\s,}]|$)/.test(head)) return false
  if (hidesCode) return !/\becho[ \t]*=[ \t]*T/.test(head) && !optionOf('(?:true|fenced)\\b').test(value)
  return /\b(?:echo|include)[ \t]*=[ \t]*F(?:ALSE)?\b/.test(head) || optionOf('false\\b').test(value)
}

/** An option `echo` or `include` with this value among the lines at the code's start. */
const optionOf = (value: string): RegExp =>
  new RegExp(`^(?:[ \\t]*(?:#|//|%%|--)\\|.*\\n)*[ \\t]*(?:#|//|%%|--)\\|[ \\t]*(?:echo|include):[ \\t]*${value}`)
