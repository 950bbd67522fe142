import type { Properties } from 'hast'
import type { Node } from '../2-document/nodes.ts'
import type { Step } from '../3-deck/deck.ts'
import { onField } from '../3-deck/on-drawing.ts'
import type { Placement } from '../5-layout/placement.ts'
import { aimAttributes } from '../page-contract/aim.ts'
import { groundAttribute } from '../page-contract/attributes.ts'
import { noteAtAttribute, notesClass, numberAttribute, onDrawingClass, timeAttribute } from '../page-contract/names.ts'
import { pressesAttribute } from '../page-contract/presses.ts'
import { groundWords } from './ground.ts'
import { element, elementAsNamed, type Html } from './hast.ts'
import type { RenderContext } from './nodes/context.ts'
import { keepWithin } from './open-tags.ts'

/** What is worked out is never said. */
const workedOut: ReadonlySet<string> = new Set([pressesAttribute, numberAttribute, timeAttribute, groundAttribute])

/** One step of the stage: the author's attributes, then the place, all seven values as plain numbers. */
export function stepElement(step: Step, placement: Placement, context: RenderContext): Html[] {
  const classes = ['step', `step-level-${step.level}`, ...(step.placing[onField]?.value ? [onDrawingClass] : []), ...step.classes]
  const own = Object.entries(step.attributes).filter(([name]) => !workedOut.has(name))
  const written = own.map(([name, value]) => ({ name, value, position: step.position }))
  const fields = context.fields(written)
  const ground = groundWords(fields.find(([name]) => name === 'style')?.[1] ?? '')
  const attributes: (readonly [name: string, value: string])[] = [
    ['id', step.id],
    ...fields,
    ['class', classes.join(' ')],
    ...placed(placement),
    ...(step.number === undefined ? [] : [[numberAttribute, step.number] as const]),
    ...(step.time === undefined ? [] : [[timeAttribute, String(step.time)] as const]),
    ...(ground === '' ? [] : [[groundAttribute, ground] as const]),
    ...(step.presses.length > 0 ? [[pressesAttribute, String(step.presses.length)] as const] : []),
  ]
  const notes = context.skipNotes
    ? []
    : step.notes.map(({ content, at }) => {
        const attributes = { className: [notesClass], ...(at === undefined ? {} : { [noteAtAttribute]: String(at) }) }
        return element('div', attributes, keepWithin(context.render(content, context), context.report))
      })
  const inside = [
    ...aroundElement('header', step.header, context),
    ...keepWithin(context.render(step.content, context), context.report),
    ...aroundElement('footer', step.footer, context),
  ]
  const heading = headingId(inside)
  const described: (readonly [name: string, value: string])[] = [
    ['role', 'group'],
    ['aria-roledescription', 'slide'],
    ...(heading === undefined ? [] : [['aria-labelledby', heading] as const]),
  ]
  const isNew = ([name]: readonly [name: string, value: string]): boolean =>
    !fields.some(([field]) => field === name || (field === 'aria-label' && name === 'aria-labelledby'))
  return elementAsNamed('div', [...attributes, ...described.filter(isNew)], inside, notes)
}

/** Of the first heading, if it has one. The player names the other slides (src/player/slide-names.ts). */
function headingId(nodes: readonly Html[]): string | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const id = /^h[1-6]$/.test(node.tagName) ? node.properties['id'] : headingId(node.children)
    if (id !== undefined) return String(id)
  }
  return undefined
}

/** The slide's own header or footer; an empty one hides the deck's as well. */
export const aroundElement = (
  name: 'header' | 'footer',
  nodes: readonly Node[] | undefined,
  context: RenderContext,
  landmark: Properties = {},
): Html[] => (nodes ? [element('div', { className: [name], ...landmark }, keepWithin(context.render(nodes, context), context.report))] : [])

const placed = (place: Placement): [name: string, value: string][] => [
  ['data-x', plain(place.x)],
  ['data-y', plain(place.y)],
  ['data-z', plain(place.z)],
  ['data-rotate-x', plain(place.rotateX)],
  ['data-rotate-y', plain(place.rotateY)],
  ['data-rotate-z', plain(place.rotateZ)],
  ['data-scale', plain(place.scale)],
  ...(place.rotateOrder === undefined ? [] : ([['data-rotate-order', place.rotateOrder]] as [string, string][])),
  ...(place.aim ? Object.entries(aimAttributes(place.aim)) : []),
]

/** No exponent and no binary dust: a micrometre is less than any screen shows. */
const plain = (value: number): string => String(Number(value.toFixed(6)) || 0).replace(/^(-?[\d.]+)e\+?.*$/, () => value.toFixed(0))
