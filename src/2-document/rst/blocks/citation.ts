import type { Line } from '../../../1-source/source.ts'
import { normalizeName } from '../../identifiers.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import type { ExplicitConstruct } from './explicit-construct.ts'
import { bracketLabel, labelNode, readNote } from './footnote.ts'

/** `.. [label] text` with a simple reference name for a label. */
export const readCitation: ExplicitConstruct = (lines, index, start, context) => {
  const line = lines[index] as Line
  const label = bracketLabel(line.text, start)
  if (!label || simpleNameEnd(label, 0) !== label.length) return undefined
  const children = [labelNode(line, start, label)]
  return readNote({ type: 'citation', names: [normalizeName(label)], children }, lines, index, start + label.length + 2, context)
}
