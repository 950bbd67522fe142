import { type Diagnostic, diagnose, isAboutCompatibility } from '../diagnostics/diagnostic.ts'
import { countDiagnostics, formatGithub, formatJson, formatPretty, sortDiagnostics } from '../diagnostics/format.ts'
import { alsoAt, tellKindsOnce, tellOnce } from '../diagnostics/repeated.ts'
import type { CheckFlags } from './check-command.ts'
import { compileDeck } from './compile-deck.ts'
import { exitCodeOf, type Io, refuse, withShownPath } from './io.ts'
import { findDecks } from './outputs.ts'

type TextOf = (path: string) => string | undefined

/** `deck check`: what is wrong with the decks, without a page; exit code 1 on errors, with `--strict` on warnings too. */
export async function check(inputs: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  const { decks, problem } = findDecks(inputs, io.cwd)
  if (problem !== undefined) return refuse(problem, io)
  const all: Diagnostic[] = []
  const texts: TextOf[] = []
  for (const deck of decks) {
    const compilation = await compileDeck(deck, flags, io)
    if ('code' in compilation) {
      all.push(compilation)
      continue
    }
    all.push(...compilation.diagnostics.map(withNetworkAsWarning))
    if (flags.compat) {
      const { differencesFromHovercraft } = await import('../compat.ts')
      all.push(...differencesFromHovercraft(compilation))
    }
    texts.push(compilation.textOf)
  }
  const wanted = all.filter((found) => found.severity !== 'info' || flags.verbose || (flags.compat && isAboutCompatibility(found)))
  const textOf: TextOf = (path) => texts.map((textOf) => textOf(path)).find((text) => text !== undefined)
  print(flags.compat ? await errorsFirst(wanted) : sortDiagnostics(wanted), textOf, flags, io)
  return exitCodeOf(all, flags.strict)
}

/** A build says in a line what the page fetches; who checks a talk wants it to do without. */
const withNetworkAsWarning = (found: Diagnostic): Diagnostic =>
  found.code === 'page/remote-resource' ? { ...found, severity: 'warning' } : found

/** For who comes from Hovercraft: what it built all the same, and is an error here, before all else. */
async function errorsFirst(diagnostics: readonly Diagnostic[]): Promise<readonly Diagnostic[]> {
  const { wasTakenByHovercraft } = await import('../compat.ts')
  const sorted = sortDiagnostics(diagnostics)
  const taken = sorted.filter(wasTakenByHovercraft)
  if (taken.length === 0) return sorted
  return [...taken, diagnose('compat/taken', { count: taken.length }), ...sorted.filter((found) => !wasTakenByHovercraft(found))]
}

function print(diagnostics: readonly Diagnostic[], textOf: TextOf, { format }: CheckFlags, io: Io): void {
  const shown = diagnostics.map((diagnostic) => withShownPath(diagnostic, io.cwd))
  if (format === 'json') {
    io.stdout(`${formatJson(shown)}\n`)
    return
  }
  const told = tellOnce(shown)
  if (format === 'github') {
    for (const one of told) io.stdout(`${formatGithub(one.diagnostic, alsoAt(one))}\n`)
    return
  }
  const near: TextOf = (path) => textOf(path) ?? textOf(`${io.cwd}/${path}`)
  for (const one of told) io.stderr(`${formatPretty(one.diagnostic, { textOf: near, colour: io.colour }, alsoAt(one))}\n\n`)
  io.stderr(`${summary(diagnostics)}\n`)
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const infos = tellKindsOnce(diagnostics).filter(({ diagnostic: { severity } }) => severity === 'info').length
  const notes = infos === 0 ? '' : `${infos} note${infos === 1 ? '' : 's'}`
  return [countDiagnostics(diagnostics) || 'no errors, no warnings', notes].filter(Boolean).join(', ')
}
