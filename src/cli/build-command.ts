import type { Command } from 'commander'
import { addCompileCommand, type CompileFlags } from './flags.ts'
import type { Io } from './io.ts'

export const addBuildCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  addCompileCommand(program, 'build')
    .description('compile decks to HTML, each one file that needs no network')
    .argument(
      '<inputs...>',
      'decks (.rst, .md), a folder of them, or - for standard input; as with Hovercraft, a last folder is the target',
    )
    .option('-o, --output <path>', 'file to write (folder for several decks, - for standard output); default: beside the deck')
    .action(async (inputs: string[], flags: CompileFlags & { output?: string }) => {
      const { build } = await import('./build.ts')
      finish(await build(inputs, flags, io))
    })
}
