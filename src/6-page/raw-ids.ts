import type { Node } from '../2-document/nodes.ts'
import { isRawDrawing, isRawHtml, rawText } from '../2-document/raw.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { copyMark } from '../page-contract/attributes.ts'
import { idsInHtml } from './embed/raw-html.ts'
import type { Targets } from './targets.ts'

export interface RawIds {
  /** As they go out. */
  readonly ids: ReadonlySet<string>
  /** Ids of slides, and of the page itself, that raw HTML has too → what its elements are called instead. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * The ids in the author's raw HTML. They go out as written, so one that the page has already, or that comes a second time, is reported:
 * links and `url(#…)` find the first element only. A slide's id is the slide's alone, else nothing could lead to it.
 */
export function rawIds(nodes: readonly Node[], { ids: taken, kept }: Targets, report: Report): RawIds {
  const found = new Set<string>()
  const renamed = new Map<string, string>()
  for (const node of nodes) {
    if (node.type !== 'raw' || !isRawHtml(node) || isRawDrawing(node)) continue
    const twice = new Set<string>()
    for (const id of idsInHtml(rawText(node))) {
      if (taken.has(id) || found.has(id)) twice.add(id)
      found.add(id)
    }
    for (const id of twice) {
      const owner = kept.get(id)
      if (owner === undefined) {
        report(diagnose('page/id-twice', { id }, node.position))
        continue
      }
      const other = renamed.get(id) ?? freeId(id, (candidate) => taken.has(candidate) || found.has(candidate))
      renamed.set(id, other)
      report(diagnose('page/id-taken', { id, owner, other }, node.position))
    }
  }
  return { ids: new Set([...found].map((id) => renamed.get(id) ?? id)), renamed }
}

function freeId(id: string, isTaken: (candidate: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = `${id}${copyMark}raw${number === 1 ? '' : number}`
    if (!isTaken(candidate)) return candidate
  }
}
