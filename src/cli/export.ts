import { basename, dirname, extname, join, resolve } from 'node:path'
import { looksOf } from '../3-deck/on-drawing.ts'
import { slideTitle } from '../3-deck/slide-title.ts'
import type { Wish } from '../7-output/export/browser-export.ts'
import { readSlideChoice } from '../7-output/export/slide-choice.ts'
import { readBuiltScript } from '../7-output/package-file.ts'
import type { Limits } from '../7-output/place.ts'
import { writeWhole } from '../7-output/write-file.ts'
import type { Compilation } from '../compile.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { compileDeck } from './compile-deck.ts'
import type { ExportFlags, Format, PictureSize } from './export-command.ts'
import { exitCodeOf, type Io, kilobytes, printDiagnostics, refuse, shown } from './io.ts'
import { limitsOf } from './limits.ts'
import { inputPath, isFolder } from './outputs.ts'

interface Job {
  /** Absolute, or '-'. */
  readonly input: string
  readonly compilation: Compilation
  /** Chosen slides, from 0. */
  readonly slides: readonly number[]
  readonly flags: ExportFlags
  readonly io: Io
  /** Ctrl+C. */
  readonly signal: AbortSignal
}

/** What was made, or why not. */
interface Outcome {
  readonly diagnostics: readonly Diagnostic[]
  /** `talk.pdf  19 pages, 480 kB`; absent where nothing was made or where it went to standard output. */
  readonly summary?: string
  readonly wrongUse?: string
}

/** `deck export`: a PDF, pictures or the notes; 1 if the deck has errors, though what can be made of it is. */
export async function exportDeck(
  given: string,
  format: Format,
  size: PictureSize | undefined,
  flags: ExportFlags,
  io: Io,
): Promise<number> {
  const start = Date.now()
  const input = inputPath(given, io.cwd)
  // No console may open, and no help may lie over the first slide.
  const compilation = await compileDeck(input, { ...flags, assets: 'inline', autoConsole: false, skipHelp: true }, io)
  if ('code' in compilation) {
    printDiagnostics([compilation], io, { textOf: () => undefined })
    return exitCodeOf([compilation])
  }
  const { diagnostics, textOf, deck } = compilation
  const slides = flags.slides === undefined ? [...deck.steps.keys()] : readSlideChoice(flags.slides, deck.steps.length)
  if (typeof slides === 'string') return refuse(slides, io)
  const { outcome, ended } = await untilInterrupted((signal) => {
    const job: Job = { input, compilation, slides, flags, io, signal }
    return format === 'pdf' ? exportPdf(job) : format === 'png' ? exportPictures(job, size) : exportNotes(job)
  })
  if (ended !== undefined) return ended
  if (outcome.wrongUse !== undefined) return refuse(outcome.wrongUse, io)
  const all = [...diagnostics, ...outcome.diagnostics]
  const counted = printDiagnostics(all, io, { textOf, verbose: flags.verbose === true })
  const time = `${((Date.now() - start) / 1000).toFixed(1)} s`
  if (outcome.summary !== undefined) io.stderr(`${[outcome.summary, time, counted].filter(Boolean).join(', ')}\n`)
  return exitCodeOf(all)
}

/** Lets the browser close before the process ends; `ended` is then what a shell expects of it, 128 and the signal's number. */
async function untilInterrupted(work: (signal: AbortSignal) => Promise<Outcome>): Promise<{ outcome: Outcome; ended?: number }> {
  const controller = new AbortController()
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
  let ended: number | undefined
  const end = (name: NodeJS.Signals): void => {
    ended ??= codes[name as keyof typeof codes]
    controller.abort()
  }
  for (const name of Object.keys(codes)) process.on(name, end)
  try {
    const outcome = await work(controller.signal)
    return ended === undefined ? { outcome } : { outcome, ended }
  } finally {
    for (const name of Object.keys(codes)) process.off(name, end)
  }
}

async function exportPdf(job: Job): Promise<Outcome> {
  const { printPdf } = await import('../7-output/export/browser-export.ts')
  const { deck } = job.compilation
  const about = (name: string) => deck.fields[name]?.value ?? ''
  const exported = await printPdf({
    ...wishOf(job),
    looks: Object.fromEntries(looksOf(deck.steps)),
    titles: deck.steps.map((step) => ({ text: slideTitle(step.content), level: step.level })),
    about: { title: deck.title, author: about('author'), subject: about('description'), keywords: about('keywords') },
  })
  if ('code' in exported) return { diagnostics: [exported] }
  const { result, diagnostics } = exported
  if (!result) return { diagnostics: [...diagnostics, diagnose('command/no-pages', {})] }
  const pages = `${result.pages} page${result.pages === 1 ? '' : 's'}, ${kilobytes(result.bytes.length)}`
  return writeOne(job, '.pdf', result.bytes, pages, diagnostics)
}

async function exportNotes(job: Job): Promise<Outcome> {
  const { printNotes } = await import('../7-output/export/print-notes.ts')
  const { deck, document } = job.compilation
  return writeOne({ ...job, flags: { output: '-', ...job.flags } }, '.md', printNotes(deck, document, job.slides), 'notes', [])
}

async function exportPictures(job: Job, size: PictureSize | undefined): Promise<Outcome> {
  const { flags, io, compilation, slides } = job
  if (flags.output === '-') return { diagnostics: [], wrongUse: 'Pictures cannot go to standard output: name a folder with -o.' }
  const { takePictures } = await import('../7-output/export/browser-export.ts')
  const isFile = flags.output !== undefined && /\.png$/i.test(flags.output) && !isFolder(resolve(io.cwd, flags.output))
  if (isFile && (slides.length > 1 || flags.substeps)) {
    return { diagnostics: [], wrongUse: `“${flags.output}” is one file: name a folder, or a single slide with --slides.` }
  }
  const folder = flags.output === undefined ? dirname(pageOf(job)) : resolve(io.cwd, flags.output)
  const limits = limitsFor(isFile ? dirname(folder) : folder, job)
  const digits = Math.max(2, String(compilation.deck.steps.length).length)
  const problems: Diagnostic[] = []
  let bytes = 0
  const exported = await takePictures({ ...wishOf(job), size: size ?? compilation.canvas }, ({ slide, pressed, presses, png }) => {
    const press = flags.substeps && presses > 0 ? `-${String(pressed + 1).padStart(String(presses + 1).length, '0')}` : ''
    const name = `${nameOf(job)}-${String(slide + 1).padStart(digits, '0')}${press}.png`
    const problem = writeWhole({ path: isFile ? folder : join(folder, name), isNamed: isFile, limits }, png)
    if (problem) problems.push(problem)
    bytes += png.length
    return !problem
  })
  if ('code' in exported) return { diagnostics: [exported] }
  const diagnostics = [...exported.diagnostics, ...problems]
  const count = exported.result
  if (count === 0 && problems.length === 0) return { diagnostics: [...diagnostics, diagnose('command/no-pages', {})] }
  if (problems.length > 0) return { diagnostics }
  const place = isFile ? shown(folder, io.cwd) : `${shown(join(folder, nameOf(job)), io.cwd)}-*.png`
  return { diagnostics, summary: `${place}  ${count} picture${count === 1 ? '' : 's'}, ${kilobytes(bytes)}` }
}

const wishOf = (job: Job): Wish => ({
  html: job.compilation.page.html,
  path: pageOf(job),
  script: readBuiltScript('export'),
  canvas: job.compilation.canvas,
  slides: job.slides,
  substeps: job.flags.substeps === true,
  signal: job.signal,
})

function writeOne(job: Job, extension: string, content: string | Uint8Array, what: string, found: readonly Diagnostic[]): Outcome {
  const { input, flags, io } = job
  const output = flags.output ?? (input === '-' ? '-' : undefined)
  if (output === '-') {
    io.stdout(content)
    return { diagnostics: found }
  }
  const path = output === undefined ? undefined : resolve(io.cwd, output)
  const isNamed = path !== undefined && !/[\\/]$/.test(output ?? '') && !isFolder(path)
  const target = isNamed ? path : join(path ?? dirname(input), nameOf(job) + extension)
  const problem = writeWhole({ path: target, isNamed, limits: limitsFor(dirname(target), job) }, content)
  return problem ? { diagnostics: [...found, problem] } : { diagnostics: found, summary: `${shown(target, io.cwd)}  ${what}` }
}

const limitsFor = (folder: string, { input, compilation, flags, io }: Job): Limits =>
  limitsOf(folder, { decks: [input], dependencies: compilation.dependencies }, flags, io.cwd)

const nameOf = ({ input }: Job): string => (input === '-' ? 'deck' : basename(input, extname(input)))

/** Where `deck build` would put the page: links to neighbours stay right. */
const pageOf = (job: Job): string => join(job.input === '-' ? job.io.cwd : dirname(job.input), `${nameOf(job)}.html`)
