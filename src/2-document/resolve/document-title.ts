import type { Step } from './resolution.ts'
import { promoteSubtitle, promoteTitle } from './title-promotion.ts'
import { textOf } from './tree.ts'

/**
 * A lone top section gives the document its title, a lone section in that its subtitle; off with `doctitleXform: false`. The document's
 * `title` attribute, if no `.. title::` has set it, is `settings.title` or the title's text (docutils: frontmatter.DocTitle).
 */
export const documentTitle: Step = ({ document, settings }) => {
  if ((settings.doctitleXform ?? true) && promoteTitle(document)) promoteSubtitle(document)
  if (document.title !== undefined) return
  const [first] = document.children
  if (settings.title !== undefined) document.title = settings.title
  else if (first?.type === 'title') document.title = textOf(first)
}
