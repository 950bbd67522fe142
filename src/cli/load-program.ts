import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'
import { draftIn, removeOldDrafts } from '../1-source/draft.ts'

export interface Program<Exports> {
  readonly exports: Exports
  /** Keeps what V8 has compiled so far for the next process, unless what is kept was of use to this one. */
  readonly keepCode: () => void
}

type Wrapper = (exports: unknown, require: NodeJS.Require, module: { exports: unknown }, filename: string, folder: string) => void

/**
 * Loads a CommonJS module, written as the function that Node would wrap it in, with V8's code cache: its functions come compiled, which
 * saves a fifth of a build's time. The cache lies beside the file, whose name has to change with its content (V8 compares no more than
 * the length). One of another V8 or of other flags V8 passes over itself; a damaged one would abort the process, so it never sees it.
 */
export function loadProgram<Exports>(file: string): Program<Exports> {
  const cache = `${file}.${process.versions.v8}.cache`
  const memory = new Memory()
  // esbuild writes ASCII.
  const source = inFile(file, (descriptor, size) => memory.read(descriptor, size).toString('latin1'))
  const cachedData = readSealed(cache, memory)
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) })
  const wasOfUse = cachedData !== undefined && script.cachedDataRejected !== true
  const module = { exports: {} }
  const wrapper: Wrapper = script.runInThisContext()
  wrapper(module.exports, createRequire(file), module, file, dirname(file))
  return {
    exports: module.exports as Exports,
    keepCode: () => {
      if (!wasOfUse) writeIfAllowed(cache, sealed(script.createCachedData()))
    },
  }
}

/**
 * The data twice. That tells damage, not malice (who may write here may write the program), in less time than any checksum: comparing takes 0.1 ms
 * for 1 MB, and loading node:zlib for its CRC 2 ms.
 */
const sealed = (data: Buffer): Buffer => Buffer.concat([data, data])

/** Undefined for what is not there or not whole. */
function readSealed(path: string, memory: Memory): Buffer | undefined {
  try {
    return inFile(path, (descriptor, size) => {
      const half = size / 2
      if (half === 0 || !Number.isInteger(half)) return undefined
      const data = memory.read(descriptor, half)
      const again = Buffer.allocUnsafe(65_536)
      for (let at = 0; at < half; ) {
        const length = readSync(descriptor, again, 0, Math.min(again.length, half - at), null)
        if (length === 0 || again.compare(data, at, at + length, 0, length) !== 0) return undefined
        at += length
      }
      return data
    })
  } catch {
    return undefined
  }
}

/** In bytes; what is not used costs nothing. */
const roomy = 4 * 1024 * 1024

/** Memory that one file after the other is read into: the system takes as long to give a page of it as for reading what it holds. */
class Memory {
  #bytes = Buffer.allocUnsafeSlow(roomy)

  /** The next bytes of a file, until the next call. */
  read(descriptor: number, size: number): Buffer {
    if (this.#bytes.length < size) this.#bytes = Buffer.allocUnsafeSlow(size)
    let end = 0
    for (let length = -1; end < size && length !== 0; end += length) length = readSync(descriptor, this.#bytes, end, size - end, null)
    return this.#bytes.subarray(0, end)
  }
}

function inFile<Result>(path: string, read: (descriptor: number, size: number) => Result): Result {
  const descriptor = openSync(path, 'r')
  try {
    return read(descriptor, fstatSync(descriptor).size)
  } finally {
    closeSync(descriptor)
  }
}

/** Whoever may not write where the program is installed goes without. */
function writeIfAllowed(path: string, data: Buffer): void {
  const draft = draftIn(dirname(path))
  try {
    removeOldDrafts(dirname(path))
    writeFileSync(draft, data)
    renameSync(draft, path)
  } catch {
    rmSync(draft, { force: true })
  }
}
