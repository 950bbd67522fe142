import { statSync } from 'node:fs'
import { watch } from 'chokidar'

export interface FileWatch {
  /**
   * Watches exactly these from now on, existing or not. `since` (ms of the clock) is when reading them began: one that is not watched yet and was
   * written after that counts as changed.
   */
  update(paths: ReadonlySet<string>, since: number): void
  close(): Promise<void>
}

/** How long the disk must be quiet before a change counts, in ms: editors write in several steps. */
const quiet = 15
/** How often files are looked at besides, in ms. */
const sweepInterval = 500
/** How much a file system's clock lags behind ours, in ms: Linux stamps a file with the time of its last tick. */
const tick = 10

/**
 * Calls `onChange` once for a burst of changes of any watched file: saved in place, saved by rename, created, or removed
 * (Hovercraft missed renames: its issue 98). The system's events tell it at once; a sweep over the files' times finds what they miss:
 * a change between reading a file and watching it, a folder that did not exist, a file system without events.
 */
export function watchFiles(onChange: () => void): FileWatch {
  const watcher = watch([], { ignoreInitial: true, atomic: false, depth: 0 })
  const seen = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined

  const look = (): boolean => {
    let changed = false
    for (const [path, before] of seen) {
      const now = signature(path)
      changed ||= now !== before
      seen.set(path, now)
    }
    return changed
  }
  const fire = (): void => {
    // What is seen now is what the build will read, or older: a later change differs from it and is found.
    look()
    onChange()
  }
  watcher.on('all', (_event, path) => {
    if (!seen.has(path)) return
    clearTimeout(timer)
    timer = setTimeout(fire, quiet)
  })
  // A folder that cannot be watched (the system's number of watches is used up) is swept all the same.
  watcher.on('error', () => undefined)
  const sweep = setInterval(() => {
    if (look()) onChange()
  }, sweepInterval)

  return {
    update(paths, since) {
      const gone = [...seen.keys()].filter((path) => !paths.has(path))
      const fresh = [...paths].filter((path) => !seen.has(path))
      for (const path of gone) seen.delete(path)
      for (const path of fresh) seen.set(path, changedAt(path) > since - tick ? 'as it was read' : signature(path))
      if (gone.length > 0) watcher.unwatch(gone)
      if (fresh.length > 0) watcher.add(fresh)
    },
    async close() {
      clearTimeout(timer)
      clearInterval(sweep)
      await watcher.close()
    },
  }
}

/** When a file was written or put in its place; 0 where there is none. */
const changedAt = (path: string): number => {
  try {
    return statSync(path).ctimeMs
  } catch {
    return 0
  }
}

/** Differs when the file was written, replaced, made or removed. */
const signature = (path: string): string => {
  try {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return ''
  }
}
