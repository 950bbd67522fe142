import { isInSlide, lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'

/** A line that the deck's front matter names as what begins slides (reveal-md: `separator: <!--s-->`). */
export const ownSeparator: Construct = {
  name: 'ownSeparator',
  dialects: ['reveal-md'],
  syntax(reading) {
    const { separators } = reading
    if (!separators) return {}
    const lines = [separators.slide, separators.below]
    const construct = lineConstruct('thematicBreak', reading, ({ text }, self) =>
      isInSlide(self, reading) && lines.includes(text.trim()) ? true : undefined,
    )
    return { flow: Object.fromEntries(lines.map((line) => [line.charCodeAt(0), construct])) }
  },
}
