import { isSeparatorMark, slideMark } from '../deck/separator-marks.ts'
import { isInSlide, lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'

/** Where a deck's own separators begin a slide (reveal-md: `separator: <!--s-->`; reveal.js: `data-separator="^\n\n\n"`). */
export const ownSeparator: Construct = {
  name: 'ownSeparator',
  dialects: ['reveal', 'reveal-md'],
  syntax(reading) {
    if (!reading.separators?.divides) return {}
    const construct = lineConstruct('thematicBreak', reading, ({ text }, self) =>
      isInSlide(self, reading) && isSeparatorMark(text) ? true : undefined,
    )
    return { flow: { [slideMark.charCodeAt(0)]: construct } }
  },
}
