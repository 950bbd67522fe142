import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../1-source/project.ts'
import type { CompileOptions } from '../compile.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { placeInModule, thrownText } from '../diagnostics/thrown.ts'
import type { Io } from './io.ts'

/** Where a deck's configuration may lie: in its project's root, else beside it. The first that is there counts. */
export const configPaths = (deck: string): string[] =>
  ['deck.config.mjs', 'deck.config.js'].map((name) => join(projectRoot(deck) ?? dirname(deck), name))

/** The project's deck.config.mjs: `export default { directives: [...], roles: [...], theme: '…' }`. */
export async function loadConfig(paths: readonly string[], io: Io): Promise<Partial<CompileOptions> | Diagnostic> {
  for (const path of paths) {
    const there = statSync(path, { throwIfNoEntry: false })
    if (!there) continue
    // The import of a pipe would wait for ever.
    if (!there.isFile()) return diagnose('command/bad-config', { path, reason: 'it is no file.' })
    try {
      // Node keeps a module by its address: after a change (deck watch) it needs another.
      const module = await unlessNothingIsLeft(io.importModule(`${pathToFileURL(path).href}?${there.mtimeMs}`))
      const wrong = problemOf(module.default ?? {})
      return wrong === undefined ? (module.default ?? {}) : diagnose('command/bad-config', { path, reason: wrong })
    } catch (thrown) {
      const place = placeInModule(thrown)
      return diagnose('command/bad-config', { path, reason: `${thrownText(thrown)}${place === undefined ? '' : ` (${place})`}.` })
    }
  }
  return {}
}

/** Node ends, as if all were well, when nothing is left that could happen: a module may await what never comes. */
async function unlessNothingIsLeft(imported: Promise<unknown>): Promise<{ readonly default?: unknown }> {
  let end: () => void = () => undefined
  const nothingLeft = new Promise((_, fail) => {
    end = () => fail(new Error('it awaits what never comes'))
    process.once('beforeExit', end)
  })
  try {
    return (await Promise.race([imported, nothingLeft])) as { readonly default?: unknown }
  } finally {
    process.off('beforeExit', end)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isDeclaration = (value: unknown): boolean =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['run'] === 'function'

const areDeclarations = (value: unknown): boolean => Array.isArray(value) && value.every(isDeclaration)

/** And what to say where it fails. */
type Test = readonly [isRight: (value: unknown) => boolean, expected: string]

/** What the default export may hold. */
const members: ReadonlyMap<string, Test> = new Map(
  Object.entries<Test>({
    directives: [areDeclarations, 'a list of objects with a name and a function run'],
    roles: [areDeclarations, 'a list of objects with a name and a function run'],
    theme: [(value) => typeof value === 'string', 'a name or a path'],
  }),
)

/** What is wrong with a default export, as a sentence. */
function problemOf(config: unknown): string | undefined {
  if (!isObject(config)) return 'its default export is no object.'
  const wrong = [...members].find(([name, [isRight]]) => config[name] !== undefined && !isRight(config[name]))
  return wrong && `“${wrong[0]}” is not ${wrong[1][1]}.`
}
