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
  const all: Diagnostic[][] = []
  const texts: TextOf[] = []
  for (const deck of decks) {
    const compilation = await compileDeck(deck, flags, io)
    if ('code' in compilation) {
      all.push([compilation])
      continue
    }
    const { diagnostics, textOf } = compilation
    const differences = flags.compat ? (await import('../compat.ts')).differencesFromHovercraft(compilation) : []
    all.push([...diagnostics.map(withNetworkAsWarning), ...differences])
    texts.push(textOf)
  }
  const wanted: (readonly Diagnostic[])[] = []
  for (const found of all) wanted.push(await inOrder(found.filter(isWanted(flags)), flags))
  const textOf: TextOf = (path) => texts.map((textOf) => textOf(path)).find((text) => text !== undefined)
  print(wanted, textOf, flags, io)
  return exitCodeOf(all.flat(), flags.strict)
}

const isWanted =
  ({ verbose, compat }: CheckFlags) =>
  (found: Diagnostic): boolean =>
    found.severity !== 'info' || verbose === true || (compat === true && isAboutCompatibility(found))

const inOrder = async (diagnostics: readonly Diagnostic[], { compat }: CheckFlags): Promise<readonly Diagnostic[]> =>
  compat ? errorsFirst(diagnostics) : sortDiagnostics(diagnostics)

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

/** `found`: a list for each deck. */
function print(found: readonly (readonly Diagnostic[])[], textOf: TextOf, { format }: CheckFlags, io: Io): void {
  const decks = found.map((diagnostics) => diagnostics.map((diagnostic) => withShownPath(diagnostic, io.cwd)))
  if (format === 'json') {
    io.stdout(`${formatJson(...decks)}\n`)
    return
  }
  const told = decks.flatMap(tellOnce)
  if (format === 'github') {
    for (const one of told) io.stdout(`${formatGithub(one.diagnostic, alsoAt(one))}\n`)
    return
  }
  const near: TextOf = (path) => textOf(path) ?? textOf(`${io.cwd}/${path}`)
  for (const one of told) io.stderr(`${formatPretty(one.diagnostic, { textOf: near, colour: io.colour }, alsoAt(one))}\n\n`)
  io.stderr(`${summary(decks)}\n`)
}

function summary(decks: readonly (readonly Diagnostic[])[]): string {
  const infos = decks.flatMap(tellKindsOnce).filter(({ diagnostic: { severity } }) => severity === 'info').length
  const notes = infos === 0 ? '' : `${infos} note${infos === 1 ? '' : 's'}`
  return [countDiagnostics(...decks) || 'no errors, no warnings', notes].filter(Boolean).join(', ')
}
