import { run } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in-process in a folder, with `stdin` as its standard input. */
export async function deck(cwd: string, args: readonly string[], stdin: string | Uint8Array = ''): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const code = await run(args, {
    cwd,
    // Bytes as characters.
    stdout: (data) => {
      stdout += typeof data === 'string' ? data : Buffer.from(data).toString('latin1')
    },
    stderr: (text) => {
      stderr += text
    },
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    importModule: (url) => import(url),
    colour: false,
  })
  return { code, stdout, stderr }
}
