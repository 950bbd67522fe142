// Runs the tests that measure laid-out text once more, on a machine that has other fonts: Debian's Noto instead of all that are installed here.
// What they say must not be true of one machine's fonts alone. Nothing is installed: the package is unpacked into a folder for the time.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Those of test/browser in which the width or height of a text decides. */
const files = [
  'around',
  'drawing-size',
  'fitting',
  'on-drawing',
  'phone',
  'print',
  'published-decks',
  'seed-deck',
  'text-on-picture',
  'turned',
  'unfold-in-deck',
].map((name) => `browser/${name}.test.ts`)

const run = (command, args, options = {}) => spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0

const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-fonts-'))
const download = () => run('apt-get', ['download', '-q', 'fonts-noto-core'], { cwd: folder })
const unpack = () => readdirSync(folder).every((name) => !name.endsWith('.deb') || run('dpkg', ['-x', name, 'unpacked'], { cwd: folder }))

try {
  if (!((download() || (run('apt-get', ['update', '-q']) && download())) && unpack())) {
    console.error(
      'The second set of fonts is Debian’s package fonts-noto-core, and apt-get and dpkg bring it: one of them failed or is not here.',
    )
    process.exitCode = 1
  } else {
    const config = join(folder, 'fonts.conf')
    const cache = join(folder, 'cache')
    mkdirSync(cache)
    writeFileSync(
      config,
      `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig><dir>${join(folder, 'unpacked/usr/share/fonts')}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
    )
    const vitest = resolve('node_modules/vitest/vitest.mjs')
    const env = { ...process.env, FONTCONFIG_FILE: config }
    if (!run(process.execPath, [vitest, 'run', '--config', 'test/vitest.config.ts', ...files], { env })) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
