import { noteReferencedByName } from './book.ts'
import type { Step } from './resolution.ts'

/** A reference to a target with a URI takes the URI over (docutils: references.ExternalTargets). */
export const externalTargets: Step = ({ book }) => {
  for (const target of book.targets) {
    if (target.refuri === undefined || book.detached.has(target)) continue
    for (const name of target.names ?? []) {
      const referrers = book.refNames.get(name)
      if (!referrers) continue
      noteReferencedByName(book, target, name)
      for (const referrer of referrers) {
        if (book.resolved.has(referrer)) continue
        delete referrer.refname
        Object.assign(referrer, { refuri: target.refuri })
        book.resolved.add(referrer)
      }
    }
  }
}
