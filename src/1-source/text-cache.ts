import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { version } from '../version.ts'
import { draftIn, removeOldDrafts } from './draft.ts'

/** Texts that took time to make, for the processes after this one. */
export interface TextCache {
  /** What was made of this; undefined where nothing is kept. */
  read(made: Made): string | undefined
  write(made: Made, text: string): void
}

/** What a text was made of. */
export interface Made {
  /** Of each name there is one text, the last that was written. */
  readonly name: string
  readonly source: string
  /** What went into it besides the source, in one line. */
  readonly use?: string
}

/**
 * Keeps texts in files of `folder`. An entry holds all that it was made of, and which program made it, so that no other is taken for it; and the text
 * twice, so that one that was cut short or edited is as good as none; so is one that another user put there. Comparing takes less time than loading
 * what could make a hash of it all (node:crypto, 4 ms). A folder that cannot be written is no error.
 */
export const createTextCache = (folder: string): TextCache => ({
  read({ name, source, use = '' }) {
    const path = join(folder, name)
    try {
      const status = lstatSync(path)
      if (!status.isFile() || (process.getuid !== undefined && status.uid !== process.getuid())) return undefined
      const content = readFileSync(path, 'utf8')
      const head = headOf(source, use)
      const start = head.length + source.length
      const end = (start + content.length) / 2
      const text = content.slice(start, end)
      const isWhole = Number.isInteger(end) && content.startsWith(head) && content.startsWith(source, head.length) && content.endsWith(text)
      return isWhole && text !== '' ? text : undefined
    } catch {
      return undefined
    }
  },
  write({ name, source, use = '' }, text) {
    const draft = draftIn(folder)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(draft, `${headOf(source, use)}${source}${text}${text}`, { mode: 0o600, flag: 'wx' })
      renameSync(draft, join(folder, name))
      removeOldDrafts(folder)
    } catch {
      rmSync(draft, { force: true })
    }
  },
})

/** The command's file is named by its content, so that each build of the program has entries of its own. */
const headOf = (source: string, use: string): string => `hoverdeck ${version} ${basename(import.meta.url)} ${use} ${source.length}\n`

/** So many characters of a text tell it from others; more would take longer than reading the entry. */
const enough = 1000

/** A name for an entry: the length of a text and FNV-1a of some of its characters. Two texts of one name take each other's place, no more. */
export function nameFor(text: string): string {
  const step = Math.ceil(text.length / enough)
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += step) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return `${(hash >>> 0).toString(16).padStart(8, '0')}-${text.length}`
}
