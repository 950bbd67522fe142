import { homedir } from 'node:os'
import { join } from 'node:path'

/** The user's cache folder for this program: $XDG_CACHE_HOME, the system's usual place, or below the home folder. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>, platform: string): string {
  const base =
    environment['XDG_CACHE_HOME'] ||
    (platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : platform === 'win32' ? environment['LOCALAPPDATA'] : undefined) ||
    join(homedir(), '.cache')
  return join(base, 'hoverdeck')
}
