import type { InlineConstruct } from './construct.ts'
import { emphasis } from './emphasis.ts'
import { footnoteReference } from './footnote-reference.ts'
import { inlineTarget } from './inline-target.ts'
import { interpretedText } from './interpreted-text.ts'
import { literal } from './literal.ts'
import { simpleReference } from './simple-reference.ts'
import { strong } from './strong.ts'
import { substitutionReference } from './substitution-reference.ts'

/**
 * Every explicit inline construct. Of those with the same anchor the first that can be read is it. Standalone URIs are looked for in the
 * text that is left between them.
 */
export const inlineConstructs: readonly InlineConstruct[] = [
  strong,
  emphasis,
  literal,
  interpretedText,
  substitutionReference,
  simpleReference,
  inlineTarget,
  footnoteReference,
]
