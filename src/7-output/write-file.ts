import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

/**
 * Writes a file whole or not at all: to a neighbour first, then renamed over. Folders on the way are made; a symbolic link stays, and what it
 * leads to is written; a file that was there keeps its mode. A pipe or a device is written into.
 * What stands in the way comes back as a diagnostic; the old file, if any, is then untouched.
 */
export function writeWhole(path: string, content: string | Uint8Array): Diagnostic | undefined {
  let draft: string | undefined
  try {
    const there = statsOf(path)
    if (there?.isDirectory()) return diagnose('command/output-is-folder', { path })
    if (there && !there.isFile()) writeFileSync(path, content)
    else {
      const target = there ? realpathSync(path) : endOfLinks(path)
      makeFolder(dirname(target))
      draft = join(dirname(target), `.${process.pid}-${Date.now().toString(36)}.draft`)
      writeFileSync(draft, content)
      if (there) chmodSync(draft, there.mode)
      renameSync(draft, target)
    }
    return undefined
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { force: true })
    return diagnose('command/cannot-write', { path, reason: reasonOf(error) })
  }
}

/** Of what a path leads to; undefined for nothing. Throws where links lead in a circle. */
const statsOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

/** Where a link that leads to nothing yet wants it; another path itself. */
const endOfLinks = (path: string): string =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? endOfLinks(resolve(dirname(path), readlinkSync(path))) : path

/** Not mkdir's own `recursive`, which never returns where the system refuses new names with ENOENT (below /proc). */
const makeFolder = (path: string): void => {
  if (statsOf(path)?.isDirectory()) return
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
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
])
