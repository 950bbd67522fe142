import type { Construct } from './construct.ts'

/** Link definitions and footnotes of the whole document hold in a text within it too. */
export const knownReferences: Construct = { name: 'knownReferences', syntax: ({ known }) => ({ known: { null: [known] } }) }
