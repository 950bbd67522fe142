// Finds the Chrome or Chromium that the browser tests drive. As a script (`npm test` runs it first) it installs one where it can,
// or says what to install and fails: the tests are never skipped for want of a browser.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** @returns {string | undefined} the browser's path: $CHROME_PATH, else the first known name on PATH, else its usual place */
export const findChromium = () => {
  const wanted = process.env['CHROME_PATH']
  if (wanted) return existsSync(wanted) ? wanted : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...places].find((path) => existsSync(path))
}

const installWithApt = () => {
  const run = (...args) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0
  return run('update') && run('install', '-y', 'chromium')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.getuid?.() === 0
  if (!findChromium() && !process.env['CHROME_PATH'] && root && existsSync('/usr/bin/apt-get')) installWithApt()
  const path = findChromium()
  if (path) console.error(`browser tests drive ${path}`)
  else {
    console.error(
      'The tests need Chrome or Chromium and found none. Install one (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium)\nor set CHROME_PATH to its executable, then run npm test again.',
    )
    process.exitCode = 1
  }
}
