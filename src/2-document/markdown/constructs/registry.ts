import { cjk } from './cjk.ts'
import { clickTags } from './click-tags.ts'
import { codeImport } from './code-import.ts'
import { commentBeforeText } from './comment-before-text.ts'
import type { Construct } from './construct.ts'
import { definitionList } from './definition-list.ts'
import { fencedDirective } from './directive/fenced.ts'
import { directiveLine } from './directive/line.ts'
import { fancyList } from './fancy-list.ts'
import { gfm } from './gfm.ts'
import { headingAttributes } from './heading-attributes.ts'
import { inlineNote } from './inline-note.ts'
import { knownReferences } from './known-references.ts'
import { lineBlock } from './line-block.ts'
import { math } from './math.ts'
import { ownSeparator } from './own-separator.ts'
import { pause } from './pause.ts'
import { plainLine } from './plain-line.ts'
import { role } from './role.ts'
import { ruleBeforeBlanks } from './rule-before-blanks.ts'
import { ruleUnderText } from './rule-under-text.ts'
import { scripts } from './scripts.ts'
import { shortcode } from './shortcode.ts'
import { slideField } from './slide-field.ts'
import { slideFrontMatter } from './slide-front-matter.ts'
import { slot } from './slot.ts'
import { span } from './span.ts'
import { speakerNotes } from './speaker-notes.ts'
import { tableCaption } from './table-caption.ts'
import { tagOverLines } from './tag-over-lines.ts'
import { textTable } from './text-table/text-table.ts'
import { verticalRule } from './vertical-rule.ts'

/** What Markdown has here beyond CommonMark. Of constructs that begin with the same character, the first that knows a line has it. */
export const constructs: readonly Construct[] = [
  knownReferences,
  plainLine,
  // What begins slides, and their fields.
  slideFrontMatter,
  ownSeparator,
  ruleUnderText,
  ruleBeforeBlanks,
  verticalRule,
  slideField,
  // What stands in a slide.
  speakerNotes,
  pause,
  slot,
  codeImport,
  clickTags,
  tagOverLines,
  commentBeforeText,
  textTable,
  // What stands in any block.
  fencedDirective,
  directiveLine,
  shortcode,
  definitionList,
  fancyList,
  lineBlock,
  tableCaption,
  headingAttributes,
  // Marks in a text.
  inlineNote,
  scripts,
  span,
  role,
  math,
  // Before GFM's own strikethrough.
  cjk,
  gfm,
]
