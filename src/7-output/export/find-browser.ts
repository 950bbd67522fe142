import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** What the search goes by; a test hands in another machine's. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly exists: (path: string) => boolean
}

const thisMachine = (): Machine => ({ environment: process.env, platform: process.platform, home: homedir(), exists: existsSync })

/** On PATH. Ubuntu's chromium-browser only starts the snap, or says that there is none. */
const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'chromium-browser']

const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']

/** Below a folder of programs. */
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The browsers of Chrome's kind on this machine, the one to try first first: what $CHROME_PATH says and then no other, else the known names
 * on PATH, else where they are usually installed.
 */
export function findBrowsers({ environment, platform, home, exists }: Machine = thisMachine()): string[] {
  const wanted = environment['CHROME_PATH']
  if (wanted) return exists(wanted) ? [wanted] : []
  return [...new Set(placesOf(platform, environment, home))].filter(exists)
}

function placesOf(platform: NodeJS.Platform, environment: Machine['environment'], home: string): string[] {
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    return windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, program)))
  }
  const folders = (environment['PATH'] ?? '').split(posix.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
  if (platform !== 'darwin') return onPath
  const installed = applications.flatMap((name) =>
    ['/Applications', posix.join(home, 'Applications')].map((folder) => posix.join(folder, `${name}.app/Contents/MacOS/${name}`)),
  )
  return [...installed, ...onPath]
}
