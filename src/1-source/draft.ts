import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A name for what is written beside a file and then renamed over it, so that the file is whole or as it was. It says whose it is: a process
 * that is killed leaves its draft behind. `index` parts those that are there at the same time.
 */
export const draftIn = (folder: string, index = 0): string =>
  join(folder, `.hoverdeck-${process.pid}-${Date.now().toString(36)}-${index}.draft`)

const draftName = /^\.hoverdeck-\d+-[0-9a-z]+-\d+\.draft$/

/** A draft is there for as long as it takes to write a file; after this time, in ms, nobody writes it any more. */
const abandonedAfter = 60 * 60 * 1000

/** Removes what killed processes have left in a folder. What cannot be removed stays. */
export function removeOldDrafts(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((name) => draftName.test(name))) {
      const path = join(folder, name)
      if (Date.now() - statSync(path).mtimeMs > abandonedAfter) rmSync(path, { force: true })
    }
  } catch {
    // No folder, or not ours to clean.
  }
}
