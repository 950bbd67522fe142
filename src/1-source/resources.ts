import { statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { Position } from '../diagnostics/position.ts'
import { readRegularFile, tellDoubt, tellUnread, textLimit } from './open-file.ts'
import { projectRoot } from './project.ts'
import { isBelow, realPath } from './real-path.ts'

/** What a path is used as; decides which of the project's folders is searched. */
export type ResourceKind = 'deck' | 'style' | 'graphic' | 'script' | 'font' | 'media' | 'data'

export interface Resource {
  /** Absolute path of the file that was found. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Finds and reads the files a deck names (README, “Where files are looked up”): beside the naming file, then beside the deck, then in the project root (nearest folder with
 * package.json or deck.config.*), then by kind in its `styles/` or `graphics/`, then in each `--resource-path`.
 * A missing one is reported as `source/not-found` with the places tried, once for each path and naming file; one that is not what its name says, once.
 */
export interface Resources {
  /** `from` is the absolute path of the file that names it. Undefined when it is missing (already reported at `position`). */
  read(path: string, from: string, kind: ResourceKind, position?: Position): Resource | undefined
  /** The same for who reports by himself: a missing file is what there is to say of it, without a place. */
  find(path: string, from: string, kind: ResourceKind, position?: Position): Resource | Diagnostic
  /** Absolute paths read so far, and those that were looked for in vain: what a watcher must watch. */
  readonly dependencies: ReadonlySet<string>
}

export interface ResourceOptions {
  readonly report: Report
  /** Further folders to search (`--resource-path`). */
  readonly resourcePath?: readonly string[]
  /** The deck's own folder: where an included file's names are looked up when nothing lies beside that file (as Hovercraft did). */
  readonly deckFolder?: string
  /** Reads nothing outside these folders (`--safe`) … */
  readonly within?: readonly string[]
  /** … but for these files and folders, which the user named himself, and what is named in them. Only absolute paths count. */
  readonly trusted?: readonly string[]
}

const folders: Partial<Record<ResourceKind, string>> = { style: 'styles', font: 'styles', graphic: 'graphics', media: 'graphics' }

/** What is decoded as text, and so no larger than a text may be. */
const textKinds: ReadonlySet<ResourceKind> = new Set(['deck', 'style', 'script', 'data'])

export function createResources({ report, resourcePath = [], deckFolder, within, trusted = [] }: ResourceOptions): Resources {
  const dependencies = new Set<string>()
  const found = new Map<string, Resource | undefined>()
  const files = new Map<string, Resource>()
  const trustedFiles = new Set<string>()
  const trustedRoots = trusted.filter((path) => isAbsolute(path))
  // What the folders are called now counts for the whole run.
  const [insideFolders, trustedFolders] = [within ?? [], trustedRoots].map((paths) => paths.map(realPath)) as [string[], string[]]
  /** Whether a file may be read that lies at `real`, links followed. */
  const mayRead = (real: string, candidate: string, from: string): boolean => {
    if (within === undefined || insideFolders.some((folder) => isBelow(real, folder))) return true
    const isTrusted = trustedFiles.has(from) || trustedRoots.includes(candidate) || trustedFolders.some((own) => isBelow(real, own))
    if (isTrusted) trustedFiles.add(candidate)
    return isTrusted
  }
  const readCandidate = (candidate: string, from: string, limit: { readonly limit?: number }): ReturnType<typeof readRegularFile> => {
    if (within === undefined) return readRegularFile(candidate, limit)
    if (!mayRead(realPath(candidate), candidate, from)) return { why: isFile(candidate) ? 'refused' : 'missing' }
    return readRegularFile(candidate, { ...limit, mayRead: (real) => mayRead(real, candidate, from) })
  }
  const doubted = new Set<string>()
  /** Tells once of a file that it is not what its name says: where it is named, if that is known, else at its start. */
  const doubt = ({ path, bytes }: Resource, position = startOf(path)): void => {
    if (doubted.has(path)) return
    doubted.add(path)
    const found = tellDoubt(basename(path), bytes, position)
    if (found) report(found)
  }
  const find = (path: string, from: string, kind: ResourceKind, position?: Position): Resource | Diagnostic => {
    const tried = new Set<string>()
    const limit = textKinds.has(kind) ? { limit: textLimit } : {}
    let isOutside = false
    let unread: Diagnostic | undefined
    for (const candidate of candidates(path, from, kind, { deckFolder, resourcePath })) {
      if (tried.has(candidate)) continue
      tried.add(candidate)
      dependencies.add(candidate)
      const bytes = readCandidate(candidate, from, limit)
      if (!('why' in bytes)) {
        doubt({ path: candidate, bytes }, position)
        return { path: candidate, bytes }
      }
      isOutside ||= bytes.why === 'refused'
      unread ??= tellUnread(path, bytes)
    }
    if (unread) return unread
    if (isOutside) return diagnose('source/outside', { path, folder: within?.[0] ?? '' })
    return diagnose('source/not-found', { path, tried: [...tried].map(fromHere) })
  }
  const read = (path: string, from: string, kind: ResourceKind, position?: Position): Resource | undefined => {
    const key = `${kind}\0${from}\0${path}`
    if (found.has(key)) return found.get(key)
    const result = find(path, from, kind, position)
    // A file may be named in many ways (`a.png`, `./a.png`): its bytes are kept once.
    const resource = 'code' in result ? undefined : (files.get(result.path) ?? result)
    if (resource) files.set(resource.path, resource)
    if ('code' in result) report(position ? { ...result, position } : result)
    found.set(key, resource)
    return resource
  }
  return { dependencies, find, read }
}

interface Places {
  readonly deckFolder: string | undefined
  readonly resourcePath: readonly string[]
}

/**
 * The places a path is looked up in, in order; most files lie in the first, and what comes after costs more to find. `./graphics/a.svg` is
 * also sought as `a.svg` in the project's `graphics/`.
 */
function* candidates(written: string, from: string, kind: ResourceKind, places: Places): Generator<string> {
  for (const path of spellings(written)) yield* placesOf(path, from, kind, places)
}

function* placesOf(path: string, from: string, kind: ResourceKind, { deckFolder, resourcePath }: Places): Generator<string> {
  if (isAbsolute(path)) {
    yield resolve(path)
    return
  }
  yield join(dirname(from), path)
  if (deckFolder !== undefined) yield join(deckFolder, path)
  const root = projectRoot(from)
  const folder = folders[kind]
  if (root) {
    yield join(root, path)
    if (folder) yield* [join(root, folder, path), join(root, folder, basename(path))]
  }
  for (const extra of resourcePath) yield resolve(extra, path)
}

/** A path as it is written, and as the URL that CSS and HTML may mean: `x.eot?#iefix`, `a%20b.png`. */
const spellings = (path: string): readonly string[] => (/[?#%]/.test(path) ? [path, fileOfUrl(path)] : [path])

const fileOfUrl = (url: string): string => {
  const bare = url.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const startOf = (source: string): Position => ({ start: firstPoint, end: firstPoint, source })

const firstPoint = { line: 1, column: 1, offset: 0 }

const fromHere = (path: string): string => {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
