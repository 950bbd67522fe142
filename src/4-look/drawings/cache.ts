import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { draftIn, removeOldDrafts } from '../../1-source/draft.ts'

/** Changes with the way drawings are cleaned: an entry of another version is as good as none. */
const cleaningVersion = 'hoverdeck-drawing-5'

export interface DrawingCache {
  /** What was made of this source; undefined where nothing is kept. */
  read(source: string, made?: Made): string | undefined
  write(source: string, text: string, made?: Made): void
}

/** Which of the texts that are made of a source: by default the cleaned drawing. */
interface Made {
  /** Of each there is one text, the last that was written. */
  readonly slot: string
  /** What went into it besides the source, in one line. */
  readonly use: string
}

const cleaned: Made = { slot: '', use: '' }

/**
 * Cleaned drawings in files of `folder`. An entry holds its source and what else went into it, so that no other is taken for it, and the text twice, so that one that was
 * cut short or edited is as good as none; so is one that another user put there. Comparing takes less time than loading what could make a hash of it
 * all (node:crypto, 4 ms). A folder that cannot be written is no error.
 */
export const createDrawingCache = (folder: string): DrawingCache => ({
  read(source, { slot, use } = cleaned) {
    const path = join(folder, nameOf(source) + slot)
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
  write(source, text, { slot, use } = cleaned) {
    const draft = draftIn(folder)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(draft, `${headOf(source, use)}${source}${text}${text}`, { mode: 0o600, flag: 'wx' })
      renameSync(draft, join(folder, nameOf(source) + slot))
      removeOldDrafts(folder)
    } catch {
      rmSync(draft, { force: true })
    }
  },
})

const headOf = (source: string, use: string): string => `${cleaningVersion} ${use} ${source.length}\n`

/** In characters. All of them would take longer than reading the entry. */
const step = 16

/** The name of an entry: its length and FNV-1a of some of its characters. Two sources of one name take each other's place, no more. */
function nameOf(source: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < source.length; index += step) hash = Math.imul(hash ^ source.charCodeAt(index), 0x01000193)
  return `${(hash >>> 0).toString(16).padStart(8, '0')}-${source.length}`
}
