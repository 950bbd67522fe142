import type { Settings } from '../2-document/settings.ts'

/**
 * What of docutils' whole-tree steps a deck goes without. Its lone title, its fields and its transitions mean something else than in a
 * document, and are read here from where they are written (lone-title.ts, fields.ts, split-steps.ts).
 */
export const deckSettings = {
  doctitleXform: false,
  docinfoXform: false,
  transitionXform: false,
  fieldsAsWritten: true,
} as const satisfies Settings
