import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { draftIn, removeOldDrafts } from '../../1-source/draft.ts'

/** Changes with the way drawings are cleaned: an entry of another version is not found. */
export const cleaningVersion = 'hoverdeck-drawing-3'

export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

export interface DrawingCache {
  read(key: string): string | undefined
  write(key: string, text: string): void
}

/**
 * Cleaned drawings in files of `folder` named by key. The first line repeats the version and the key and seals the text with its own hash, so a file
 * that was cut short, edited, renamed, or put there by another user is as good as none. A folder that cannot be written is no error.
 */
export const createDrawingCache = (folder: string): DrawingCache => ({
  read(key) {
    const path = join(folder, key)
    try {
      const status = lstatSync(path)
      if (!status.isFile() || (process.getuid !== undefined && status.uid !== process.getuid())) return undefined
      const content = readFileSync(path, 'utf8')
      const end = content.indexOf('\n')
      const text = content.slice(end + 1)
      return content.slice(0, end) === seal(key, text) ? text : undefined
    } catch {
      return undefined
    }
  },
  write(key, text) {
    const draft = draftIn(folder)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(draft, `${seal(key, text)}\n${text}`, { mode: 0o600, flag: 'wx' })
      renameSync(draft, join(folder, key))
      removeOldDrafts(folder)
    } catch {
      rmSync(draft, { force: true })
    }
  },
})

const seal = (key: string, text: string): string => `${cleaningVersion} ${key} ${sha256(text)}`
