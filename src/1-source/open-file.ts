import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Position } from '../diagnostics/position.ts'
import { doubtAbout } from '../formats/signatures.ts'
import { reasonOf } from './reason.ts'

/** A pipe is opened without waiting for who writes into it; where the system has no such flag it is nothing. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/** Why there are no bytes. */
export type Unread =
  | { readonly why: 'missing' }
  /** `mayRead` said no. */
  | { readonly why: 'refused' }
  /** It is something else than a file. */
  | { readonly why: 'kind'; readonly what: string }
  | { readonly why: 'fails'; readonly reason: string }

export interface ReadOptions {
  /** Gets the file's real path. */
  readonly mayRead?: (realPath: string) => boolean
  /** In bytes. */
  readonly limit?: number
}

/**
 * The bytes of a regular file. Nothing else is read: a pipe or a device may never end, nor begin. The file is opened first, and what is asked
 * is asked of the open file: a link that is swapped between question and opening leads nowhere (a race of check and use, TOCTOU).
 */
export function readRegularFile(path: string, { mayRead, limit }: ReadOptions = {}): Uint8Array | Unread {
  let file: number | undefined
  try {
    const there = statSync(path, { throwIfNoEntry: false })
    if (!there) return { why: 'missing' }
    // Opening a device can have effects of its own.
    if (!there.isFile()) return { why: 'kind', what: kindOf(there) }
    file = openSync(path, flags)
    const stats = fstatSync(file)
    if (!stats.isFile()) return { why: 'kind', what: kindOf(stats) }
    if (mayRead) {
      const real = realPathOfOpenFile(file, path, stats)
      if (real === undefined || !mayRead(real)) return { why: 'refused' }
    }
    if (limit !== undefined && stats.size > limit) return { why: 'fails', reason: tooLarge(limit, stats.size) }
    return readFileSync(file)
  } catch (error) {
    // A part of the path may be a file, or go between question and opening.
    if (/^(?:ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return { why: 'missing' }
    return { why: 'fails', reason: reasonOf(error) }
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** What to tell of a file that was not read; undefined where that is for the asker to say: it is missing, or was refused. */
export const tellUnread = (path: string, unread: Unread): Diagnostic | undefined => {
  if (unread.why === 'kind') return diagnose('source/no-file', { path, what: unread.what, isDeck: false })
  return unread.why === 'fails' ? diagnose('source/unreadable', { path, reason: unread.reason }) : undefined
}

/** What to tell of a file that was read and is not what its name says. */
export function tellDoubt(path: string, bytes: Uint8Array, position?: Position): Diagnostic | undefined {
  const doubt = doubtAbout(path, bytes)
  return doubt && diagnose('source/not-what-it-says', { path, ...doubt }, position)
}

const kindOf = (stats: Stats): string =>
  stats.isDirectory() ? 'a folder' : stats.isFIFO() ? 'a pipe' : stats.isSocket() ? 'a socket' : 'a device'

/** The most that a deck, an included file, a style sheet or a script may have, in bytes. */
export const textLimit = 64_000_000

/** Why what has more than `limit` bytes is not read; of what has no end the size is not known. */
export const tooLarge = (limit: number, size?: number): string =>
  `it has ${size === undefined ? '' : `${megabytes(size)}, `}more than the ${megabytes(limit)} that a text may have`

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`

/**
 * The real path of an open file: Linux tells it of the file itself; elsewhere what lies at the path now must still be that file. Undefined
 * where it is not.
 */
export function realPathOfOpenFile(file: number, path: string, { dev, ino }: Stats = fstatSync(file)): string | undefined {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/self/fd/${file}`)
    } catch {
      // Without /proc, as elsewhere.
    }
  }
  const real = realpathSync.native(path)
  const there = statSync(real)
  return there.dev === dev && there.ino === ino ? real : undefined
}
