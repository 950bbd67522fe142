import { diagnose, type Report } from '../../../diagnostics/diagnostic.ts'
import { fieldOfTool } from '../../tool-fields.ts'
import type { DialectName } from '../dialects/names.ts'
import type { FieldLine } from './field-line.ts'

/** px: a slide here, and the canvas around it where a deck says nothing. */
const slide = { width: 1280, height: 720 }
const most = { width: 1400, height: 800 }

/** px: the width of Slidev's canvas where a deck says nothing. */
const usual = 980

/**
 * The canvas for Slidev's `aspectRatio` and `canvasWidth`: as wide in proportion to our slides as theirs is to Slidev's, so that a narrow one has larger
 * text here too; a wide one has more around its slides, to a limit.
 */
export function slidevCanvas(fields: readonly FieldLine[], dialect: DialectName, report: Report): FieldLine[] {
  if (dialect !== 'slidev') return []
  const ratio = fields.find(({ name }) => name === 'aspectRatio')
  const width = fields.find(({ name }) => name === 'canvasWidth')
  const parts = ratio?.value.split(/[/:x]/).map(Number) ?? [16, 9]
  const shape = (parts[0] ?? 0) / (parts[1] ?? 1)
  const share = width ? Number(width.value) / usual : 1
  const field = ratio ?? width
  if (!field || (ratio === undefined && share === 1)) return []
  if (!(shape > 0.2 && shape < 5 && share > 0.1 && share < 10)) {
    const row = fieldOfTool(field.name, 'slidev')
    report(
      diagnose(
        'markdown/no-meaning',
        { tool: 'Slidev', what: `"${field.name}: ${field.value}"`, instead: row?.instead },
        field.namePosition,
      ),
    )
    return []
  }
  const height = Math.min(slide.height, slide.width / shape) * share
  const scale = Math.min(1, most.height / height, most.width / (height * shape))
  const sized = (name: string, length: number): FieldLine => ({ ...field, name, value: String(Math.round(length * scale)) })
  return [sized('data-width', height * shape), sized('data-height', height)]
}
