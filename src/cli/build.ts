import { dirname, join } from 'node:path'
import type { Limits } from '../7-output/place.ts'
import type { SiteEntry } from '../7-output/site-index.ts'
import { writeAll } from '../7-output/write-file.ts'
import type { Compilation } from '../compile.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { BuildFlags } from './build-command.ts'
import { compileDeck } from './compile-deck.ts'
import type { CompileFlags } from './flags.ts'
import { exitCodeOf, type Io, kilobytes, printDiagnostics, printNetworkNeeds, refuse, shown } from './io.ts'
import { limitsOf } from './limits.ts'
import { type Job, planOutputs } from './outputs.ts'

/**
 * `deck build`: writes the pages; 1 if any deck has errors, though every page that could be made is written. With `--lenient`, as Hovercraft was,
 * 1 only if one could not be.
 */
export async function build(inputs: readonly string[], flags: BuildFlags, io: Io): Promise<number> {
  const plan = planOutputs(inputs, flags.output, io.cwd)
  if (plan.problem !== undefined) return refuse(plan.problem, io)
  const found: Diagnostic[] = []
  const decks = plan.jobs.map(({ input }) => input)
  const dependencies = new Set<string>()
  const built: SiteEntry[] = []
  for (const job of plan.jobs) {
    const { diagnostics, page } = await buildOne(job, decks, flags, io)
    if (!page || !flags.lenient) found.push(...diagnostics)
    if (!page) continue
    built.push(page)
    for (const path of page.dependencies) dependencies.add(path)
  }
  if (plan.index !== undefined) {
    const { siteIndex } = await import('../7-output/site-index.ts')
    const folder = dirname(plan.index)
    const limits = limitsOf(folder, { decks, dependencies }, flags, io.cwd)
    const problems = writeAll([{ path: plan.index, content: siteIndex(built, folder), limits }])
    printDiagnostics(problems, io, { textOf: () => undefined })
    found.push(...problems)
  }
  return exitCodeOf(found)
}

interface Built {
  readonly diagnostics: readonly Diagnostic[]
  /** Absent where none was written. */
  readonly page?: SiteEntry & { readonly dependencies: Iterable<string> }
}

/** `decks` are those of the whole command, none of which is written over. */
async function buildOne(job: Job, decks: readonly string[], flags: CompileFlags, io: Io): Promise<Built> {
  const start = Date.now()
  const { assetFolder } = job
  const compilation = await compileDeck(job.input, assetFolder === undefined ? flags : { ...flags, assetFolder }, io)
  if ('code' in compilation) {
    printDiagnostics([compilation], io, { textOf: () => undefined })
    return { diagnostics: [compilation] }
  }
  const { diagnostics, textOf, deck, dependencies } = compilation
  const problems = writePage(job, compilation, limitsOf(dirname(job.output), { decks, dependencies }, flags, io.cwd), io)
  const all = [...diagnostics, ...problems]
  const counted = printDiagnostics(all, io, { textOf, verbose: flags.verbose === true })
  if (problems.length > 0) return { diagnostics: all }
  if (job.output !== '-') {
    const size = kilobytes(Buffer.byteLength(compilation.page.html))
    const time = `${Date.now() - start} ms`
    const steps = `${deck.steps.length} step${deck.steps.length === 1 ? '' : 's'}`
    io.stderr(`${shown(job.output, io.cwd)}  ${[steps, size, time, counted].filter(Boolean).join(', ')}\n`)
  }
  printNetworkNeeds(compilation.page, io)
  return { diagnostics: all, page: { output: job.output, title: deck.title, steps: deck.steps.length, dependencies } }
}

function writePage({ output, isNamed = false }: Job, { page }: Compilation, limits: Limits, io: Io): Diagnostic[] {
  if (output === '-') {
    io.stdout(page.html)
    return []
  }
  const root = dirname(output)
  const assets = page.assets.map(({ path, bytes }) => ({ path: join(root, path), content: bytes, root, limits }))
  return writeAll([...assets, { path: output, content: page.html, isNamed, limits }])
}
