#!/usr/bin/env node
import { fstatSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { loadProgram } from './load-program.ts'

/** Name of the file beside this one that run.ts is bundled into; the build puts it in. */
declare const programName: string

const readStdin = async (limit: number): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}

/** Set once standard output has been made and does not take what it is given. */
let outputProblem: NodeJS.ErrnoException | undefined
let isOutputUsed = false

/** A stream takes Node 2 ms to make, and most commands write nothing to this one. */
const writeOut = (data: string | Uint8Array): void => {
  if (!isOutputUsed) {
    process.stdout.on('error', (error) => {
      outputProblem ??= error
    })
  }
  isOutputUsed = true
  process.stdout.write(data)
}

/** Resolves when all of standard output is written, or will never be. */
const outputWritten = async (): Promise<NodeJS.ErrnoException | undefined> => {
  if (isOutputUsed && !outputProblem) await new Promise((done) => process.stdout.write('', done))
  // Whoever reads the page may stop before its end: `deck build talk.rst -o - | head`.
  return outputProblem?.code === 'EPIPE' ? undefined : outputProblem
}

let isErrorStreamUsed = false

/** Without a stream, which takes Node 3 ms to make, as long as whoever reads it keeps up. What cannot be said is not said: `2> /dev/full`. */
const writeError = (text: string): void => {
  let left = Buffer.from(text)
  try {
    while (!isErrorStreamUsed && left.length > 0) left = left.subarray(writeSync(2, left))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
  }
  if (left.length === 0) return
  if (!isErrorStreamUsed) process.stderr.on('error', () => undefined)
  isErrorStreamUsed = true
  process.stderr.write(left)
}

/** Asking the stream would make it. The null device is one, too, and minds no colours. */
const isTerminal = (descriptor: number): boolean => {
  try {
    return fstatSync(descriptor).isCharacterDevice()
  } catch {
    return false
  }
}

const main = async (args: readonly string[]): Promise<void> => {
  const program = loadProgram<typeof import('./run.ts')>(join(import.meta.dirname, programName))
  const io = {
    cwd: process.cwd(),
    stdout: writeOut,
    stderr: writeError,
    stdin: readStdin,
    importModule: (url: string) => import(url),
    colour: process.env['NO_COLOR'] ? false : process.env['FORCE_COLOR'] !== undefined || isTerminal(2),
  }
  process.on('uncaughtException', (thrown) => process.exit(program.exports.crash(thrown, args, io)))
  const code = await program.exports.run(args, io)
  const problem = await outputWritten()
  process.exitCode = problem ? program.exports.outputFailed(problem, io) : code
  if (args[0] !== 'build') return
  // A build runs most of the program.
  if (process.exitCode === 0) program.keepCode()
  // All is written: taking down what nobody needs any more would take 3 ms.
  process.exit()
}

/**
 * Node 20's V8 optimises a function after so little work that a build, most of whose functions run a few times, spends a fifth of its time on code
 * that it throws away again; with a larger budget (in bytes of bytecode run) a deck of 950 slides takes less time, too. Later ones do well by themselves.
 */
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=500000')

// No top-level await: the command starts as CommonJS, which Node loads in half the time of an ES module.
main(process.argv.slice(2))
