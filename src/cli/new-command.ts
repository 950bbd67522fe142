import type { Command } from 'commander'
import type { Io } from './io.ts'

export const addNewCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  program
    .command('new')
    .description('start a talk: a deck that builds, a drawing, a style sheet to change, a workflow for GitHub Pages')
    .argument('<folder>', 'where to write it; a folder that is not there yet, or is empty')
    .option('--markdown', 'the deck in Markdown instead of reStructuredText')
    .action(async (folder: string, flags: { markdown?: boolean }) => {
      const { newDeck } = await import('./new.ts')
      finish(newDeck(folder, flags.markdown ? 'markdown' : 'rst', io))
    })
}
