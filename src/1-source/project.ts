import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const marks = ['deck.config.mjs', 'deck.config.js', 'package.json']

/** The project a file belongs to: the nearest folder upwards that holds package.json or deck.config.*; undefined where there is none. */
export function projectRoot(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (marks.some((mark) => existsSync(join(folder, mark)))) return folder
    if (dirname(folder) === folder) return undefined
  }
}
