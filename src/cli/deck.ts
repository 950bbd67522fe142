#!/usr/bin/env node
import { join } from 'node:path'
import { loadProgram } from './load-program.ts'

/** Name of the file beside this one that run.ts is bundled into; the build puts it in. */
declare const programName: string

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A stream takes Node 2 ms to make, and most commands write nothing to this one. */
const writeOut = (data: string | Uint8Array): void => {
  // Whoever reads the page may stop before its end: `deck build talk.rst -o - | head`.
  if (process.stdout.listenerCount('error', ignoreClosed) === 0) process.stdout.on('error', ignoreClosed)
  process.stdout.write(data)
}

const ignoreClosed = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}

const main = async (args: readonly string[]): Promise<void> => {
  const program = loadProgram<typeof import('./run.ts')>(join(import.meta.dirname, programName))
  process.exitCode = await program.exports.run(args, {
    cwd: process.cwd(),
    stdout: writeOut,
    stderr: (text) => process.stderr.write(text),
    stdin: readStdin,
    importModule: (url) => import(url),
    colour: process.env['NO_COLOR'] ? false : process.env['FORCE_COLOR'] !== undefined || process.stderr.isTTY === true,
  })
  // A build runs most of the program.
  if (args[0] === 'build' && process.exitCode === 0) program.keepCode()
}

// No top-level await: the command starts as CommonJS, which Node loads in half the time of an ES module.
main(process.argv.slice(2))
