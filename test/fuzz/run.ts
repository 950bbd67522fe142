import { type Random, randomFrom } from './random.ts'
import { scratchFolder, type Target, targets } from './targets.ts'

export interface Failure {
  readonly target: string
  /** Of the input; with the seed it makes the input again. */
  readonly index: number
  readonly input: string
  readonly error: unknown
}

export interface RunOptions {
  readonly seed: number
  /** From the input with this index … */
  readonly from: number
  /** … to the one before this. */
  readonly to: number
  /** Only this target. */
  readonly only?: string
  /** More than this for one input is a fault, ms. */
  readonly patience: number
  readonly onFailure: (failure: Failure) => void
  readonly onProgress?: (index: number) => void
}

const total = targets.reduce((sum, { weight }) => sum + weight, 0)

function targetFor(random: Random): Target {
  let rest = random.below(total)
  for (const target of targets) {
    if (rest < target.weight) return target
    rest -= target.weight
  }
  throw new Error('weights do not add up')
}

/** Gives every target its inputs, one after the other, and tells of each that throws or takes too long. Returns how many there were. */
export async function fuzz({ seed, from, to, only, patience, onFailure, onProgress }: RunOptions): Promise<number> {
  const folder = scratchFolder(seed)
  let count = 0
  try {
    for (let index = from; index < to; index++) {
      const random = randomFrom(seed, index)
      const target = targetFor(random)
      if (only !== undefined && target.name !== only) continue
      const input = target.input(random)
      const start = performance.now()
      try {
        await target.run(input, folder.path, random)
        const time = performance.now() - start
        if (time > patience) throw new Error(`it took ${Math.round(time)} ms`)
      } catch (error) {
        onFailure({ target: target.name, index, input, error })
      }
      count++
      onProgress?.(index)
    }
  } finally {
    folder.remove()
  }
  return count
}

/** Where an error was thrown, as far as two are the same fault. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack = '', message } = error.cause instanceof Error ? error.cause : error
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line) && !/fuzz[/\\](?:run\.ts|fuzz\.mjs)/.test(line))
  return places.slice(0, 2).join('\n') || message
}

/** The shortest input that is found by leaving out of a failing one, piece by piece, and fails at the same place. */
export async function shrink({ index, input, error }: Failure, seed: number): Promise<string> {
  const folder = scratchFolder(seed)
  const place = placeOf(error)
  const fails = async (text: string): Promise<boolean> => {
    const random = randomFrom(seed, index)
    const target = targetFor(random)
    target.input(random)
    try {
      await target.run(text, folder.path, random)
      return false
    } catch (thrown) {
      return placeOf(thrown) === place
    }
  }
  let shortest = input
  for (let size = Math.ceil(input.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < shortest.length; ) {
      const without = shortest.slice(0, at) + shortest.slice(at + size)
      if (await fails(without)) shortest = without
      else at += size
    }
  }
  folder.remove()
  return shortest
}
