import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { textLimit } from '../1-source/open-file.ts'
import { decodeDeck, languageOfText, readDeck } from '../1-source/read-deck.ts'
import { cacheFolder } from '../7-output/cache-folder.ts'
import { type Compilation, type CompileOptions, compile } from '../compile.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { crashOf } from './crash.ts'
import { type CompileFlags, languageFrom } from './flags.ts'
import type { Io } from './io.ts'
import { configPaths, loadConfig } from './load-config.ts'

/**
 * Compiles one deck as the flags say. `input` is absolute, or '-' for standard input. A deck that cannot be read is a diagnostic, and so is
 * whatever is thrown on the way.
 */
export async function compileDeck(input: string, flags: CompileFlags, io: Io): Promise<Compilation | Diagnostic> {
  try {
    return await readAndCompile(input, flags, io)
  } catch (thrown) {
    return crashOf(thrown, { doing: 'read', file: input }, io.cwd)
  }
}

async function readAndCompile(input: string, flags: CompileFlags, io: Io): Promise<Compilation | Diagnostic> {
  const source = input === '-' ? decodeDeck(await io.stdin(textLimit), resolve(io.cwd, '<stdin>')) : readDeck(input, flags.safe)
  if ('code' in source) return source
  const configs = flags.safe ? [] : configPaths(source.path)
  const config = await loadConfig(configs, io)
  if ('code' in config) return config
  const asked = languageFrom(flags.from)
  const guessed = input === '-' && asked === undefined ? languageOfText(source.text) : undefined
  const language = asked ?? guessed
  const compilation = await compile(source, { ...config, ...optionsFrom(flags, io), ...(language ? { language } : {}) })
  const doubts =
    guessed && compilation.diagnostics.some(({ code }) => code === 'deck/empty')
      ? [diagnose('command/language-guessed', { language: guessed })]
      : []
  const diagnostics = [...notesOnFlags(flags), ...compilation.diagnostics, ...doubts]
  return { ...compilation, diagnostics, dependencies: new Set([...compilation.dependencies, ...configs]) }
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
    styles: absolute(flags.css ?? [], io.cwd),
    scripts: absolute(flags.js ?? [], io.cwd),
    resourcePath: absolute(flags.resourcePath ?? [], io.cwd),
    assets: flags.assets === 'copy' ? 'copy' : 'inline',
    ...(flags.assetFolder === undefined ? {} : { assetFolder: flags.assetFolder }),
    ...(flags.dialect === undefined ? {} : { dialect: flags.dialect }),
    ...(flags.theme === undefined ? {} : { theme: themePath(flags.theme, io.cwd) }),
    ...(flags.autoConsole ? { autoConsole: true } : {}),
    ...(flags.skipHelp ? { skipHelp: true } : {}),
    ...(flags.skipNotes ? { skipNotes: true } : {}),
    ...(flags.slideNumbers ? { slideNumbers: true } : {}),
    ...(flags.safe ? { safe: true } : {}),
    ...(flags.cache ? { cacheFolder: cacheFolder(process.env, process.platform) } : {}),
  }
}

const notesOnFlags = (flags: CompileFlags): Diagnostic[] => [
  ...(flags.mathjax === undefined ? [] : [diagnose('command/mathjax-not-needed', {})]),
  ...(flags.template === undefined ? [] : [diagnose('command/no-templates', { path: flags.template })]),
]
