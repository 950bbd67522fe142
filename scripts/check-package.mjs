// npm run check:package: what `npm run build` made is packed, and publint and attw look at the package as others would install and import it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'hoverdeck-pack-'))
const run = (command, args, stdout = 'inherit') =>
  spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', stdout, 'inherit'], shell: process.platform === 'win32' })

// Without scripts, which would build everything again.
const { stdout } = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', scratch], 'pipe')
const tarball = join(scratch, stdout.trim())
const checks = [
  ['publint', 'run', tarball, '--strict'],
  // ES modules alone: what needs CommonJS can `require` them since Node 20.19, which attw does not know.
  ['attw', tarball, '--profile', 'esm-only', '--no-definitely-typed', '--no-summary', '--format', 'ascii'],
]
const failed = checks.filter(([command, ...args]) => run(join('node_modules', '.bin', command), args).status !== 0)
rmSync(scratch, { recursive: true })
process.exitCode = failed.length === 0 ? 0 : 1
