import type { Command } from 'commander'
import type { DialectName } from '../2-document/markdown/dialects/names.ts'
import { dialectOption } from './flags.ts'
import type { Io } from './io.ts'

export interface ConvertFlags {
  readonly force?: boolean
  readonly dialect?: DialectName
}

export const addConvertCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  program
    .command('convert')
    .description('write a deck in the other language: reStructuredText as Markdown, Markdown as reStructuredText')
    .argument('<input>', 'a deck (.rst, .md)')
    .argument('[output]', 'file to write; its ending says the language. Default: standard output, in the other language')
    .option('-f, --force', 'write over a file that is there')
    .addOption(dialectOption())
    .action(async (input: string, output: string | undefined, flags: ConvertFlags) => {
      const { convert } = await import('./convert.ts')
      finish(await convert(input, output, flags, io))
    })
}
