// Says which Chrome or Chromium the browser tests drive: the one that deck export would find. `npm test` runs it first; it installs one
// where it can, or says what to install and fails: the tests are never skipped for want of a browser.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

// Node 20 reads no TypeScript.
const search = readFileSync(new URL('../../src/7-output/export/find-browser.ts', import.meta.url), 'utf8')
const { code } = transformSync(search, { loader: 'ts', format: 'esm' })
export const { findBrowsers } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)

const installWithApt = () => {
  const run = (...args) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0
  return run('update') && run('install', '-y', 'chromium')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.getuid?.() === 0
  if (findBrowsers().length === 0 && !process.env['CHROME_PATH'] && root && existsSync('/usr/bin/apt-get')) installWithApt()
  const [path] = findBrowsers()
  if (path) console.error(`browser tests drive ${path}`)
  else {
    console.error(
      'The tests need Chrome or Chromium and found none. Install one (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium)\nor set CHROME_PATH to its executable, then run npm test again.',
    )
    process.exitCode = 1
  }
}
