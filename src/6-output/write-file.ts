import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

/**
 * Writes a file whole or not at all: to a neighbour first, then renamed over. Folders on the way are made.
 * What stands in the way comes back as a diagnostic; the old file, if any, is then untouched.
 */
export function writeWhole(path: string, content: string | Uint8Array): Diagnostic | undefined {
  const draft = join(dirname(path), `.${process.pid}-${Date.now().toString(36)}.draft`)
  let drafted = false
  try {
    makeFolder(dirname(path))
    if (isFolder(path)) return diagnose('command/output-is-folder', { path })
    drafted = true
    writeFileSync(draft, content)
    renameSync(draft, path)
    return undefined
  } catch (error) {
    if (drafted) rmSync(draft, { force: true })
    return diagnose('command/cannot-write', { path, reason: reasonOf(error) })
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** Not mkdir's own `recursive`, which never returns where the system refuses new names with ENOENT (below /proc). */
const makeFolder = (path: string): void => {
  if (isFolder(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}

/** A file system error in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'a part of the path is a file'],
  ['EISDIR', 'it is a folder'],
  ['EADDRINUSE', 'something else listens there'],
  ['ENOENT', 'no folder can be made there'],
  ['ENAMETOOLONG', 'the name is too long'],
])
