import type { Page } from '../../6-page/page.ts'
import { readToken } from '../../formats/html-tokens.ts'
import { assetAttribute, drawingAttribute } from '../../page-contract/attributes.ts'
import { pressesAttribute } from '../../page-contract/presses.ts'
import type { PageChanges } from '../../page-contract/preview-event.ts'

/**
 * What makes the one page the other, without loading it again; undefined where that takes more than new content of steps: slides that come,
 * go or move, scripts, a header, or drawings and pictures whose bytes stand in one step and are shown in others.
 */
export function pageChanges(before: Page, after: Page): PageChanges | undefined {
  if (before.steps.length !== after.steps.length) return undefined
  const styles = styleChanges(around(before), around(after))
  if (!styles) return undefined
  const changed = after.steps.map((html, index) => ({ html, was: before.steps[index] ?? '' })).filter(({ html, was }) => html !== was)
  return changed.every(({ html, was }) => canReplace(was, html)) ? { steps: changed.map(({ html }) => html), styles } : undefined
}

/** The page without its steps. */
function around({ html, steps }: Page): string {
  const all = steps.join('\n')
  const start = html.indexOf(all)
  return html.slice(0, start) + html.slice(start + all.length)
}

const styleElement = /(<style[^>]*>)([\s\S]*?)<\/style>/g
const sheetsOf = (html: string): string[] => Array.from(html.matchAll(styleElement), ([, , css = '']) => css)

/** Undefined where more than the text of style elements is another. */
function styleChanges(before: string, after: string): PageChanges['styles'] | undefined {
  if (before === after) return []
  if (before.replace(styleElement, '$1') !== after.replace(styleElement, '$1')) return undefined
  const [old, fresh] = [sheetsOf(before), sheetsOf(after)]
  const seen = new Map<string, number>()
  return old.flatMap((css, index) => {
    const nth = seen.get(css) ?? 0
    seen.set(css, nth + 1)
    return css === fresh[index] ? [] : [{ before: css, nth, after: fresh[index] ?? '' }]
  })
}

/** impress.js reads a step's attributes once (how many presses there are, the player reads anew); a script would not run again; what other steps show copies of must stay as it is. */
const canReplace = (before: string, after: string): boolean =>
  openingTag(before) === openingTag(after) && !/<script/i.test(before + after) && shared(before).join('\n') === shared(after).join('\n')

/** Attributes of a step that may become others in an open page. */
const changeable = new RegExp(` (?:${pressesAttribute}|aria-labelledby)="[^"]*"`, 'g')

const openingTag = (step: string): string => step.slice(0, readToken(step, 0).end).replace(changeable, '')

/** The drawings and pictures of a step that stand in the page once (`data-drawing`, `data-asset`), each whole, and where their copies stand. */
function shared(step: string): string[] {
  return Array.from(step.matchAll(/<(?:svg|img)\b/g), ({ index }) => {
    const token = readToken(step, index)
    if (token.type !== 'start' || !token.attributes.some(({ name }) => name === drawingAttribute || name === assetAttribute)) return ''
    return token.name === 'svg' ? drawingAt(step, index) : step.slice(index, token.end)
  }).filter(Boolean)
}

/** The `svg` element that begins at `start`, to the end of it. */
function drawingAt(step: string, start: number): string {
  const tag = /<svg[\s>]|<\/svg>/g
  tag.lastIndex = start
  let depth = 0
  for (let match = tag.exec(step); match; match = tag.exec(step)) {
    depth += match[0] === '</svg>' ? -1 : 1
    if (depth === 0) return step.slice(start, tag.lastIndex)
  }
  return step.slice(start)
}
