import type { Command } from 'commander'
import { addCompileCommand, type CompileFlags } from './flags.ts'
import { type Io, refuse } from './io.ts'

/** What a deck can be made into; one at a time. */
export const formats = ['pdf', 'png', 'notes'] as const
export type Format = (typeof formats)[number]

export interface ExportFlags extends CompileFlags {
  readonly output?: string
  readonly slides?: string
  readonly substeps?: boolean
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

export const addExportCommand = (program: Command, io: Io, finish: (code: number) => void): void => {
  addCompileCommand(program, 'export')
    .description('make a PDF, pictures or the notes of a deck, with your own Chrome or Chromium')
    .argument('<deck>', 'the deck (.rst, .md), or - for standard input')
    .option('--pdf', 'a page for each slide, with bookmarks and links (default)')
    .option('--png', 'a picture of each slide')
    .option('--notes', 'the presenter notes as Markdown; needs no browser')
    .option(
      '-o, --output <path>',
      'file to write (folder for pictures, - for standard output); default: beside the deck, notes to standard output',
    )
    .option('--slides <ranges>', 'only these, such as 3,5-7 or 9-')
    .option('--substeps', 'a page or picture for each press of the key')
    .option('--size <WxH>', 'of a picture in px, such as 1920x1080; default: the size of the stage')
    .action(async (input: string, flags: ExportFlags & Partial<Record<Format, boolean>> & { size?: string }) => {
      const wanted = formats.filter((format) => flags[format])
      const [format = 'pdf'] = wanted
      const size = sizeOf(flags.size)
      const problem =
        (wanted.length > 1 && `say what to make: one of ${formats.map((name) => `--${name}`).join(', ')}.`) ||
        (flags.size !== undefined && format !== 'png' && '--size is for pictures: write --png too.') ||
        (flags.size !== undefined && !size && `“${flags.size}” is not a size: write width and height in px, such as 1920x1080.`) ||
        (flags.substeps && format === 'notes' && '--substeps is for --pdf and --png: notes belong to a whole slide.')
      if (problem) {
        return finish(refuse(problem, io))
      }
      const { exportDeck } = await import('./export.ts')
      finish(await exportDeck(input, format, size, flags, io))
    })
}

/** Chrome's pictures end at 16,384 px. */
function sizeOf(text = ''): PictureSize | undefined {
  const [, width, height] = /^(\d{2,5})[x×](\d{2,5})$/i.exec(text) ?? []
  const size = { width: Number(width), height: Number(height) }
  return size.width > 0 && size.height > 0 && Math.max(size.width, size.height) <= 16_384 ? size : undefined
}
