import type { Command } from 'commander'
import { addCompileCommand, type CompileFlags } from './flags.ts'
import { type Io, refuse } from './io.ts'

export const addWatchCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  addCompileCommand(program, 'watch')
    .description('show the deck in a browser and again after every change')
    .argument('<deck>', 'the deck (.rst, .md)')
    .option('-p, --port <number>', 'port on 127.0.0.1 (0: any free one)', '8000')
    .action(async (input: string, flags: CompileFlags & { port: string }) => {
      // Hovercraft took an address too; this server has but one.
      const port = Number(flags.port.replace(/^(127\.0\.0\.1|localhost):/, ''))
      if (!Number.isInteger(port) || port < 0 || port > 65_535) {
        return finish(refuse(`“${flags.port}” is not a port: write a number from 0 to 65535.`, io))
      }
      const { watch } = await import('./watch.ts')
      finish(await watch(input, port, flags, io))
    })
}
