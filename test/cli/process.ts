import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Ran } from './run.ts'

/** Runs the built command as a process of its own (`node scripts/build.mjs` makes it), 20 s at most. */
export function deckProcess(cwd: string, args: readonly string[], options: Pick<SpawnSyncOptions, 'input' | 'stdio' | 'env'> = {}): Ran {
  const program = resolve('dist/deck.cjs')
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    timeout: 20_000,
    encoding: 'utf8',
    ...options,
  })
  if (status === null) throw new Error(`deck ${args.join(' ')} was ended by ${signal}: ${stderr}`)
  return { code: status, stdout: stdout ?? '', stderr: stderr ?? '' }
}
