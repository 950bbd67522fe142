import type { Properties } from 'hast'
import type { Step } from '../3-deck/deck.ts'
import { onField } from '../3-deck/on-drawing.ts'
import type { Placement } from '../5-layout/placement.ts'
import { notesClass, onDrawingClass } from '../page-contract/names.ts'
import { embedCss } from './embed/style-sheet.ts'
import { element, type Html } from './hast.ts'
import type { RenderContext } from './nodes/context.ts'

/** One step of the stage: the author's attributes, then the place, all seven values as plain numbers. */
export function stepElement(step: Step, placement: Placement, context: RenderContext): Html {
  const attributes: Properties = {
    id: step.id,
    ...(context.safe ? harmless(step.attributes) : step.attributes),
    ...styleOf(step, context),
    className: ['step', `step-level-${step.level}`, ...(step.placing[onField]?.value ? [onDrawingClass] : []), ...step.classes],
    ...placed(placement),
  }
  const notes = context.skipNotes
    ? []
    : step.notes.map((note) => element('div', { className: [notesClass] }, context.render(note, context)))
  return element('div', attributes, context.render(step.content, context), notes)
}

/** A picture behind the slide is a resource like others. */
const styleOf = ({ attributes, position }: Step, { embed, safe }: RenderContext): Properties => {
  const style = attributes['style']
  return style === undefined || !(safe || /url\(/i.test(style))
    ? {}
    : { style: embedCss(style, { from: position.source, position }, embed) }
}

/** Without what runs: event handlers. */
const harmless = (attributes: Readonly<Record<string, string>>): Properties =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !/^on/i.test(name)))

function placed(place: Placement): Properties {
  const attributes: Properties = {
    'data-x': plain(place.x),
    'data-y': plain(place.y),
    'data-z': plain(place.z),
    'data-rotate-x': plain(place.rotateX),
    'data-rotate-y': plain(place.rotateY),
    'data-rotate-z': plain(place.rotateZ),
    'data-scale': plain(place.scale),
  }
  return place.rotateOrder === undefined ? attributes : { ...attributes, 'data-rotate-order': place.rotateOrder }
}

/** No exponent and no binary dust: a micrometre is less than any screen shows. */
const plain = (value: number): string => String(Number(value.toFixed(6)) || 0).replace(/^(-?[\d.]+)e\+?.*$/, () => value.toFixed(0))
