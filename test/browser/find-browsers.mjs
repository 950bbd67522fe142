// Says which browsers the tests drive: of Chrome's kind the one that deck export would find, which all browser tests need, and Firefox and WebKit for
// those that run in all three engines. `npm test` runs it first; it installs a Chromium where it can, or says what to install and fails. With
// HOVERDECK_ALL_ENGINES, as continuous integration sets it, all three are installed, and none may be missing: no test is skipped for want of a browser.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

// Node 20 reads no TypeScript.
const modules = ['../../src/7-output/export/find-browser.ts', './engines/find.ts'].map((path) => {
  const entry = fileURLToPath(new URL(path, import.meta.url))
  const [file] = buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'esm', platform: 'node' }).outputFiles
  return import(`data:text/javascript;base64,${Buffer.from(file.text).toString('base64')}`)
})
export const [{ findBrowsers }, { findEngines }] = await Promise.all(modules)

const packages = { chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] }

const installWithApt = (names) => {
  const run = (...args) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0
  return run('update') && run('install', '-y', ...names.flatMap((name) => packages[name]))
}

const missing = (wanted) => {
  const found = findEngines()
  return wanted.filter((name) => !found[name])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = Object.keys(packages)
  const wanted = process.env['HOVERDECK_ALL_ENGINES'] ? all : ['chromium']
  const root = process.getuid?.() === 0
  const installed = missing(wanted).filter((name) => name !== 'chromium' || !process.env['CHROME_PATH'])
  if (installed.length > 0 && root && existsSync('/usr/bin/apt-get')) installWithApt(installed)
  const lacking = missing(wanted)
  const left = missing(all)
  console.error(`browser tests drive ${all.filter((name) => !left.includes(name)).join(', ') || 'no browser'}`)
  if (lacking.includes('chromium')) {
    console.error(
      'The tests need Chrome or Chromium and found none. Install one (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium)\nor set CHROME_PATH to its executable, then run npm test again.',
    )
  }
  for (const name of left) {
    if (name !== 'chromium')
      console.error(`${name} is not installed: its tests do not run (Debian: apt-get install ${packages[name].join(' ')})`)
  }
  if (lacking.length > 0) process.exitCode = 1
}
