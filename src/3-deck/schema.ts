import type { Directive } from '../2-document/directive.ts'
import { directives } from '../2-document/rst/directives/registry.ts'
import { placingFields } from './placing-fields.ts'

/** JSON Schema (draft 2020-12), as far as it is needed here. */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean
  readonly items?: JsonSchema
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly minItems?: number
  readonly maxItems?: number
}

const text: JsonSchema = { type: ['string', 'number', 'boolean'] }
const texts: JsonSchema = { type: ['string', 'number', 'boolean', 'array'], items: text }

/** The deck's fields and what they say (HOVERCRAFT.md, Fields). */
const deckFields: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    title: 'The title of the page.',
    author: 'Who wrote the deck.',
    description: 'What search engines show.',
    keywords: 'What it is about.',
    lang: 'The language, as in HTML: en, de-CH.',
    dir: 'The direction of the text: ltr or rtl.',
    theme: 'The theme: default, dark, bare, or a style sheet of your own.',
    css: 'Style sheets for screen and projection; css-print and the like for other media.',
    'js-header': 'Scripts in the head of the page.',
    'js-body': 'Scripts at the end of the page.',
    'data-width': 'The width of the canvas, in px.',
    'data-height': 'The height of the canvas, in px.',
    'data-max-scale': 'How much the canvas may be enlarged.',
    'data-min-scale': 'How much the canvas may be made smaller.',
    'data-transition-duration': 'How long the camera moves, in ms.',
    'data-perspective': 'The distance of the eye, in px; 0 is none.',
    'auto-console': 'Opens the presenter console at once.',
    'skip-help': 'Leaves the help out.',
    'slide-numbers': 'Shows the number of the slide.',
    substep: 'How substeps appear.',
    'slide-level': 'Markdown: headings of this level and above begin slides.',
    'html-comments': 'Markdown: "notes" makes comments the notes of the speaker.',
    incremental: 'Markdown: every list unfolds item by item.',
  }),
)

/**
 * A JSON schema of what a deck's author may write: the front matter itself, and under `$defs` the fields of a step and the options of each
 * directive. `further` are the directives of a project's configuration.
 */
export function deckSchema(further: readonly Directive[] = []): JsonSchema {
  const all = new Map([...directives, ...further.map((directive) => [directive.name.toLowerCase(), directive] as const)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The front matter of a deck',
    type: 'object',
    properties: Object.fromEntries([...deckFields].map(([name, description]) => [name, { ...texts, description }])),
    patternProperties: { '^css-': texts },
    additionalProperties: true,
    $defs: {
      step: {
        title: 'The fields of a step',
        type: 'object',
        properties: Object.fromEntries(['id', 'class', ...placingFields].map((name) => [name, text])),
        additionalProperties: true,
      },
      ...Object.fromEntries([...all].map(([name, directive]) => [`directive-${name}`, optionsOf(name, directive)])),
    },
  }
}

const optionsOf = (name: string, { options = {} }: Directive): JsonSchema => ({
  title: `The options of “${name}”`,
  type: 'object',
  properties: Object.fromEntries(Object.keys(options).map((option) => [option, text])),
  additionalProperties: false,
})
