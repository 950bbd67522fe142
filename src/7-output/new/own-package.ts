import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reasonOf } from '../../1-source/reason.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { version } from '../../version.ts'
import { packageFile } from '../package-file.ts'

/** Where a new talk is to install from what started it. */
export interface OwnPackage {
  /** For its package.json. */
  readonly spec: string
  /** What the spec names, to be written into its folder. */
  readonly tarball?: { readonly path: string; readonly bytes: Uint8Array }
  readonly problem?: Diagnostic
}

/**
 * A version of the registry where this package came from there (scripts/mark-published.mjs). Else it packs itself, and the talk brings it: a
 * path into this machine would do on no other, and in no workflow.
 */
export function ownPackage(): OwnPackage {
  if (existsSync(packageFile('dist/published'))) return { spec: `^${version}` }
  const folder = packageFile('.')
  const packed = pack(folder)
  if (typeof packed === 'string') return { spec: `file:${folder}`, problem: diagnose('command/not-packed', { folder, reason: packed }) }
  const path = `vendor/hoverdeck-${version}.tgz`
  return { spec: `file:${path}`, tarball: { path, bytes: packed } }
}

/** What `npm pack` makes of a folder, or why it does not. */
function pack(folder: string): Uint8Array | string {
  const scratch = mkdtempSync(join(tmpdir(), 'hoverdeck-pack-'))
  try {
    // Without scripts: what runs is built. Windows knows npm as a batch file, which only a shell starts.
    const args = ['pack', folder, '--ignore-scripts', '--silent', '--pack-destination', scratch]
    const { status, stdout, stderr, error } = spawnSync('npm', args, {
      cwd: scratch,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (error) return 'code' in error && error.code === 'ENOENT' ? 'there is no npm' : reasonOf(error)
    if (status !== 0) return stderr.trim().split('\n')[0] || `it ended with ${status}`
    return readFileSync(join(scratch, stdout.trim()))
  } catch (error) {
    return reasonOf(error)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
