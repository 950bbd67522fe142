import type { Command } from 'commander'
import { addCompileCommand, type CompileFlags } from './flags.ts'
import { type Io, refuse } from './io.ts'

/** What can be looked at; exactly one is asked for. */
export const views = ['tree', 'deck', 'layout', 'map', 'presses', 'layers', 'schema'] as const
export type View = (typeof views)[number]

export const addInspectCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  addCompileCommand(program, 'inspect')
    .description('print what a deck is understood as, the layers of a drawing, or what a deck may say')
    .argument('[input]', 'a deck (.rst, .md), a drawing (.svg) with --layers, or - for standard input; none with --schema')
    .option('--tree', 'the document tree as docutils’ pseudo-XML')
    .option('--deck', 'the deck and its steps as JSON')
    .option('--layout', 'where each step stands, as a table')
    .option('--map', 'the camera’s way as an SVG drawing')
    .option('--presses', 'what each press of the key changes, as a table')
    .option('--layers', 'the groups of a drawing with their ids, labels and sizes')
    .option('--schema', 'the fields and options there are, as JSON Schema')
    .action(async (input: string | undefined, flags: CompileFlags & Partial<Record<View, boolean>>) => {
      const wanted = views.filter((view) => flags[view])
      const [view] = wanted
      if (view === undefined || wanted.length > 1) {
        return finish(refuse(`say what to look at: one of ${views.map((name) => `--${name}`).join(', ')}.`, io))
      }
      if (input === undefined && view !== 'schema') {
        return finish(refuse("missing required argument 'input'", io))
      }
      const { inspect } = await import('./inspect.ts')
      finish(await inspect(input ?? '', view, flags, io))
    })
}
