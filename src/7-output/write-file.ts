import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { draftIn, removeOldDrafts } from '../1-source/draft.ts'
import { realPathOfOpenFile } from '../1-source/open-file.ts'
import { reasonOf } from '../1-source/reason.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { type Place, placeFor, saysAlready, type Target } from './place.ts'

export interface Output extends Target {
  readonly content: string | Uint8Array
}

/**
 * Writes files, all of them or none: each to a neighbour first, then all are renamed over what was there. Folders on the way are made. A file
 * has the mode of a new one, but stays closed to whom the one before was closed. What stands in the way comes back; all is then as it was.
 */
export function writeAll(outputs: readonly Output[]): Diagnostic[] {
  const found = outputs.map((output) => ({ output, place: findPlace(output) }))
  const problems = found.flatMap(({ output, place }) => ('code' in place && !isThere(output, place) ? [place] : []))
  if (problems.length > 0) return problems
  const places = found.flatMap(({ output, place }) => ('code' in place ? [] : [{ output, place }]))
  const drafts: string[] = []
  const folders: string[] = []
  let path = ''
  try {
    const finish = places.map(({ output, place }, index) => {
      path = output.path
      if (place.isStream) return () => writeFileSync(output.path, output.content)
      makeFolder(place.folder, folders)
      const draft = draftIn(place.folder, index)
      drafts.push(draft)
      writeDraft(draft, place, output.content)
      return () => renameSync(draft, join(place.folder, place.name))
    })
    for (const [index, done] of finish.entries()) {
      path = places[index]?.output.path ?? path
      done()
    }
    for (const folder of new Set(drafts.map((draft) => dirname(draft)))) removeOldDrafts(folder)
    return []
  } catch (error) {
    for (const draft of drafts) rmSync(draft, { force: true })
    for (const folder of folders.toReversed()) removeIfEmpty(folder)
    return [cannotWrite(path, error)]
  }
}

/** The same for one file. */
export const writeWhole = (target: Target, content: string | Uint8Array): Diagnostic | undefined => writeAll([{ ...target, content }])[0]

/** A source that lies where its own copy would need none. */
const isThere = ({ path, content }: Output, { code }: Diagnostic): boolean =>
  code === 'command/output-is-input' && saysAlready(path, content)

function findPlace(target: Target): Place | Diagnostic {
  try {
    return placeFor(target)
  } catch (error) {
    return cannotWrite(target.path, error)
  }
}

function writeDraft(draft: string, { mode }: Place, content: string | Uint8Array): void {
  // Whatever is there, a link too, is in the way.
  const file = openSync(draft, 'wx')
  try {
    // Checked where the draft lies, not where its folder was: a link may have taken the folder's place meanwhile.
    if (realPathOfOpenFile(file, draft) !== draft) throw new Error('a link has taken the place of its folder')
    writeFileSync(file, content)
    const fresh = fstatSync(file).mode & 0o777
    const wanted = mode === undefined ? fresh : fresh & (mode | 0o600)
    if (wanted !== fresh) fchmodSync(file, wanted)
  } finally {
    closeSync(file)
  }
}

/** Notes in `made` what it makes. Not mkdir's own `recursive`, which never returns where the system refuses new names with ENOENT (below /proc). */
function makeFolder(path: string, made: string[]): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path), made)
  mkdirSync(path)
  made.push(path)
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something else has come into it.
  }
}

const cannotWrite = (path: string, error: unknown): Diagnostic => diagnose('command/cannot-write', { path, reason: reasonOf(error) })
