import type { Raw } from '../2-document/nodes.ts'
import { rawText } from '../2-document/raw.ts'
import { substepTags } from '../3-deck/substep-tags.ts'
import { pressAttribute } from '../page-contract/presses.ts'

interface NumberedHtml {
  readonly html: string
  /** Offset in `html` → offset in the node's text. */
  readonly originalOf: (offset: number) => number
}

/** Raw HTML whose tags of substeps say for which press they wait. What is written first counts, should the author have such an attribute. */
export function numberTags(node: Raw): NumberedHtml {
  const text = rawText(node)
  const { presses } = node
  if (!presses) return { html: text, originalOf: (offset) => offset }
  let html = ''
  let done = 0
  /** Where something of ours ends, and how much of it there is up to there. */
  const added: { readonly end: number; readonly length: number }[] = []
  for (const [index, { name, start }] of substepTags(text).entries()) {
    const at = start + 1 + name.length
    html += `${text.slice(done, at)} ${pressAttribute}="${presses[index]}"`
    done = at
    added.push({ end: html.length, length: html.length - at })
  }
  return { html: html + text.slice(done), originalOf: (offset) => offset - (added.findLast(({ end }) => end <= offset)?.length ?? 0) }
}
