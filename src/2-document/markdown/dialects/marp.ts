import { namesOfTool, tellingFields } from '../../tool-fields.ts'
import type { FieldLine } from '../deck/field-line.ts'
import { anyRule, type Dialect, type Evidence, fieldOf, lineOf, ruleMark } from './dialect.ts'

const names = [...namesOfTool('marp')]

/** What only Marp's decks have; its editors do without `marp: true`. `_` makes a directive one for a slide alone. */
const marpFields = new Set([...tellingFields('marp'), ...names.map((name) => `_${name}`)])

const isSwitch = ({ name, value }: FieldLine): boolean => name === 'marp' && value === 'true'

/** A directive in a comment of its own, a picture as the ground of a slide (Marpit: directives, image syntax). */
const mark = new RegExp(`^<!--\\s*(?:class|color|${[...marpFields].join('|')})\\s*:|!\\[bg(?=[\\s\\]])`)

/** Rules of any kind divide, headings where `headingDivider` asks for it. */
export const marp: Dialect = {
  name: 'marp',
  inFront({ fields }) {
    const written = fields.find(isSwitch)
    const found: Evidence | undefined = written && { reason: 'the front matter has "marp: true"', position: written.namePosition }
    return found ?? fieldOf(fields, marpFields)
  },
  // Without a rule it would be one slide to Marp.
  inText: (lines) => (lineOf(lines, ruleMark) ? lineOf(lines, mark) : undefined),
  divide: (_, asked) => ({ isSlideRule: anyRule, level: asked ?? 0 }),
}
