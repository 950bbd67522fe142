import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { realPathOfOpenFile } from '../1-source/open-file.ts'
import { reasonOf } from '../1-source/reason.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { type Place, placeFor, saysAlready, type Target } from './place.ts'

export interface Output extends Target {
  readonly content: string | Uint8Array
}

/** Writes files in their order, up to the first that cannot be; none where one of them has no place. What stands in the way comes back. */
export function writeAll(outputs: readonly Output[]): Diagnostic[] {
  const problems = outputs.flatMap((output) => problemWith(output) ?? [])
  if (problems.length > 0) return problems
  for (const output of outputs) {
    const problem = writeWhole(output, output.content)
    if (problem) return [problem]
  }
  return []
}

/** Why the file could not be written, as far as can be seen beforehand. */
function problemWith(output: Output): Diagnostic | undefined {
  const place = findPlace(output)
  return !('code' in place) || isThere(output, place) ? undefined : place
}

/** A source that lies where its own copy would need none. */
const isThere = ({ path, content }: Output, { code }: Diagnostic): boolean =>
  code === 'command/output-is-input' && saysAlready(path, content)

/**
 * Writes a file whole or not at all: to a neighbour first, then renamed over. Folders on the way are made. The file has the mode of a new one,
 * but stays closed to whom the one before was closed. What stands in the way comes back as a diagnostic; the old file, if any, is then untouched.
 */
export function writeWhole(target: Target, content: string | Uint8Array): Diagnostic | undefined {
  const place = findPlace(target)
  if ('code' in place) return isThere({ ...target, content }, place) ? undefined : place
  const { path } = target
  try {
    if (place.isStream) writeFileSync(path, content)
    else writeBeside(place, content)
    return undefined
  } catch (error) {
    return cannotWrite(path, error)
  }
}

function findPlace(target: Target): Place | Diagnostic {
  try {
    return placeFor(target)
  } catch (error) {
    return cannotWrite(target.path, error)
  }
}

function writeBeside({ folder, name, mode }: Place, content: string | Uint8Array): void {
  makeFolder(folder)
  const draft = join(folder, `.${process.pid}-${Date.now().toString(36)}.draft`)
  // Whatever is there, a link too, is in the way.
  const file = openSync(draft, 'wx')
  try {
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
    renameSync(draft, join(folder, name))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Not mkdir's own `recursive`, which never returns where the system refuses new names with ENOENT (below /proc). */
const makeFolder = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}

const cannotWrite = (path: string, error: unknown): Diagnostic => diagnose('command/cannot-write', { path, reason: reasonOf(error) })
