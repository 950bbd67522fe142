import type { Properties } from 'hast'
import { canvasFields, numberOf } from '../4-look/canvas.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import { autoConsoleAttribute, consoleCssAttribute, previewCssAttribute } from '../page-contract/attributes.ts'
import { durationAttribute } from '../page-contract/names.ts'
import { element, type Html } from './hast.ts'
import { lines } from './head.ts'
import type { RenderContext } from './nodes/context.ts'
import type { LaidOutDeck, PageOptions } from './page.ts'
import type { Styles } from './styles.ts'

// impress.js 1.x's own times (ms) and depth (px).
const timing: readonly (readonly [field: string, standard: number])[] = [
  ['data-transition-duration', 1000],
  ['data-perspective', 1000],
]

/** `#impress` with everything impress.js asks of it, so that no version's defaults matter. */
export function stage(
  { deck, look }: LaidOutDeck,
  { steps, styles, fields }: { readonly steps: readonly Html[]; readonly styles: Styles; readonly fields: RenderContext['fields'] },
  options: PageOptions,
  report: Report,
): Html {
  const attributes: Properties = { id: 'impress', role: 'main' }
  for (const [field, standard] of timing) attributes[field] = String(numberOf(deck, field, standard, report))
  for (const { field, key } of canvasFields) attributes[field] = String(look.canvas[key])
  const further = Object.entries(deck.fields).filter(([name]) => /^data-[\w.-]+$/.test(name) && !Object.hasOwn(attributes, name))
  for (const [name, value] of fields(further.map(([name, { value, position }]) => ({ name, value, position })))) attributes[name] = value
  if (deck.duration !== undefined) attributes[durationAttribute] = String(deck.duration)
  if (options.autoConsole || deck.fields['auto-console']) attributes[autoConsoleAttribute] = 'True'
  if (deck.fields['loop']) attributes['data-loop'] = ''
  const { console, preview } = styles
  if (console.length > 0) attributes[consoleCssAttribute] = console.join('\n')
  if (preview.length > 0) attributes[previewCssAttribute] = preview.join('\n')
  return element('div', attributes, lines(steps))
}
