import type { DeckLanguage } from '../1-source/read-deck.ts'
import { placingFieldNames, shownFieldNames } from '../2-document/fields.ts'
import type { Document, Node } from '../2-document/nodes.ts'
import { diagnose, type Report, severityLevels } from '../diagnostics/diagnostic.ts'
import { spanning } from '../diagnostics/position.ts'
import { readContent } from './content.ts'
import type { Deck, FieldValue, Step } from './deck.ts'
import { deckTitle, metaOf, reportFront, scriptsOf, stylesOf } from './front.ts'
import { stepIds } from './ids.ts'
import { takeLoneTitle, underTitles } from './lone-title.ts'
import { nowhere } from './positions.ts'
import { numberPresses } from './presses.ts'
import { isShown, joinFields, reportFieldsAmongText, takeFields, type WrittenField } from './read-fields.ts'
import { type Draft, splitSteps } from './split-steps.ts'
import { reportLongTalk, timeOf } from './times.ts'

/**
 * Reads a resolved tree as a deck (docs/dev/dialect.md, Slides and Fields). The tree must be parsed and resolved with `deckSettings`.
 * Mistakes are reported with their place, with advice for who writes in `language`; the deck holds all that could be read.
 */
export function toDeck(document: Document, report: Report, language: DeckLanguage = 'rst'): Deck {
  const { header, footer, nodes: body } = takeDecoration(document.children)
  const { titled, nodes } = takeLoneTitle(body)
  const split = splitSteps(nodes, report)
  const { fields, rest: front } = takeFields(split.front)
  const opening = titled.length > 0 ? openingDraft(titled, front) : undefined
  if (opening) report(diagnose('deck/opening-text', {}, opening.position))
  reportFront(opening ? [] : front, fields, report)
  const steps = readSteps(opening ? [opening, ...split.drafts] : split.drafts, report)
  if (steps.length === 0 && !document.children.some(isError)) report(diagnose('deck/empty', { language }, document.position))
  const joined = joinFields(fields)
  const duration = timeOf(joined.get('duration'), 'duration', report)
  reportLongTalk(duration, joined.get('duration'), steps, report)
  return {
    ...(duration === undefined ? {} : { duration }),
    title: deckTitle(joined.get('title'), document, titled, steps),
    lang: joined.get('lang')?.value || undefined,
    fields: Object.fromEntries(joined),
    header,
    footer,
    steps,
    styles: stylesOf(fields),
    scripts: scriptsOf(fields),
    meta: metaOf(document),
  }
}

/** Something could not be read: whether the deck has slides will be seen when that is mended. */
const isError = (node: Node): boolean => node.type === 'system_message' && node.level >= severityLevels.error

/** Header and footer are the deck's, from wherever in it; docutils gathers them in one `decoration`. */
function takeDecoration(nodes: readonly Node[]): { header: readonly Node[]; footer: readonly Node[]; nodes: readonly Node[] } {
  const parts = nodes.flatMap((node) => (node.type === 'decoration' ? node.children : []))
  const childrenOfType = (type: 'header' | 'footer') => parts.flatMap((part) => (part.type === type ? part.children : []))
  return {
    header: childrenOfType('header'),
    footer: childrenOfType('footer'),
    nodes: nodes.filter((node) => node.type !== 'decoration'),
  }
}

/** The text under a lone document title, with the title: a first step, which Hovercraft loses. */
function openingDraft(titled: Parameters<typeof underTitles>[0], front: readonly Node[]): Draft | undefined {
  if (!front.some(isShown)) return undefined
  const start = titled[0]?.position ?? nowhere
  const end = front.findLast((node) => node.position)?.position ?? start
  return { level: 1, content: underTitles(titled, front), position: spanning(start, end) }
}

function readSteps(drafts: readonly Draft[], report: Report): Step[] {
  const read = drafts.map((draft) => {
    const { fields, rest } = takeFields(draft.content)
    reportFieldsAmongText(draft.content, report)
    return { draft, fields, content: rest, id: joinFields(fields.filter(({ name }) => name === 'id')).get('id') }
  })
  const ids = stepIds(read, report)
  const known = new Set(ids)
  const numbers = slideNumbers(read.map(({ fields }) => fields))
  return read.map(({ draft, fields, content }, index) => ({
    id: ids[index] ?? '',
    level: draft.level,
    ...aroundOf(fields),
    ...(numbers[index] === String(index + 1) ? {} : { number: numbers[index] ?? '' }),
    ...readStepFields(fields, report),
    ...readSlide(content, known, report),
    position: draft.position,
  }))
}

/** The slide's own header and footer; of several the last one counts. */
function aroundOf(fields: readonly WrittenField[]): Pick<Step, 'header' | 'footer'> {
  const last = (wanted: string) => fields.findLast(({ name }) => name === wanted)?.nodes
  const [header, footer] = [last('header'), last('footer')]
  return { ...(header ? { header } : {}), ...(footer ? { footer } : {}) }
}

/** What each slide shows as its number (`slide-number`, as Marp's `paginate`): one that is held or skipped is not counted. */
function slideNumbers(steps: readonly (readonly WrittenField[])[]): string[] {
  let count = 0
  return steps.map((fields) => {
    const value = fields.findLast(({ name }) => name === 'slide-number')?.value
    if (value !== 'hold' && value !== 'skip') count++
    return value === 'skip' || value === 'none' ? '' : String(Math.max(count, 1))
  })
}

function readSlide(nodes: readonly Node[], known: ReadonlySet<string>, report: Report): Pick<Step, 'content' | 'presses' | 'notes'> {
  const { content, notes } = readContent(nodes, known, report)
  const numbered = numberPresses(content)
  for (const { at = 0, position } of notes)
    if (at > numbered.presses.length) report(diagnose('deck/note-without-press', { at, presses: numbered.presses.length }, position))
  return { ...numbered, notes: notes.map(({ content: said, at }) => ({ content: said, ...(at === undefined ? {} : { at }) })) }
}

/** HTML's attribute names less those that only a browser's parser lets pass. */
const attributeName = /^[^\s"'<>/=`\p{Cc}]+$/u

function readStepFields(fields: readonly WrittenField[], report: Report): Pick<Step, 'classes' | 'placing' | 'attributes' | 'time'> {
  const placing: [string, FieldValue][] = []
  const attributes: [string, string][] = []
  const joined = joinFields(fields)
  for (const [name, field] of joined) {
    if (placingFieldNames.has(name)) placing.push([name, field])
    else if (name === 'id' || name === 'class' || name === 'time' || name === 'slide-number' || shownFieldNames.has(name)) continue
    else if (attributeName.test(name)) attributes.push([name, field.value])
    else {
      const position = fields.find((written) => written.name === name)?.namePosition
      report(diagnose('deck/bad-attribute-name', { field: name }, position))
    }
  }
  const classes = joined.get('class')?.value.split(/\s+/).filter(Boolean) ?? []
  const time = timeOf(joined.get('time'), 'time', report)
  return {
    ...(time === undefined ? {} : { time }),
    classes: [...new Set(classes)],
    placing: Object.fromEntries(placing),
    attributes: Object.fromEntries(attributes),
  }
}
