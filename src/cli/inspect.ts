import { readRegularFile, tellDoubt, tellUnread, textLimit } from '../1-source/open-file.ts'
import { toPseudoXml } from '../2-document/pseudo-xml.ts'
import { pressTable } from '../3-deck/press-table.ts'
import { deckSchema } from '../3-deck/schema.ts'
import { layoutMap } from '../5-layout/map.ts'
import { layoutTable } from '../5-layout/table.ts'
import type { Compilation } from '../compile.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { inPhase } from '../diagnostics/phase.ts'
import { compileDeck } from './compile-deck.ts'
import type { CompileFlags } from './flags.ts'
import type { View } from './inspect-command.ts'
import { exitCodeOf, exitCodes, type Io, printDiagnostics } from './io.ts'
import { inputPath } from './outputs.ts'

/** `deck inspect`: the view on stdout, what is wrong on stderr; 1 if there are errors. */
export async function inspect(input: string, view: View, flags: CompileFlags, io: Io): Promise<number> {
  if (view === 'layers') return inspectLayers(input, io)
  if (view === 'schema') {
    io.stdout(`${JSON.stringify(deckSchema(), null, 2)}\n`)
    return exitCodes.well
  }
  const compilation = await compileDeck(inputPath(input, io.cwd), flags, io)
  if ('code' in compilation) return failed([compilation], io)
  printDiagnostics(compilation.diagnostics, io, { textOf: compilation.textOf, verbose: flags.verbose === true })
  io.stdout(`${printView(compilation, view).trimEnd()}\n`)
  return exitCodeOf(compilation.diagnostics)
}

const printView = ({ document, deck, canvas, placements }: Compilation, view: Exclude<View, 'layers' | 'schema'>): string => {
  switch (view) {
    case 'tree':
      return toPseudoXml(document)
    case 'deck':
      return JSON.stringify(deck, null, 2)
    case 'layout':
      return layoutTable(deck.steps, placements)
    case 'presses':
      return pressTable(deck.steps)
    case 'map':
      return layoutMap(deck.steps, placements, canvas)
  }
}

async function inspectLayers(input: string, io: Io): Promise<number> {
  const { layersOf, printLayers } = await import('../4-look/drawings/layers.ts')
  const path = inputPath(input, io.cwd)
  const bytes = path === '-' ? await io.stdin(textLimit) : readRegularFile(path)
  if ('why' in bytes) return failed([tellUnread(input, bytes) ?? diagnose('source/not-found', { path: input, tried: [path] })], io)
  const doubt = tellDoubt(input, bytes)
  if (doubt) return failed([{ ...doubt, severity: 'error' }], io)
  const layers = inPhase({ doing: 'read the layers of', file: path }, () => layersOf(bytes, input))
  if ('code' in layers) return failed([layers], io)
  io.stdout(printLayers(layers))
  return exitCodes.well
}

const failed = (diagnostics: readonly Diagnostic[], io: Io): number => {
  printDiagnostics(diagnostics, io, { textOf: () => undefined })
  return exitCodeOf(diagnostics)
}
