import { watch } from 'chokidar'

export interface FileWatch {
  /** Watches exactly these from now on, existing or not. */
  update(paths: ReadonlySet<string>): void
  close(): Promise<void>
}

/** How long the disk must be quiet before a change counts, in ms: editors write in several steps. */
const quiet = 15

/**
 * Calls `onChange` once for a burst of changes of any watched file: saved in place, saved by rename, created, or removed
 * (Hovercraft missed renames: its issue 98).
 */
export function watchFiles(onChange: () => void): FileWatch {
  const watcher = watch([], { ignoreInitial: true, atomic: false })
  let watched: ReadonlySet<string> = new Set()
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', (_event, path) => {
    if (!watched.has(path)) return
    clearTimeout(timer)
    timer = setTimeout(onChange, quiet)
  })
  return {
    update(paths) {
      const gone = [...watched].filter((path) => !paths.has(path))
      const fresh = [...paths].filter((path) => !watched.has(path))
      if (gone.length > 0) watcher.unwatch(gone)
      watched = new Set(paths)
      if (fresh.length > 0) watcher.add(fresh)
    },
    async close() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
