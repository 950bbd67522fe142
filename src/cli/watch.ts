import { readDeck } from '../1-source/read-deck.ts'
import { reasonOf } from '../1-source/reason.ts'
import { readBuiltScript } from '../7-output/package-file.ts'
import { type DeckWatch, watchDeck } from '../7-output/watch/watch-deck.ts'
import { diagnose } from '../diagnostics/diagnostic.ts'
import { compileDeck } from './compile-deck.ts'
import { crashOf } from './crash.ts'
import type { CompileFlags } from './flags.ts'
import { exitCodes, type Io, printDiagnostics, printNetworkNeeds, refuse, shown } from './io.ts'
import { configPaths } from './load-config.ts'
import { inputPath } from './outputs.ts'

/** `deck watch`: serves until it is interrupted. */
export async function watch(input: string, port: number, flags: CompileFlags, io: Io): Promise<number> {
  const deck = inputPath(input, io.cwd)
  if (deck === '-') return refuse('standard input cannot be watched: name the file of the deck.', io)
  const source = readDeck(deck, flags.safe)
  // What is wrong with its text can be mended while it is watched.
  if ('code' in source && source.code !== 'source/not-utf-8') {
    printDiagnostics([source], io, { textOf: () => undefined })
    return exitCodes.errors
  }
  let running: DeckWatch
  try {
    running = await watchDeck({
      always: [deck, ...configPaths(deck)],
      port,
      // The server has the page alone.
      compile: () => compileDeck(deck, { ...flags, assets: 'inline' }, io),
      clientScript: readBuiltScript('preview'),
      shown: (path) => shown(path, io.cwd),
      onThrow: (thrown) => crashOf(thrown, { doing: 'showed', file: deck }, io.cwd),
      onBuild: (diagnostics, textOf, ms, page) => {
        const counted = printDiagnostics(diagnostics, io, { textOf, verbose: flags.verbose === true })
        io.stderr(`${shown(deck, io.cwd)}  built in ${ms.toFixed(0)} ms${counted ? `, ${counted}` : ''}\n`)
        if (page) printNetworkNeeds(page, io)
      },
    })
  } catch (error) {
    printDiagnostics([diagnose('command/no-server', { port, reason: reasonOf(error) })], io, { textOf: () => undefined })
    return exitCodes.errors
  }
  io.stderr(`watching: open ${running.url} (Ctrl+C ends)\n`)
  await interrupted()
  await running.close()
  return exitCodes.well
}

const interrupted = (): Promise<void> =>
  new Promise((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
