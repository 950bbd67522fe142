import {
  attributeOfSource,
  copyMark,
  drawingAttribute as drawing,
  isSourceAttribute,
  partAttribute,
  sourceIdAttribute,
  sourceValueAttribute,
} from '../page-contract/attributes.ts'
import { addSuffixes, sheetText, suffixesAttribute } from '../page-contract/copies.ts'
import { layerAttribute } from '../page-contract/unfolding.ts'

/** What belongs to one inclusion: the placeholder has it, or it is the first one's alone. */
const ofInclusion = /^(?:data-drawing|data-unfold.*|viewBox|preserveAspectRatio|width|height|role|aria-label)$/

/**
 * Fills the placeholders below `root` with the drawing that stands in the page once. Each copy gets ids of its own and references to
 * itself alone, so that hiding one copy takes nothing from another. Filling again changes nothing.
 */
export function fillDrawings(root: ParentNode = document): void {
  for (const placeholder of root.querySelectorAll<SVGSVGElement>(`svg[${drawing}*="${copyMark}"]`)) {
    const name = placeholder.getAttribute(drawing) ?? ''
    const mark = name.indexOf(copyMark)
    const first = document.querySelector<SVGSVGElement>(`svg[${drawing}="${name.slice(0, mark)}"]`)
    if (first && isEmpty(placeholder, first)) fill(placeholder, first, name.slice(mark))
  }
}

/** It holds nothing but the `<use>` that stands in for the drawing where no script runs. */
const isEmpty = (placeholder: Element, first: Element): boolean => {
  const only = placeholder.childElementCount === 1 ? placeholder.firstElementChild : null
  return only?.localName === 'use' && only.getAttribute('href') === `#${first.id}`
}

function fill(placeholder: SVGSVGElement, first: SVGSVGElement, suffix: string): void {
  const copy = first.cloneNode(true) as SVGSVGElement
  for (const element of [copy, ...copy.querySelectorAll('*')]) makeOwn(element, suffix)
  const own = new Set(placeholder.getAttributeNames())
  for (const { name, namespaceURI, localName, value } of copy.attributes) {
    // What the file has there is not what stands here.
    if (isSourceAttribute(name) && own.has(attributeOfSource(name))) continue
    if (!ofInclusion.test(name) && !placeholder.hasAttributeNS(namespaceURI, localName))
      placeholder.setAttributeNS(namespaceURI, name, value)
  }
  placeholder.replaceChildren(...copy.childNodes)
}

/** Makes an element of a copy the copy's own. */
function makeOwn(element: Element, suffix: string): void {
  const named = element.getAttribute(suffixesAttribute)
  if (named !== null) {
    addSuffixes(named, suffix, (name, add) => {
      if (name === sheetText) element.textContent = add(element.textContent ?? '')
      const value = element.getAttribute(name)
      if (value === null) return
      const source = sourceValueAttribute(name)
      if (!element.hasAttribute(source)) element.setAttribute(source, value)
      element.setAttribute(name, add(value))
    })
  }
  const part = element.getAttribute(partAttribute)
  if (part !== null) element.setAttribute(partAttribute, part + suffix)
  // What unfold.ts writes: a copy starts without it.
  element.removeAttribute(layerAttribute)
  element.removeAttribute(suffixesAttribute)
  if (element.id === '') return
  if (!element.hasAttribute(sourceIdAttribute)) element.setAttribute(sourceIdAttribute, element.id)
  element.id += suffix
}
