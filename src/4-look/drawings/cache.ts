import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { draftIn, removeOldDrafts } from '../../1-source/draft.ts'

/** Changes with the way drawings are cleaned: an entry of another version is as good as none. */
const cleaningVersion = 'hoverdeck-drawing-4'

export interface DrawingCache {
  /** The cleaned drawing of this source; undefined where none is kept. */
  read(source: string): string | undefined
  write(source: string, text: string): void
}

/**
 * Cleaned drawings in files of `folder`. An entry holds its source, so that no other is taken for it, and the cleaned text twice, so that one that was
 * cut short or edited is as good as none; so is one that another user put there. Comparing takes less time than loading what could make a hash of it
 * all (node:crypto, 4 ms). A folder that cannot be written is no error.
 */
export const createDrawingCache = (folder: string): DrawingCache => ({
  read(source) {
    const path = join(folder, nameOf(source))
    try {
      const status = lstatSync(path)
      if (!status.isFile() || (process.getuid !== undefined && status.uid !== process.getuid())) return undefined
      const content = readFileSync(path, 'utf8')
      const head = headOf(source)
      const start = head.length + source.length
      const end = (start + content.length) / 2
      const text = content.slice(start, end)
      const isWhole = Number.isInteger(end) && content.startsWith(head) && content.startsWith(source, head.length) && content.endsWith(text)
      return isWhole && text !== '' ? text : undefined
    } catch {
      return undefined
    }
  },
  write(source, text) {
    const draft = draftIn(folder)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(draft, `${headOf(source)}${source}${text}${text}`, { mode: 0o600, flag: 'wx' })
      renameSync(draft, join(folder, nameOf(source)))
      removeOldDrafts(folder)
    } catch {
      rmSync(draft, { force: true })
    }
  },
})

const headOf = (source: string): string => `${cleaningVersion} ${source.length}\n`

/** The name of an entry: FNV-1a of the source. Two sources of one name take each other's place, no more. */
function nameOf(source: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < source.length; index++) hash = Math.imul(hash ^ source.charCodeAt(index), 0x01000193)
  return `${(hash >>> 0).toString(16).padStart(8, '0')}-${source.length}`
}
