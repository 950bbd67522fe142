import type { Properties } from 'hast'
import type { Deck } from '../3-deck/deck.ts'
import type { Canvas } from '../4-look/themes/themes.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { element, type Html } from './hast.ts'
import { lines } from './head.ts'
import type { PageOptions } from './page.ts'
import type { Styles } from './styles.ts'

const canvasFields: readonly (readonly [field: string, key: keyof Canvas])[] = [
  ['data-width', 'width'],
  ['data-height', 'height'],
  ['data-max-scale', 'maxScale'],
  ['data-min-scale', 'minScale'],
]

// impress.js 1.x's own times (ms) and depth (px).
const timing: readonly (readonly [field: string, standard: number])[] = [
  ['data-transition-duration', 1000],
  ['data-perspective', 1000],
]

/** `#impress` with everything impress.js asks of it, so that no version's defaults matter. */
export function stage(
  deck: Deck,
  steps: readonly Html[],
  { canvas, console, preview }: Styles,
  options: PageOptions,
  report: Report,
): Html {
  const number = (field: string, standard: number): number => {
    const written = deck.fields[field]
    if (written === undefined) return standard
    const value = Number(written.value)
    if (written.value.trim() !== '' && Number.isFinite(value)) return value
    report(diagnose('page/bad-canvas', { field, value: written.value }, written.position))
    return standard
  }
  const attributes: Properties = { id: 'impress' }
  for (const [field, standard] of timing) attributes[field] = String(number(field, standard))
  for (const [field, key] of canvasFields) attributes[field] = String(number(field, canvas[key]))
  for (const [field, { value }] of Object.entries(deck.fields)) {
    if (/^data-[\w.-]+$/.test(field) && !Object.hasOwn(attributes, field)) attributes[field] = value
  }
  if (options.autoConsole || deck.fields['auto-console']) attributes['auto-console'] = 'True'
  if (console.length > 0) attributes['data-console-css'] = console.join('\n')
  if (preview.length > 0) attributes['data-console-css-iframe'] = preview.join('\n')
  return element('div', attributes, lines(steps))
}
