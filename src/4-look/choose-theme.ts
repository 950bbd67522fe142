import type { Tools } from '../1-source/tools.ts'
import type { Deck } from '../3-deck/deck.ts'
import { builtInTheme, type FoundTheme, findTheme } from './themes/load-theme.ts'
import { type Theme, themes } from './themes/themes.ts'

/** What the command says of the look. */
export interface ThemeOptions {
  /** The deck's own file: what its fields name is looked up beside it. */
  readonly source: string
  /** A theme's name or a CSS file; wins over the deck's `:theme:`. */
  readonly theme?: string
  /** `--css`: after the deck's own styles. */
  readonly styles?: readonly string[]
}

/** `--theme`, else the deck's `:theme:`, else `bare` for a deck with styles of its own and `default` for one without. */
export function chooseTheme(deck: Deck, options: ThemeOptions, tools: Tools): FoundTheme {
  const field = deck.fields['theme']
  const wanted = (options.theme ?? field?.value.trim()) || undefined
  const position = options.theme === undefined ? field?.position : undefined
  const found = wanted === undefined ? undefined : findTheme(wanted, { from: position?.source ?? options.source, position }, tools)
  if (found) return found
  const styled = deck.styles.some(({ media }) => media !== 'console' && media !== 'preview') || (options.styles ?? []).length > 0
  return builtInTheme(themes.get(styled ? 'bare' : 'default') as Theme)
}
