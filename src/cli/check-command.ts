import type { Command } from 'commander'
import type { DiagnosticFormat } from '../diagnostics/format.ts'
import { addCompileCommand, type CompileFlags } from './flags.ts'
import { type Io, refuse } from './io.ts'

const formats: readonly string[] = ['pretty', 'json', 'github'] satisfies DiagnosticFormat[]

export interface CheckFlags extends CompileFlags {
  readonly format: DiagnosticFormat
  readonly strict?: boolean
  readonly compat?: boolean
}

export const addCheckCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  addCompileCommand(program, 'check')
    .description('say what is wrong with decks, without writing anything')
    .argument('<inputs...>', 'decks (.rst, .md), a folder of them, or - for standard input')
    .option('-f, --format <format>', 'pretty (stderr), json or github (stdout)', 'pretty')
    .option('--strict', 'fail on warnings too')
    .option('--compat', 'list what differs from Hovercraft on purpose, and where')
    .action(async (inputs: string[], flags: CheckFlags & { format: string }) => {
      if (!formats.includes(flags.format)) {
        return finish(refuse(`“${flags.format}” is not a format: write pretty, json or github.`, io))
      }
      const { check } = await import('./check.ts')
      finish(await check(inputs, flags, io))
    })
}
