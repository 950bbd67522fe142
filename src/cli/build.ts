import { dirname, join, resolve } from 'node:path'
import { writeWhole } from '../7-output/write-file.ts'
import type { Compilation } from '../compile.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { hasErrors } from '../diagnostics/format.ts'
import { compileDeck } from './compile-deck.ts'
import type { CompileFlags } from './flags.ts'
import { exitCodes, type Io, kilobytes, printDiagnostics, refuse, shown } from './io.ts'
import { type Job, planOutputs } from './outputs.ts'

/** `deck build`: writes the pages; 1 if any deck has errors, though every page that could be made is written. */
export async function build(inputs: readonly string[], flags: CompileFlags & { output?: string }, io: Io): Promise<number> {
  const plan = planOutputs(inputs, flags.output, io.cwd)
  if (plan.problem !== undefined) return refuse(plan.problem, io)
  let failed = false
  const built: { readonly output: string; readonly title: string; readonly steps: number }[] = []
  for (const job of plan.jobs) {
    const compilation = await buildOne(job, flags, io)
    if (!compilation || hasErrors(compilation.diagnostics)) failed = true
    if (compilation) built.push({ output: job.output, title: compilation.deck.title, steps: compilation.deck.steps.length })
  }
  if (plan.index !== undefined) {
    const { siteIndex } = await import('../7-output/site-index.ts')
    const problem = writeWhole(plan.index, siteIndex(built, dirname(plan.index)))
    if (problem) {
      printDiagnostics([problem], io, { textOf: () => undefined })
      failed = true
    }
  }
  return failed ? exitCodes.errors : exitCodes.well
}

async function buildOne(job: Job, flags: CompileFlags, io: Io): Promise<Compilation | undefined> {
  const start = Date.now()
  const compilation = await compileDeck(job.input, flags, io)
  if ('code' in compilation) return complain([compilation], io)
  const problems = writePage(job, compilation, io)
  const { diagnostics, textOf, deck } = compilation
  const counted = printDiagnostics([...diagnostics, ...problems], io, { textOf, verbose: flags.verbose === true })
  if (problems.length > 0) return undefined
  if (job.output !== '-') {
    const size = kilobytes(Buffer.byteLength(compilation.page.html))
    const time = `${Date.now() - start} ms`
    const steps = `${deck.steps.length} step${deck.steps.length === 1 ? '' : 's'}`
    io.stderr(`${shown(job.output, io.cwd)}  ${[steps, size, time, counted].filter(Boolean).join(', ')}\n`)
  }
  return compilation
}

function writePage(job: Job, { page }: Compilation, io: Io): Diagnostic[] {
  if (job.output === '-') {
    io.stdout(page.html)
    return []
  }
  if (resolve(job.output) === job.input) return [diagnose('command/output-is-input', { path: job.output })]
  const assets = page.assets.map((asset) => writeWhole(join(dirname(job.output), asset.path), asset.bytes))
  return [...assets, writeWhole(job.output, page.html)].filter((problem) => problem !== undefined)
}

const complain = (diagnostics: readonly Diagnostic[], io: Io): undefined => {
  printDiagnostics(diagnostics, io, { textOf: () => undefined })
  return undefined
}
