import { spawnSync } from 'node:child_process'

export interface PackedFile {
  /** From the package's folder, with `/`. */
  readonly path: string
  /** Bytes. */
  readonly size: number
}

/** Runs a program that is expected to succeed, and gives what it prints. */
export function runWell(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ends with ${status ?? error?.message}:\n${stdout}${stderr}`)
  return stdout
}

/** What `npm publish` would send. Nothing is built for it: `npm test` has built. */
export function packedFiles(): readonly PackedFile[] {
  const [packed] = JSON.parse(runWell('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], '.')) as [{ files: PackedFile[] }]
  return packed.files
}
