import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
  const cachedData = readSealed(cache)
  // esbuild writes ASCII.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData ? { cachedData } : {}) })
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
function readSealed(path: string): Buffer | undefined {
  try {
    const all = readFileSync(path)
    const half = all.length / 2
    const data = all.subarray(0, half)
    return half > 0 && data.equals(all.subarray(half)) ? data : undefined
  } catch {
    return undefined
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
