import { createBudget } from '../../1-source/budget.ts'
import type { Document } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import { anonymousHyperlinks } from './anonymous-hyperlinks.ts'
import { newBook, noteEarly, readTree } from './book.ts'
import { classes } from './class.ts'
import { contents } from './contents.ts'
import { danglingReferences } from './dangling-references.ts'
import { docinfo } from './docinfo.ts'
import { documentTitle } from './document-title.ts'
import { externalTargets } from './external-targets.ts'
import { filterMessages } from './filter-messages.ts'
import { footnotes } from './footnotes.ts'
import { indirectHyperlinks } from './indirect-hyperlinks.ts'
import { internalTargets } from './internal-targets.ts'
import { messageSection } from './message-section.ts'
import { propagateTargets } from './propagate-targets.ts'
import type { Resolution, Step } from './resolution.ts'
import { sectionNumbers } from './section-numbers.ts'
import { sectionSubtitles } from './section-subtitles.ts'
import { stripComments } from './strip-comments.ts'
import { substitutions } from './substitutions.ts'
import { targetNotes } from './target-notes.ts'
import { transitions } from './transitions.ts'
import { copyTree } from './tree.ts'
import { unknownPending } from './unknown-pending.ts'
import { unreferencedTargets } from './unreferenced-targets.ts'

/** Reads who is named and referred to, once: a substitution may bring references, no later step brings names from elsewhere. */
const readNames: Step = ({ book, document }) => readTree(book, document)

/** The steps of docutils' standalone reader in the order of its transforms' priorities (docs/ref/transforms.txt; the numbers). */
const steps: readonly Step[] = [
  classes, // 210: the class directive speaks of what follows it in the text, before anything moves
  substitutions, // 220: a title may hold one
  readNames,
  propagateTargets, // 260
  documentTitle, // 320
  docinfo, // 340
  sectionSubtitles, // 350
  anonymousHyperlinks, // 440
  indirectHyperlinks, // 460: before what they lead to is resolved itself
  targetNotes, // 540: makes footnotes
  footnotes, // 620
  externalTargets, // 640
  internalTargets, // 660
  sectionNumbers, // 710: the contents show them
  contents, // 720
  stripComments, // 740
  transitions, // 830
  danglingReferences, // 850: what no step before has resolved
  unreferencedTargets, // 850
  messageSection, // 860
  filterMessages, // 870
  unknownPending,
]

/**
 * Does what needs the whole tree, as docutils' standalone reader does after parsing: substitutions, document title, bibliographic fields,
 * hyperlinks, footnotes, section numbers, contents, transitions.
 *
 * Takes the tree that a parser returns and nothing else of it; returns a new one and leaves the given one as it was (positions and `data`
 * are shared). Nodes that it makes or copies carry the position of what caused them. Mistakes go to `settings.report`, those that docutils
 * places go into the tree too, the others are linked by the `refid` of `problematic` nodes. Never throws.
 */
export function resolve(document: Document, settings: Settings = {}): Document {
  const book = newBook(document, settings)
  let nodes = 0
  const copy = copyTree(document, (node) => {
    nodes++
    noteEarly(book, node)
  })
  const budget = settings.budget ?? createBudget()
  budget.allow(nodes)
  const resolution: Resolution = { document: copy, settings, book, unplaced: new Set(), budget }
  for (const step of steps) step(resolution)
  return copy
}
