import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'

/** A pipe is opened without waiting for who writes into it; where the system has no such flag it is nothing. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/**
 * The bytes of a regular file; undefined for anything else. The file is opened first, and what is asked is asked of the open file: a link
 * that is swapped between question and opening leads nowhere (a race of check and use, TOCTOU). `mayRead` gets the file's real path.
 */
export function readRegularFile(path: string, mayRead?: (realPath: string) => boolean): Uint8Array | 'refused' | undefined {
  let file: number | undefined
  try {
    // Opening a device can have effects of its own.
    if (!statSync(path).isFile()) return undefined
    file = openSync(path, flags)
    const stats = fstatSync(file)
    if (!stats.isFile()) return undefined
    if (mayRead) {
      const real = realPathOfOpenFile(file, path, stats)
      if (real === undefined || !mayRead(real)) return 'refused'
    }
    return readFileSync(file)
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

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
