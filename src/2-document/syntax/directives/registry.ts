import type { Directive } from '../../directive.ts'
import { ownDirective } from '../../own.ts'
import type { Settings } from '../../settings.ts'
import { admonition, namedAdmonitions, note } from './admonitions.ts'
import { blockQuotes } from './block-quotes.ts'
import { classDirective } from './class.ts'
import { code } from './code.ts'
import { compound, container } from './container.ts'
import { contents } from './contents.ts'
import { csvTable } from './csv-table.ts'
import { date } from './date.ts'
import { footer, header } from './decoration.ts'
import { figure } from './figure.ts'
import { image } from './image.ts'
import { include } from './include.ts'
import { lineBlock } from './line-block.ts'
import { listTable } from './list-table.ts'
import { math } from './math.ts'
import { meta } from './meta.ts'
import { parsedLiteral } from './parsed-literal.ts'
import { raw } from './raw.ts'
import { replace } from './replace.ts'
import { defaultRole, role } from './role.ts'
import { rubric } from './rubric.ts'
import { sectnum } from './sectnum.ts'
import { svg } from './svg.ts'
import { table } from './table.ts'
import { targetNotes } from './target-notes.ts'
import { testDirective } from './test-directive.ts'
import { title } from './title.ts'
import { sidebar, topic } from './topic.ts'
import { unicode } from './unicode.ts'

/** Every standard directive, and ours. */
const standard: readonly Directive[] = [
  // Blocks
  ...namedAdmonitions,
  note,
  admonition,
  image,
  figure,
  topic,
  sidebar,
  lineBlock,
  parsedLiteral,
  code,
  math,
  rubric,
  ...blockQuotes,
  compound,
  container,
  table,
  csvTable,
  listTable,
  // Parts of the document
  contents,
  sectnum,
  header,
  footer,
  targetNotes,
  meta,
  title,
  // Text from elsewhere
  include,
  raw,
  // Substitutions
  replace,
  unicode,
  date,
  // How the text is read
  classDirective,
  role,
  defaultRole,
  testDirective,
  // Ours
  svg,
]

/** Names beside their own (docutils: parsers/rst/languages/en.py). */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    'code-block': 'code',
    sourcecode: 'code',
    'section-numbering': 'sectnum',
  }),
)

const byName: ReadonlyMap<string, Directive> = new Map(standard.map((directive) => [directive.name, directive]))

/** The standard directives by every name that an author may write, in lower case. */
export const directives: ReadonlyMap<string, Directive> = new Map([
  ...byName,
  ...[...aliases].flatMap(([alias, name]) => {
    const directive = byName.get(name)
    return directive ? [[alias, directive] as const] : []
  }),
])

/** The directive of that name in any case: one of the user's configuration, which wins, or a built-in. */
export const findDirective = (name: string, settings: Settings): Directive | undefined =>
  ownDirective(settings, name) ?? directives.get(name.toLowerCase())
