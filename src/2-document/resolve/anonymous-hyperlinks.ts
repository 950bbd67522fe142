import type { Node, Reference, Target } from '../nodes.ts'
import { type Book, noteRefId } from './book.ts'
import { problematic, type Step, unplacedMessage } from './resolution.ts'
import { refuriOf, replaceNodes } from './tree.ts'

/** The n-th `phrase`__ leads to the n-th `__ target` (docutils: references.AnonymousHyperlinks). */
export const anonymousHyperlinks: Step = (resolution) => {
  const { document, book } = resolution
  const targets = book.targets.filter((target) => target.anonymous)
  const references = referencesFor(book, targets.length)
  if (references.length === targets.length) {
    for (const [index, reference] of references.entries()) link(book, reference, targets[index] as Target)
    return
  }
  const cause = unplacedMessage(
    resolution,
    'document/anonymous-mismatch',
    { references: references.length, targets: targets.length },
    (references[targets.length] ?? targets[references.length])?.position,
  )
  const replacements = new Map<Node, Node[]>(references.map((reference) => [reference, [problematic(resolution, reference, cause)]]))
  replaceNodes(document, replacements)
}

/**
 * A deck's fields are no markup: what looks like a reference in one (empty ones: rst/blocks/field-list.ts) counts where a target was written for
 * it, one in backquotes sooner than a name with two low lines at its end.
 */
function referencesFor(book: Book, targets: number): Reference[] {
  const all = book.references.filter((reference) => reference.anonymous)
  const isMarkup = ({ children }: Reference): boolean => children.length > 0
  const isPhrase = ({ rawsource }: Reference): boolean => rawsource?.startsWith('`') ?? false
  const likely = all.filter((reference) => isMarkup(reference) || isPhrase(reference))
  return [all, likely].find(({ length }) => length === targets) ?? all.filter(isMarkup)
}

function link(book: Book, reference: Reference, target: Target): void {
  book.referenced.add(target)
  // A target without ids has given them to the next element, which may be a target with a URI.
  const place = target.refuri === undefined && !target.ids?.[0] && target.refid !== undefined ? book.ids.get(target.refid) : target
  if (!place) return
  const uri = refuriOf(place)
  if (uri !== undefined) {
    reference.refuri = uri
    book.resolved.add(reference)
  } else if (place.ids?.[0]) {
    reference.refid = place.ids[0]
    noteRefId(book, reference)
  }
}
