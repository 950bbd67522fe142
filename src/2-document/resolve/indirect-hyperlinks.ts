import type { MessageCode } from '../../diagnostics/messages/index.ts'
import type { Node, Target } from '../nodes.ts'
import { noteReferencedById, noteReferencedByName, noteRefId, type Referrer } from './book.ts'
import { problematic, type Resolution, type Step, unplacedMessage } from './resolution.ts'
import { refidOf, refuriOf, replaceNodes } from './tree.ts'

interface Work extends Resolution {
  readonly replacements: Map<Node, Node[]>
  /** Targets whose end is being looked for: meeting one again is a circle. */
  readonly open: Set<Node>
}

/**
 * `.. _a: b_`: a target that names another leads where that one leads, and whoever refers to it too
 * (docutils: references.IndirectHyperlinks).
 */
export const indirectHyperlinks: Step = (resolution) => {
  const { book, document } = resolution
  const work: Work = { ...resolution, replacements: new Map(), open: new Set() }
  for (const target of book.indirectTargets) {
    if (!book.resolved.has(target)) resolveTarget(work, target)
    resolveReferrers(work, target)
  }
  replaceNodes(document, work.replacements)
}

/** Follows the chain from a target to its end, then gives each link on the way back what it leads to. */
function resolveTarget(work: Work, first: Target): void {
  const { book, open } = work
  const chain: { target: Target; id: string; place: Node }[] = []
  for (let target: Target | undefined = first; target; ) {
    const next = follow(work, target)
    if (!next) break
    const { place } = next
    const isIndirect = place.type === 'target' && !book.resolved.has(place) && place.refname !== undefined
    if (isIndirect && open.has(target)) {
      fail(work, target, 'document/circular-target')
      break
    }
    chain.push({ target, ...next })
    if (isIndirect) open.add(target)
    target = isIndirect ? (place as Target) : undefined
  }
  for (let link = chain.pop(); link; link = chain.pop()) {
    open.delete(link.target)
    adopt(work, link.target, link.place, link.id)
  }
}

function follow(work: Work, target: Target): { id: string; place: Node } | undefined {
  const { book } = work
  const id = target.refname === undefined ? target.refid : book.nameIds.get(target.refname)
  const place = id === undefined ? undefined : book.ids.get(id)
  if (id === undefined || !place) {
    failForWantOf(work, target)
    return undefined
  }
  noteReferencedById(book, place, id)
  return { id, place }
}

function adopt(work: Work, target: Target, place: Node, id: string): void {
  const { book } = work
  const uri = refuriOf(place)
  const refid = refidOf(place) ?? (place.ids?.length ? id : undefined)
  if (uri !== undefined) {
    target.refuri = uri
    delete target.refid
  } else if (refid !== undefined) {
    target.refid = refid
    noteRefId(book, target)
  } else {
    failForWantOf(work, target)
    return
  }
  delete target.refname
  book.resolved.add(target)
}

const failForWantOf = (work: Work, target: Target): void =>
  fail(
    work,
    target,
    work.book.nameIds.has(target.refname ?? '') ? 'document/ambiguous-indirect-target' : 'document/unknown-indirect-target',
  )

type Failure = Extract<MessageCode, 'document/circular-target' | 'document/ambiguous-indirect-target' | 'document/unknown-indirect-target'>

function fail(work: Work, target: Target, code: Failure): void {
  const { book, replacements } = work
  const name = target.names?.[0] ?? target.ids?.[0] ?? ''
  const cause = unplacedMessage(work, code, { name, refname: target.refname ?? target.refid ?? '' }, target.position)
  const referrers = new Set<Referrer>()
  for (const name of target.names ?? []) for (const referrer of book.refNames.get(name) ?? []) referrers.add(referrer)
  for (const id of target.ids ?? []) for (const referrer of book.refIds.get(id) ?? []) referrers.add(referrer)
  for (const referrer of referrers) {
    if (!book.detached.has(referrer)) replacements.set(referrer, [problematic(work, referrer, cause)])
  }
  book.resolved.add(target)
}

/** Gives all who refer to a target what it leads to; those among them that are targets pass it on. */
function resolveReferrers({ book }: Work, first: Target): void {
  const open: Target[] = [first]
  for (let target = open.pop(); target; target = open.pop()) {
    const { refid, refuri } = target
    if (refid === undefined && refuri === undefined) continue
    const referring: Referrer[] = []
    for (const name of target.names ?? []) {
      const referrers = book.refNames.get(name)
      if (referrers) noteReferencedByName(book, target, name)
      for (const referrer of referrers ?? []) referring.push(referrer)
    }
    for (const id of target.ids ?? []) {
      const referrers = book.refIds.get(id)
      if (referrers) noteReferencedById(book, target, id)
      for (const referrer of referrers ?? []) referring.push(referrer)
    }
    for (const referrer of referring) {
      if (book.resolved.has(referrer)) continue
      delete referrer.refname
      delete referrer.refid
      if (refid !== undefined) {
        referrer.refid = refid
        noteRefId(book, referrer)
      } else (referrer as Target).refuri = refuri as string
      book.resolved.add(referrer)
      if (referrer.type === 'target') open.push(referrer)
    }
  }
}
