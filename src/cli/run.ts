import { Command, CommanderError } from 'commander'
import { reasonOf } from '../1-source/reason.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { version } from '../version.ts'
import { addBuildCommand } from './build-command.ts'
import { addCheckCommand } from './check-command.ts'
import { addConvertCommand } from './convert-command.ts'
import { crashOf } from './crash.ts'
import { addExportCommand } from './export-command.ts'
import { addInspectCommand } from './inspect-command.ts'
import { exitCodeOf, exitCodes, type Io, printDiagnostics } from './io.ts'
import { addNewCommand } from './new-command.ts'
import { addWatchCommand } from './watch-command.ts'

/** argv → exit code: 0 well, 1 the deck has errors, 2 wrong use, 70 the program itself is at fault. Throws nothing. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.well
  const program = new Command('deck')
    .description('Turns a text deck (reStructuredText in the Hovercraft! style, or Markdown) into a 3D presentation in one HTML file.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout(text), writeErr: io.stderr })
    .showHelpAfterError('(deck --help lists what there is)')
  const finish = (code: number): void => {
    exitCode = code
  }
  for (const add of [
    addBuildCommand,
    addWatchCommand,
    addExportCommand,
    addCheckCommand,
    addInspectCommand,
    addConvertCommand,
    addNewCommand,
  ])
    add(program, io, finish)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.well : exitCodes.wrongUse
    return crash(error, argv, io)
  }
}

/** For what is thrown where no promise catches it. */
export const crash = (thrown: unknown, argv: readonly string[], io: Io): number =>
  complain(crashOf(thrown, { doing: 'ran', file: ['deck', ...argv].join(' ') }, io.cwd), io)

/** For data that standard output did not take. */
export const outputFailed = (error: unknown, io: Io): number => complain(diagnose('command/no-output', { reason: reasonOf(error) }), io)

const complain = (problem: Diagnostic, io: Io): number => {
  printDiagnostics([problem], io, { textOf: () => undefined })
  return exitCodeOf([problem])
}
