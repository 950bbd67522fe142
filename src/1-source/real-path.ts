import { realpathSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'

/** Where a path leads once its links are followed; one that does not exist leads where its folder does. */
export const realPath = (path: string): string => {
  try {
    return realpathSync.native(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path))
  }
}

/** Whether the one path begins with the other as its folder; links are not followed. */
export const isBelow = (path: string, folder: string): boolean => path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
