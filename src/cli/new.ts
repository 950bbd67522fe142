import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DeckLanguage } from '../1-source/read-deck.ts'
import { reasonOf } from '../1-source/reason.ts'
import { startDeck } from '../7-output/new/start-deck.ts'
import { hasErrors } from '../diagnostics/format.ts'
import { exitCodes, type Io, printDiagnostics, refuse, shown } from './io.ts'

/** `deck new`: a project in a folder of its own; one that holds anything but Git's own is left alone. */
export function newDeck(given: string, language: DeckLanguage, io: Io): number {
  const folder = resolve(io.cwd, given)
  const problem = inTheWay(folder, given)
  if (problem !== undefined) return refuse(problem, io)
  const { files, deck, diagnostics } = startDeck(folder, language)
  printDiagnostics(diagnostics, io, { textOf: () => undefined })
  if (hasErrors(diagnostics)) return exitCodes.errors
  for (const file of files) io.stderr(`${shown(join(folder, file), io.cwd)}\n`)
  io.stderr(`\nShow it: deck watch ${shown(join(folder, deck), io.cwd)}\n`)
  return exitCodes.well
}

function inTheWay(folder: string, given: string): string | undefined {
  try {
    const [first] = readdirSync(folder).filter((name) => name !== '.git')
    return first === undefined ? undefined : `“${given}” is not empty (${first} …): name a folder that is not there yet.`
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return undefined
    return code === 'ENOTDIR'
      ? `“${given}” is a file: name a folder that is not there yet.`
      : `“${given}” cannot be read: ${reasonOf(error)}.`
  }
}
