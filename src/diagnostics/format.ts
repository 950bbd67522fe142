import { codeFrame, withoutControls } from './code-frame.ts'
import { type Diagnostic, type Severity, severityLevels } from './diagnostic.ts'
import { alsoAt, type Told, tellKindsOnce } from './repeated.ts'

export type DiagnosticFormat = 'pretty' | 'json' | 'github'

export interface FormatOptions {
  /** The text of a file by the path that positions carry, for code frames. */
  readonly textOf: (path: string) => string | undefined
  /** ANSI colours (a terminal that wants them). */
  readonly colour?: boolean
}

const colours: Record<Severity, string> = { info: '36', warning: '33', error: '31', severe: '31;1' }

/** `file:line:column severity code`, the sentence, a code frame, the advice, and `also`: where the same was found besides. */
export function formatPretty(diagnostic: Diagnostic, { textOf, colour = false }: FormatOptions, also?: string): string {
  const paint = (code: string, text: string): string => (colour ? `\x1b[${code}m${text}\x1b[0m` : text)
  const { position, severity } = diagnostic
  const place = position ? `${position.source}:${position.start.line}:${position.start.column} ` : ''
  const message = withoutControls(diagnostic.message)
  const parts = [
    `${paint('1', withoutControls(place))}${paint(colours[severity], severity)}: ${message} ${paint('2', `[${diagnostic.code}]`)}`,
  ]
  const text = position && textOf(position.source)
  if (position && text !== undefined) parts.push(codeFrame(text, position))
  if (diagnostic.advice) parts.push(`  ${paint('32', '→')} ${withoutControls(diagnostic.advice)}`)
  if (also) parts.push(`  ${paint('32', '→')} ${withoutControls(also)}`)
  return parts.filter((part) => part !== '').join('\n')
}

/** One line of GitHub's workflow commands, which annotate the pull request. `also`: where the same was found besides. */
export function formatGithub(diagnostic: Diagnostic, also?: string): string {
  const level = diagnostic.severity === 'info' ? 'notice' : diagnostic.severity === 'warning' ? 'warning' : 'error'
  const { position } = diagnostic
  const escapeProperty = (value: string): string => escapeData(value).replace(/:/g, '%3A').replace(/,/g, '%2C')
  const place = position
    ? ` file=${escapeProperty(position.source)},line=${position.start.line},col=${position.start.column},endLine=${position.end.line},endColumn=${position.end.column},title=${diagnostic.code}`
    : ` title=${diagnostic.code}`
  return `::${level}${place}::${escapeData([diagnostic.message, diagnostic.advice, also].filter(Boolean).join(' '))}`
}

const escapeData = (value: string): string => value.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

/**
 * One JSON document: an array of the diagnostics of these decks. What is told as one for a deck has its further places in `others`, and what it speaks of
 * in `subjects`; its advice names both.
 */
export const formatJson = (...decks: readonly (readonly Diagnostic[])[]): string =>
  JSON.stringify(decks.flatMap(tellKindsOnce).map(asData), null, 2)

function asData(told: Told): object {
  const { diagnostic, ...places } = told
  if (places.others.length === 0) return diagnostic
  return { ...diagnostic, advice: [diagnostic.advice, alsoAt(told)].filter(Boolean).join(' '), ...places }
}

/** By file, then by place, the worse first where places are equal; what has no place comes last. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (diagnostic: Diagnostic): [string, number] => [
    diagnostic.position?.source ?? '\uffff',
    diagnostic.position?.start.offset ?? 0,
  ]
  return [...diagnostics].sort((a, b) => {
    const [fileA, offsetA] = key(a)
    const [fileB, offsetB] = key(b)
    if (fileA !== fileB) return fileA < fileB ? -1 : 1
    return offsetA - offsetB || severityLevels[b.severity] - severityLevels[a.severity]
  })
}

/** Whether the deck has errors: what makes a command exit with 1. */
export const hasErrors = (diagnostics: readonly Diagnostic[], strict = false): boolean =>
  diagnostics.some(({ severity }) => severityLevels[severity] >= (strict ? 2 : 3))

/** `2 errors, 1 warning`; empty when there is nothing but infos. What is told as one for a deck counts as one. */
export function countDiagnostics(...decks: readonly (readonly Diagnostic[])[]): string {
  const told = decks.flatMap(tellKindsOnce)
  const count = (name: string, test: (severity: Severity) => boolean): string => {
    const number = told.filter(({ diagnostic: { severity } }) => test(severity)).length
    return number === 0 ? '' : `${number} ${name}${number === 1 ? '' : 's'}`
  }
  return [count('error', (severity) => severityLevels[severity] >= 3), count('warning', (severity) => severity === 'warning')]
    .filter(Boolean)
    .join(', ')
}
