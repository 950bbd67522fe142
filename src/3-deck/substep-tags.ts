import { type StartTag, startTags } from '../formats/html-tags.ts'
import { substepClass } from '../page-contract/presses.ts'

/** A tag of raw HTML whose element appears at a press of the key. */
export interface SubstepTag extends Pick<StartTag, 'name' | 'start' | 'end'> {
  /** Its `data-substep-order` (impress.js 2.0), where that is a number. */
  readonly order: number | undefined
  readonly classes: readonly string[]
}

/** The tags with the class `substep`, in their order. */
export function substepTags(html: string): SubstepTag[] {
  if (!html.includes(substepClass) && !html.includes('&')) return []
  const tags: SubstepTag[] = []
  for (const { name, attributes, start, end } of startTags(html)) {
    const written = (wanted: string): string => attributes.find((attribute) => attribute.name === wanted)?.value ?? ''
    const classes = written('class').split(/[\t\n\f\r ]+/)
    if (!classes.includes(substepClass)) continue
    const order = Number.parseInt(written('data-substep-order'), 10)
    tags.push({ name, start, end, classes, order: Number.isNaN(order) ? undefined : order })
  }
  return tags
}
