import type { Node } from '../2-document/nodes.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { idsInHtml } from './embed/raw-html.ts'

/**
 * The ids in the author's raw HTML. They go out as written, so one that the page has already, or that comes a second time, is reported:
 * links and `url(#…)` find the first element only.
 */
export function rawIds(nodes: readonly Node[], taken: ReadonlySet<string>, report: Report): ReadonlySet<string> {
  const found = new Set<string>()
  for (const node of nodes) {
    if (node.type !== 'raw' || !node.format.split(/\s+/).includes('html') || /\.svgz?$/i.test(node.source ?? '')) continue
    const twice = new Set<string>()
    for (const id of idsInHtml(node.children.map(({ value }) => value).join(''))) {
      if (taken.has(id) || found.has(id)) twice.add(id)
      found.add(id)
    }
    for (const id of twice) report(diagnose('page/id-twice', { id }, node.position))
  }
  return found
}
