import { type Command, Option } from 'commander'
import type { DeckLanguage } from '../1-source/read-deck.ts'
import { type DialectName, dialectNames } from '../2-document/markdown/dialects/names.ts'

/** The flags that say how a deck is compiled; Hovercraft's keep their names. */
export interface CompileFlags {
  readonly css?: readonly string[]
  readonly js?: readonly string[]
  readonly theme?: string
  readonly assets?: string
  /** Of a page among several (src/cli/outputs.ts); no flag says it. */
  readonly assetFolder?: string
  readonly autoConsole?: boolean
  readonly skipHelp?: boolean
  readonly skipNotes?: boolean
  readonly slideNumbers?: boolean
  readonly mathjax?: string
  readonly template?: string
  readonly resourcePath?: readonly string[]
  readonly safe?: boolean
  /** The language of standard input, or of a file whose name does not say it. */
  readonly from?: string
  readonly dialect?: DialectName
  readonly cache: boolean
  readonly verbose?: boolean
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

const fromOption = (): Option =>
  new Option('--from <language>', 'rst or md; default: what the name ends in, for standard input what it holds').choices(['rst', 'md'])

export const dialectOption = (): Option =>
  new Option('--dialect <tool>', 'the tool whose Markdown it is; default: what the deck says or shows').choices(dialectNames)

/** What `--from` says. */
export const languageFrom = (from: string | undefined): DeckLanguage | undefined =>
  from === undefined ? undefined : from === 'rst' ? 'rst' : 'markdown'

const options = (): readonly Option[] => [
  new Option('-c, --css <file>', "a style sheet after the deck's own (may be given several times)").argParser(collect),
  new Option('-j, --js <file>', "a script after the deck's own (may be given several times)").argParser(collect),
  new Option('--theme <name|path>', 'bare, default, dark, a CSS file or a folder with a theme.css; wins over the deck’s :theme:'),
  new Option('-a, --auto-console', 'open the presenter console at the start'),
  new Option('-s, --skip-help', 'show no help at the start'),
  new Option('-n, --skip-notes', 'leave the presenter notes out of the page'),
  new Option('-N, --slide-numbers', 'show the number of the slide'),
  new Option('--resource-path <folder>', 'a further folder to look for files in (may be given several times)').argParser(collect),
  fromOption(),
  dialectOption(),
  new Option('--assets <way>', 'inline: everything in the one file; copy: pictures, fonts and films beside it')
    .choices(['inline', 'copy'])
    .default('inline'),
  new Option('--safe', "a stranger's deck: no scripts, HTML and drawings cleaned, no file outside its folder"),
  new Option('--no-cache', 'clean every drawing and colour all code anew'),
  new Option('-v, --verbose', 'say also what is only worth knowing'),
  new Option('-m, --mathjax <url>', 'accepted for Hovercraft’s sake; formulas need no MathJax'),
  new Option('-t, --template <folder>', 'accepted for Hovercraft’s sake; see --theme'),
]

/**
 * What has no effect on what a command makes. It is accepted all the same, so that a script may give one list of flags to all commands, but
 * stands in no help.
 */
const idle: Readonly<Record<'build' | 'watch' | 'export' | 'check' | 'inspect', readonly string[]>> = {
  build: [],
  watch: ['assets'],
  export: ['assets', 'auto-console', 'skip-help', 'skip-notes', 'mathjax', 'template'],
  check: ['auto-console', 'skip-help', 'slide-numbers', 'mathjax', 'template'],
  inspect: ['js', 'assets', 'auto-console', 'skip-help', 'skip-notes', 'slide-numbers', 'mathjax', 'template'],
}

/** A command that compiles decks. */
export function addCompileCommand(program: Command, name: keyof typeof idle): Command {
  const command = program.command(name)
  for (const option of options()) command.addOption(idle[name].includes(option.long?.slice(2) ?? '') ? option.hideHelp() : option)
  return command
}
