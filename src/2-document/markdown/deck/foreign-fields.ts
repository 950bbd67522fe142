import { type FieldMeaning, fieldOfTool, namesOfTool, toolField } from '../../tool-fields.ts'
import type { DialectName } from '../dialects/names.ts'

/** What a field of the deck's front matter, or of a slide's, means here. */
export function deckMeaning(name: string, value: string, dialect: DialectName): FieldMeaning {
  if (name === 'slide-level') return 'slide-level'
  if (name === 'incremental') return 'incremental'
  if (name === 'html-comments') return 'comments'
  if (name === 'dialect') return 'known'
  if (dialect === 'marp' && name.startsWith('_')) return isOfSlide(name.slice(1)) ? 'slide' : 'known'
  return toolField(name, value, dialect)?.is ?? 'field'
}

/** What Marp has for a slide alone, too. */
const isOfSlide = (name: string): boolean => name === 'paginate' || /^(?:slide|header|footer)$/.test(fieldOfTool(name, 'marp')?.is ?? '')

/** Directives that a comment may hold (Marpit: directives), without the `_` of the ones for one slide. */
export const commentDirectives: ReadonlySet<string> = namesOfTool('marp')

/** Size presets of Marp's themes, in px. */
export const canvasSizes: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries<readonly [string, string]>({
    '16:9': ['1280', '720'],
    '4:3': ['960', '720'],
    '4K': ['3840', '2160'],
    A4: ['1122', '794'],
  }),
)

/** Marp's directives for what stands around a slide's content. */
export const aroundNames: ReadonlySet<string> = new Set(['header', 'footer', 'paginate'])
