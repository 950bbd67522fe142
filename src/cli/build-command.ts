import type { Command } from 'commander'
import { addCompileCommand, type CompileFlags } from './flags.ts'
import type { Io } from './io.ts'

export interface BuildFlags extends CompileFlags {
  readonly output?: string
  readonly lenient?: boolean
}

export const addBuildCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  addCompileCommand(program, 'build')
    .description('compile decks to HTML, each one file that needs no network')
    .argument(
      '<inputs...>',
      'decks (.rst, .md), a folder of them, or - for standard input; as with Hovercraft, a last folder is the target',
    )
    .option('-o, --output <path>', 'file to write (folder for several decks, - for standard output); default: beside the deck')
    .option('--lenient', 'end well whatever is wrong with a deck, as long as its page was written')
    .action(async (inputs: string[], flags: BuildFlags) => {
      const { build } = await import('./build.ts')
      finish(await build(inputs, flags, io))
    })
}
