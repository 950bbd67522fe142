import { type BigIntStats, lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { isBelow, realPath } from '../1-source/real-path.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

/** What may be written where. */
export interface Limits {
  /** What is not written over. */
  readonly sources?: Sources
  /** Real folders: what does not lie in each of them is not written (`--safe`). */
  readonly below?: readonly string[]
}

/** Files that something is made of; the path of the one that is this file, or this link, under whatever name. */
export type Sources = (stats: BigIntStats) => string | undefined

/** `paths` need not be there. They are looked at at the first question, and once. */
export function sourcesAt(paths: Iterable<string>): Sources {
  let known: Map<string, string> | undefined
  return (stats) => {
    known ??= new Map([...paths].flatMap((path) => filesAt(path).map((file) => [idOf(file), path] as const)))
    return known.get(idOf(stats))
  }
}

/** The file, and the link that leads to it; nothing where none can have been read. */
function filesAt(path: string): BigIntStats[] {
  try {
    return [statsOf(path), linkStatsOf(path)].filter((stats) => stats !== undefined)
  } catch {
    return []
  }
}

const idOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`

/** Where something is to be written to. */
export interface Target {
  /** Absolute. */
  readonly path: string
  /** The user named this very path: a link there is written through, a pipe or a device into. What he did not name is replaced. */
  readonly isNamed?: boolean
  /** No folder from here on may be a link: what goes beside a page stays beside it. */
  readonly root?: string
  readonly limits?: Limits
}

/** Where it is written to, links followed that are followed. */
export interface Place {
  /** Real, but for what is not there yet. */
  readonly folder: string
  readonly name: string
  /** It is no file, and not to become one. */
  readonly isStream: boolean
  /** The mode of the file that goes. */
  readonly mode?: number
}

/** The place for a target, or why nothing may be written there. Throws what the file system throws, as where links lead in a circle. */
export function placeFor({ path, isNamed = false, root, limits: { sources, below = [] } = {} }: Target): Place | Diagnostic {
  const end = isNamed ? endOf(path) : path
  const [folder, name] = [realPath(dirname(end)), basename(end)]
  const real = join(folder, name)
  if (root !== undefined && folder !== join(realPath(root), relative(root, dirname(path))))
    return diagnose('command/output-elsewhere', { path, real, folder: root })
  const left = below.find((ground) => !isBelow(real, ground))
  if (left !== undefined) return diagnose('command/output-elsewhere', { path, real, folder: left })
  const there = isNamed ? statsOf(end) : linkStatsOf(real)
  if (!there) return { folder, name, isStream: false }
  if (there.isDirectory()) return diagnose('command/output-is-folder', { path })
  const source = sources?.(there)
  if (source !== undefined) return diagnose('command/output-is-input', { path, source })
  return { folder, name, isStream: isNamed && !there.isFile(), ...(there.isFile() ? { mode: Number(there.mode) } : {}) }
}

/**
 * The folder that `--safe` writes nothing outside of: the one that the user named, but all of the deck's own where that lies in it, whose
 * links are the stranger's.
 */
export function safeGround(folder: string, deckFolder: string): string {
  const own = realPath(deckFolder)
  for (let at = folder; ; at = dirname(at)) {
    const real = realPath(at)
    if (real === own || isBelow(real, own)) return own
    if (dirname(at) === at) return realPath(folder)
  }
}

/** Whether a source that is in the way says already what would be written. */
export function saysAlready(path: string, content: string | Uint8Array): boolean {
  try {
    return lstatSync(path).isFile() && readFileSync(path).equals(Buffer.from(content))
  } catch {
    return false
  }
}

const statsOf = (path: string): BigIntStats | undefined => statSync(path, { bigint: true, throwIfNoEntry: false })
const linkStatsOf = (path: string): BigIntStats | undefined => lstatSync(path, { bigint: true, throwIfNoEntry: false })

/** Where a path leads; a link to what has no path, such as a pipe, ends at itself. */
const endOf = (path: string): string => (statsOf(path) ? realPath(path) : endOfLinks(path))

/** Where a link leads that leads to nothing yet; another path itself. */
const endOfLinks = (path: string): string =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? endOfLinks(resolve(dirname(path), readlinkSync(path))) : path
