import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { decode } from '../1-source/decode.ts'
import { languageOf, readDeck } from '../1-source/read-deck.ts'
import { createResources } from '../1-source/resources.ts'
import { sourcesAt } from '../7-output/place.ts'
import { writeWhole } from '../7-output/write-file.ts'
import { convertDeck } from '../convert.ts'
import { inPhase } from '../diagnostics/phase.ts'
import type { ConvertFlags } from './convert-command.ts'
import { exitCodeOf, exitCodes, type Io, printDiagnostics, refuse } from './io.ts'

/** `deck convert`: the deck in the other language; on stderr what that one cannot say. */
export async function convert(input: string, output: string | undefined, { force, dialect }: ConvertFlags, io: Io): Promise<number> {
  const source = readDeck(resolve(io.cwd, input))
  if ('code' in source) {
    printDiagnostics([source], io, { textOf: () => undefined })
    return exitCodes.errors
  }
  const target = output === undefined || output === '-' ? undefined : resolve(io.cwd, output)
  if (target !== undefined && existsSync(target) && !force) return refuse(`${output} is there already; --force writes over it.`, io)
  const to = target === undefined ? (languageOf(source.path) === 'rst' ? 'markdown' : 'rst') : languageOf(target)
  const resources = createResources({ report: () => undefined })
  const readFile = (path: string, from: string, encoding?: string) => {
    const resource = resources.read(path, from, 'data')
    const decoded = resource && decode(resource.bytes, resource.path, encoding)
    return decoded && 'source' in decoded ? { path: resource.path, text: decoded.source.text } : undefined
  }
  const { text, diagnostics } = inPhase({ doing: 'converted', file: source.path }, () =>
    convertDeck(source, to, { readFile, ...(dialect ? { dialect } : {}) }),
  )
  printDiagnostics(diagnostics, io, { textOf: (path) => (path === source.path ? source.text : undefined) })
  if (target === undefined) io.stdout(text)
  else {
    const problem = writeWhole(
      { path: target, isNamed: true, limits: { sources: sourcesAt([source.path, ...resources.dependencies]) } },
      text,
    )
    if (problem) {
      printDiagnostics([problem], io, { textOf: () => undefined })
      return exitCodes.errors
    }
  }
  return exitCodeOf(diagnostics)
}
