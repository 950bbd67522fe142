import { relative } from 'node:path'
import type { Page } from '../6-page/page.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { countDiagnostics, formatPretty, hasErrors, sortDiagnostics } from '../diagnostics/format.ts'
import { alsoAt, tellOnce } from '../diagnostics/repeated.ts'

/** What a command may touch of the world around it. */
export interface Io {
  readonly cwd: string
  /** Data: a page, a tree, JSON, a PDF. */
  readonly stdout: (data: string | Uint8Array) => void
  /** Words for people. */
  readonly stderr: (text: string) => void
  /** Of what has more than `limit` bytes, which may have no end, no more than is needed to see it. */
  readonly stdin: (limit: number) => Promise<Uint8Array>
  /** `import()` of an author's own module, by its URL. */
  readonly importModule: (url: string) => Promise<unknown>
  /** Whether stderr is a terminal that shows colours (NO_COLOR and FORCE_COLOR are heeded). */
  readonly colour: boolean
}

/** `crashed` is sysexits.h's EX_SOFTWARE. */
export const exitCodes = { well: 0, errors: 1, wrongUse: 2, crashed: 70 } as const

/** What a command ends with that found this. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strict = false): number {
  if (diagnostics.some(({ code }) => code === 'command/crashed')) return exitCodes.crashed
  return hasErrors(diagnostics, strict) ? exitCodes.errors : exitCodes.well
}

/** Says what is wrong with the command itself, and gives the exit code for it. */
export const refuse = (problem: string, io: Io): number => {
  io.stderr(`error: ${problem}\n`)
  return exitCodes.wrongUse
}

/** A path as the person at `cwd` would write it. */
export const shown = (path: string, cwd: string): string => {
  const short = relative(cwd, path)
  return short === '' || short.startsWith('..') ? path : short
}

/** The diagnostic with its path as the person would write it. */
export const withShownPath = (diagnostic: Diagnostic, cwd: string): Diagnostic =>
  diagnostic.position ? { ...diagnostic, position: { ...diagnostic.position, source: shown(diagnostic.position.source, cwd) } } : diagnostic

/** Prints diagnostics of warning and above (infos too when `verbose`) and returns the count line, empty when there is nothing to say. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  io: Io,
  { textOf, verbose = false }: { textOf: (path: string) => string | undefined; verbose?: boolean },
): string {
  const texts = (path: string): string | undefined => textOf(path) ?? textOf(`${io.cwd}/${path}`)
  const wanted = sortDiagnostics(diagnostics).filter(({ severity }) => verbose || severity !== 'info')
  for (const one of tellOnce(wanted.map((found) => withShownPath(found, io.cwd))))
    io.stderr(`${formatPretty(one.diagnostic, { textOf: texts, colour: io.colour }, alsoAt(one))}\n\n`)
  return countDiagnostics(diagnostics)
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`

/** Named in one line; more are counted. */
const addressesNamed = 3

/** Says what a page fetches from the network, in one line; nothing where it is complete in itself. */
export function printNetworkNeeds({ remote }: Pick<Page, 'remote'>, io: Io): void {
  if (remote.length === 0) return
  const more = remote.length > addressesNamed ? ` and ${remote.length - addressesNamed} more` : ''
  io.stderr(`The page needs the network: ${remote.slice(0, addressesNamed).join(', ')}${more}.\n`)
}
