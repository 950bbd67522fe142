import type { Command } from 'commander'

/** The flags that say how a deck is compiled; Hovercraft's keep their names. */
export interface CompileFlags {
  readonly css?: readonly string[]
  readonly js?: readonly string[]
  readonly theme?: string
  readonly assets?: string
  readonly autoConsole?: boolean
  readonly skipHelp?: boolean
  readonly skipNotes?: boolean
  readonly slideNumbers?: boolean
  readonly mathjax?: string
  readonly template?: string
  readonly resourcePath?: readonly string[]
  readonly safe?: boolean
  readonly cache: boolean
  readonly verbose?: boolean
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

export const addCompileFlags = (command: Command): Command =>
  command
    .option('-c, --css <file>', "a style sheet after the deck's own (may be given several times)", collect)
    .option('-j, --js <file>', "a script after the deck's own (may be given several times)", collect)
    .option('--theme <name|path>', 'bare, default, dark, a CSS file or a folder with a theme.css; wins over the deck’s :theme:')
    .option('-a, --auto-console', 'open the presenter console at the start')
    .option('-s, --skip-help', 'show no help at the start')
    .option('-n, --skip-notes', 'leave the presenter notes out of the page')
    .option('-N, --slide-numbers', 'show the number of the slide')
    .option('--resource-path <folder>', 'a further folder to look for files in (may be given several times)', collect)
    .option('--assets <way>', 'inline: everything in the one file; copy: pictures, fonts and films beside it', 'inline')
    .option('--safe', "a stranger's deck: no scripts, HTML and drawings cleaned, no file outside its folder")
    .option('--no-cache', 'clean every drawing anew')
    .option('-v, --verbose', 'say also what is only worth knowing')
    .option('-m, --mathjax <url>', 'accepted for Hovercraft’s sake; formulas need no MathJax')
    .option('-t, --template <folder>', 'accepted for Hovercraft’s sake; see --theme')
