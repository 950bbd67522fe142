import type { DialectName } from '../dialects/names.ts'
import type { FieldLine } from './field-line.ts'

/** The lines that begin slides where the front matter names others than the tool's usual ones (reveal-md: `separator`, `verticalSeparator`). */
export interface Separators {
  readonly slide: string
  readonly below: string
}

/** Undefined where the usual ones hold. */
export function ownSeparators(fields: readonly FieldLine[], dialect: DialectName): Separators | undefined {
  if (dialect !== 'reveal-md') return undefined
  const lineOf = (wanted: string): string | undefined => separatorLine(fields.find(({ name }) => name === wanted)?.value ?? '')
  const [slide, below] = [lineOf('separator'), lineOf('verticalSeparator')]
  return slide === undefined && below === undefined ? undefined : { slide: slide ?? '---', below: below ?? '----' }
}

/** The line that a pattern asks for, if it is one line as it stands: `^<!--s-->$`, `\r?\n---\r?\n`. Of other patterns none may cost endless time. */
export function separatorLine(pattern: string): string | undefined {
  const line = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/^(?:\\r\?)?\\n|(?:\\r\?)?\\n$/g, '')
    .trim()
  return line === '' || /[\\^$*+?.()[\]{}|\n]/.test(line) ? undefined : line
}
