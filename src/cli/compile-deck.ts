import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../1-source/project.ts'
import { decodeDeck, readDeck } from '../1-source/read-deck.ts'
import { cacheFolder } from '../7-output/cache-folder.ts'
import { readBuiltScript } from '../7-output/package-file.ts'
import { type Compilation, type CompileOptions, compile } from '../compile.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { CompileFlags } from './flags.ts'
import type { Io } from './io.ts'

/** Compiles one deck as the flags say. `input` is absolute, or '-' for standard input. A deck that cannot be read is a diagnostic. */
export async function compileDeck(input: string, flags: CompileFlags, io: Io): Promise<Compilation | Diagnostic> {
  const source = input === '-' ? decodeDeck(await io.stdin(), resolve(io.cwd, '<stdin>')) : readDeck(input)
  if ('code' in source) return source
  const config = flags.safe ? {} : await loadConfig(source.path, io)
  if ('code' in config) return config
  const compilation = await compile(source, { ...config, ...optionsFrom(flags, io) })
  return { ...compilation, diagnostics: [...notesOnFlags(flags), ...compilation.diagnostics] }
}

const isUrl = (path: string): boolean => /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(path)

const absolute = (paths: readonly string[], cwd: string): string[] => paths.map((path) => (isUrl(path) ? path : resolve(cwd, path)))

/** A theme's name, or a path: from where the command runs, else as the deck would have it. */
const themePath = (theme: string, cwd: string): string => {
  const path = resolve(cwd, theme)
  return /[./\\]/.test(theme) && existsSync(path) ? path : theme
}

function optionsFrom(flags: CompileFlags, io: Io): CompileOptions {
  return {
    player: readBuiltScript('player'),
    styles: absolute(flags.css ?? [], io.cwd),
    scripts: absolute(flags.js ?? [], io.cwd),
    resourcePath: absolute(flags.resourcePath ?? [], io.cwd),
    assets: flags.assets === 'copy' ? 'copy' : 'inline',
    ...(flags.theme === undefined ? {} : { theme: themePath(flags.theme, io.cwd) }),
    ...(flags.autoConsole ? { autoConsole: true } : {}),
    ...(flags.skipHelp ? { skipHelp: true } : {}),
    ...(flags.skipNotes ? { skipNotes: true } : {}),
    ...(flags.slideNumbers ? { slideNumbers: true } : {}),
    ...(flags.safe ? { safe: true } : {}),
    ...(flags.cache ? { cacheFolder: cacheFolder(process.env, process.platform) } : {}),
  }
}

/** The project's deck.config.mjs: `export default { directives: [...], roles: [...], theme: '…' }`. */
async function loadConfig(deck: string, io: Io): Promise<Partial<CompileOptions> | Diagnostic> {
  const folder = projectRoot(deck) ?? dirname(deck)
  const path = ['deck.config.mjs', 'deck.config.js'].map((name) => resolve(folder, name)).find((candidate) => existsSync(candidate))
  if (path === undefined) return {}
  try {
    const module = (await io.importModule(pathToFileURL(path).href)) as { default?: Partial<CompileOptions> }
    return module.default ?? {}
  } catch (error) {
    return diagnose('command/bad-config', { path, reason: error instanceof Error ? error.message : String(error) })
  }
}

const notesOnFlags = (flags: CompileFlags): Diagnostic[] => [
  ...(flags.mathjax === undefined ? [] : [diagnose('command/mathjax-not-needed', {})]),
  ...(flags.template === undefined ? [] : [diagnose('command/no-templates', { path: flags.template })]),
]
