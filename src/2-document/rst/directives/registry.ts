import type { Directive } from '../../directive.ts'
import { admonition, namedAdmonitions } from './admonitions.ts'
import { classDirective } from './class.ts'
import { code } from './code.ts'
import { compound, container } from './container.ts'
import { footer, header } from './decoration.ts'
import { image } from './image.ts'
import { include } from './include.ts'
import { raw } from './raw.ts'
import { title } from './title.ts'

/** Every standard directive. */
const standard: readonly Directive[] = [
  ...namedAdmonitions,
  admonition,
  image,
  code,
  compound,
  container,
  include,
  raw,
  classDirective,
  title,
  header,
  footer,
]

/** Names beside their own (docutils: parsers/rst/languages/en.py). */
const aliases: Readonly<Record<string, string>> = {
  'code-block': 'code',
  sourcecode: 'code',
  'section-numbering': 'sectnum',
}

const byName: ReadonlyMap<string, Directive> = new Map(standard.map((directive) => [directive.name, directive]))

/** The standard directives by every name that an author may write, in lower case. */
export const directives: ReadonlyMap<string, Directive> = new Map([
  ...byName,
  ...Object.entries(aliases).flatMap(([alias, name]) => {
    const directive = byName.get(name)
    return directive ? [[alias, directive] as const] : []
  }),
])
