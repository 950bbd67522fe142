import type { Directive } from '../2-document/directive.ts'
import { deckFields, type FieldEntry, type FieldType, mediumPrefix, placingFields, slideFields } from '../2-document/fields.ts'
import { directives } from '../2-document/syntax/directives/registry.ts'
import { namesElsewhere } from '../2-document/tool-fields.ts'

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

/** YAML reads a value as the type it looks like; every field takes it as it is written. */
const text: JsonSchema = { type: ['string', 'number', 'boolean'] }
const texts: JsonSchema = { type: ['string', 'number', 'boolean', 'array'], items: text }
const schemaOf: Readonly<Record<FieldType, JsonSchema>> = {
  text,
  flag: text,
  number: { type: ['number', 'string'] },
  time: { type: 'string' },
  place: { type: ['number', 'string'] },
  names: texts,
  files: texts,
  path: { type: 'string' },
}

const propertiesOf = (fields: readonly FieldEntry[]): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(fields.map(({ name, type, meaning }) => [name, { ...schemaOf[type], description: describe(name, meaning) }]))

/** With its names in other tools, for whoever looks for those. */
function describe(name: string, meaning: string): string {
  const elsewhere = namesElsewhere(name)
  return elsewhere === '' ? meaning : `${meaning} (${elsewhere}.)`
}

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
    properties: propertiesOf(deckFields),
    patternProperties: { [`^${mediumPrefix}`]: { ...texts, description: 'Style sheets for one medium.' } },
    additionalProperties: true,
    $defs: {
      step: {
        title: 'The fields of a step',
        type: 'object',
        properties: propertiesOf([...slideFields, ...placingFields]),
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
