import { thrownText } from './thrown.ts'

/** What is being done to which file. */
export interface Phase {
  /** In the past tense, to stand before the file: `parsed`, `laid out`. */
  readonly doing: string
  readonly file: string
}

/** Something was thrown in a phase. Nothing that an author writes throws, so it is a mistake (a crash) of the program itself. */
export class PhaseError extends Error {
  readonly phase: Phase
  constructor(phase: Phase, cause: unknown) {
    super(`${thrownText(cause)}, when hoverdeck ${phase.doing} “${phase.file}”`, { cause })
    this.name = 'PhaseError'
    this.phase = phase
  }
}

/** Does the work of a phase. What that throws comes out as a PhaseError; the innermost phase counts. */
export function inPhase<Result>(phase: Phase, work: () => Result): Result {
  const fail = (thrown: unknown): never => {
    throw thrown instanceof PhaseError ? thrown : new PhaseError(phase, thrown)
  }
  try {
    const result = work()
    return result instanceof Promise ? (result.catch(fail) as Result) : result
  } catch (thrown) {
    return fail(thrown)
  }
}
