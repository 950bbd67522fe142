import type { FoundTheme } from '../../4-look/themes/load-theme.ts'
import type { Theme } from '../../4-look/themes/themes.ts'
import { decodeText, type Embedder } from './embedder.ts'
import { embedCss } from './style-sheet.ts'

/** The theme with everything inside that its files name. */
export const embedTheme = (theme: FoundTheme, embed: Embedder): Theme => {
  const text = (sheet: FoundTheme['highlight']): string =>
    typeof sheet === 'string' ? sheet : embedCss(decodeText(sheet.bytes), { from: sheet.path }, embed)
  return { ...theme, css: theme.css.map(text).join('\n'), highlight: text(theme.highlight) }
}
