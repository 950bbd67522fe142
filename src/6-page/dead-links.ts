import type { Node } from '../2-document/nodes.ts'
import { isRawHtml, rawText } from '../2-document/raw.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { short } from '../formats/addresses.ts'
import { type HashReading, readingsOf } from '../page-contract/hash.ts'
import { idsInHtml, linksInHtml } from './embed/raw-html.ts'

/** What a page has to lead to. */
interface Destinations {
  readonly ids: ReadonlySet<string>
  /** As they go out: a drawing's parts have ids too. */
  readonly steps: readonly string[]
}

/** Reports the links within the deck, the author's HTML included, that no element of the page has the id of: the player stays where it is. */
export function tellDeadLinks(nodes: readonly Node[], { ids, steps }: Destinations, report: Report): void {
  let further: ReadonlySet<string> | undefined
  const isThere = (id: string): boolean => {
    if (ids.has(id)) return true
    further ??= new Set(steps.flatMap(idsInHtml))
    return further.has(id)
  }
  for (const node of nodes) {
    for (const link of linksOf(node)) {
      const readings = link.startsWith('#') ? readingsOf(link) : []
      const leads = ({ names, number = 0 }: HashReading) => names.some(isThere) || (number > 0 && number <= steps.length)
      if (readings.length > 0 && !readings.some(leads)) report(diagnose('page/dead-link', { link: short(link) }, node.position))
    }
  }
}

function linksOf(node: Node): readonly string[] {
  if (node.type === 'reference') return node.refuri === undefined ? [] : [node.refuri]
  return node.type === 'raw' && isRawHtml(node) ? linksInHtml(rawText(node)) : []
}
