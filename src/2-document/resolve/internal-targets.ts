import { noteReferencedByName } from './book.ts'
import type { Step } from './resolution.ts'

/** A reference to a target that stands where it points takes the id over (docutils: references.InternalTargets). */
export const internalTargets: Step = ({ book }) => {
  for (const target of book.targets) {
    if (target.refuri !== undefined || target.refid !== undefined || book.detached.has(target)) continue
    for (const name of target.names ?? []) {
      const id = book.nameIds.get(name)
      const referrers = book.refNames.get(name)
      if (!referrers) continue
      noteReferencedByName(book, target, name)
      for (const referrer of referrers) {
        if (book.resolved.has(referrer)) continue
        if (id !== undefined) {
          delete referrer.refname
          referrer.refid = id
        }
        book.resolved.add(referrer)
      }
    }
  }
}
