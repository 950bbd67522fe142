import { message, type Step } from './resolution.ts'

/** Tells of named targets that nothing refers to (docutils: the end of references.DanglingReferences). An info: it harms nobody. */
export const unreferencedTargets: Step = (resolution) => {
  const { book } = resolution
  for (const target of book.targets) {
    // An anonymous target that is left over has been reported with the others.
    if (book.referenced.has(target) || book.detached.has(target) || target.anonymous) continue
    const name = target.names?.[0] ?? target.ids?.[0] ?? target.refid ?? ''
    resolution.unplaced.add(message(resolution, 'document/unreferenced-target', { name }, target.position))
  }
}
