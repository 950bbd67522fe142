import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { type Phase, PhaseError } from '../diagnostics/phase.ts'
import { stackFrames, thrownText } from '../diagnostics/thrown.ts'
import { version } from '../version.ts'
import { shown } from './io.ts'

/** How much of a stack is told: a deep recursion has a deep one. */
const framesTold = 8

/** What to tell of something thrown that nobody expected; `otherwise` is where, if no phase says it. */
export function crashOf(thrown: unknown, otherwise: Phase, cwd: string): Diagnostic {
  const { phase, cause } = thrown instanceof PhaseError ? thrown : { phase: otherwise, cause: thrown }
  const { doing, file } = phase
  const machine = `hoverdeck ${version}, Node ${process.version}, ${process.platform} ${process.arch}`
  const trace = [machine, ...stackFrames(cause).slice(0, framesTold)]
  return diagnose('command/crashed', { doing, file: shown(file, cwd), reason: thrownText(cause), trace })
}
