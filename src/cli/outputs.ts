import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { reasonOf } from '../1-source/reason.ts'

/** One page to build: absolute paths; `output` is '-' for standard output, `input` is '-' for standard input. */
export interface Job {
  readonly input: string
  readonly output: string
  /** The user named this very file. */
  readonly isNamed?: boolean
  /** Where `--assets copy` puts its files, seen from the page: pages of one site may have files of one name. Absent for a single page. */
  readonly assetFolder?: string
}

export interface Plan {
  readonly jobs: readonly Job[]
  /** Where an index of the pages goes; absent for a single deck. */
  readonly index?: string
  /** Wrong use: what to say instead of building. */
  readonly problem?: string
}

const deckName = /\.(rst|rest|txt|md|markdown|mdown|mkd|qmd|rmd)$/i
const listedName = /\.(rst|rest|md|markdown)$/i

/**
 * Which pages `deck build` writes. One deck: beside its source, or `-o` (a file; a folder gets `NAME.html`). Several decks or a folder: a
 * site below `-o` with an index. As with Hovercraft, `deck build DECK FOLDER` writes `FOLDER/index.html`.
 */
export function planOutputs(inputs: readonly string[], output: string | undefined, cwd: string): Plan {
  const [first, second] = inputs
  if (first !== undefined && second !== undefined && inputs.length === 2 && output === undefined && isTargetFolder(second, cwd)) {
    const page = `“${second}” is the name of a page: write -o ${second}, or ${second}/ for a folder.`
    if (isPageName(second, cwd)) return { jobs: [], problem: page }
    return { jobs: [{ input: inputPath(first, cwd), output: join(resolve(cwd, second), 'index.html') }] }
  }
  const { decks, problem } = findDecks(inputs, cwd)
  const [only] = decks
  if (problem !== undefined) return { jobs: [], problem }
  if (inputs.length === 1 && only && !isFolder(resolve(cwd, first ?? ''))) return { jobs: [singleJob(only, output, cwd)] }
  if (decks.includes('-')) return { jobs: [], problem: 'Standard input is one deck: build it by itself.' }
  if (output === '-') return { jobs: [], problem: 'Several pages cannot go to standard output: name a folder with -o.' }
  if (output !== undefined && isPageName(output, cwd))
    return { jobs: [], problem: `Several pages cannot go into “${output}”: name a folder with -o.` }
  const folder = output === undefined ? undefined : resolve(cwd, output)
  const jobs = siteJobs(decks, folder)
  const clash = repeated(jobs.map((job) => job.output))[0]
  if (clash !== undefined) return { jobs: [], problem: `Two decks would be written to ${clash}: build them to different folders.` }
  const index = folder === undefined ? undefined : join(folder, 'index.html')
  // A deck called index is the author's own index.
  return index === undefined || jobs.some((job) => job.output === index) ? { jobs } : { jobs, index }
}

/** `talk.html` for each deck; `talk.rst.html` and `talk.md.html` where there are both. */
function siteJobs(decks: readonly string[], folder: string | undefined): Job[] {
  const pageOf = (input: string, name: string): string => join(folder ?? dirname(input), name)
  const twice = new Set(repeated(decks.map((input) => pageOf(input, pageName(input)))))
  return decks.map((input) => {
    const plain = pageOf(input, pageName(input))
    const output = twice.has(plain) ? pageOf(input, `${basename(input)}.html`) : plain
    return { input, output, ...(decks.length > 1 ? { assetFolder: `assets/${basename(output, '.html')}` } : {}) }
  })
}

const repeated = (names: readonly string[]): string[] => {
  const seen = new Set<string>()
  return names.filter((name) => seen.size === seen.add(name).size)
}

/** A second argument that is no deck is Hovercraft's target folder, whether it exists or not. */
const isTargetFolder = (path: string, cwd: string): boolean =>
  path !== '-' && (isFolder(resolve(cwd, path)) ? findDecks([path], cwd).decks.length === 0 : !deckName.test(path))

const singleJob = (input: string, output: string | undefined, cwd: string): Job => {
  if (output === '-') return { input, output }
  if (output === undefined) return { input, output: input === '-' ? '-' : join(dirname(input), pageName(input)) }
  const path = resolve(cwd, output)
  const isFolderName = /[\\/]$/.test(output) || (isFolder(path) && input !== '-')
  return isFolderName ? { input, output: join(path, pageName(input)) } : { input, output: path, isNamed: true }
}

/** Standard input by its path is as `-` is; another pipe that has a path is none that is read. */
const standardInputs = ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']

/** Absolute, or '-' for standard input. */
export const inputPath = (input: string, cwd: string): string => (standardInputs.includes(input) ? '-' : resolve(cwd, input))

const pageName = (input: string): string => `${basename(input, extname(input))}.html`

export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Whether a path is one page's: a file is there, or nothing, and it is called like a page. */
const isPageName = (path: string, cwd: string): boolean =>
  !/[\\/]$/.test(path) && !isFolder(resolve(cwd, path)) && (/\.html?$/i.test(path) || existsSync(resolve(cwd, path)))

/** The decks of the inputs, folders opened; absolute paths, '-' for standard input. Wrong use where there is none. */
export function findDecks(inputs: readonly string[], cwd: string): { readonly decks: readonly string[]; readonly problem?: string } {
  try {
    const decks = inputs.map((input) => inputPath(input, cwd)).flatMap((path) => (path !== '-' && isFolder(path) ? decksIn(path) : [path]))
    return decks.length > 0 ? { decks } : { decks, problem: `There is no deck (.rst, .md) in ${inputs.join(', ')}.` }
  } catch (error) {
    return { decks: [], problem: `The folder cannot be read: ${reasonOf(error)}.` }
  }
}

const decksIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => listedName.test(name))
    .sort()
    .map((name) => join(folder, name))
