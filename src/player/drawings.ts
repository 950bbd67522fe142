import {
  attributeOfSource,
  copyMark,
  drawingAttribute as drawing,
  isSourceAttribute,
  partAttribute as partOf,
  sourceIdAttribute as sourceId,
  sourceValueAttribute,
} from '../page-contract/attributes.ts'
import { layerAttribute } from '../page-contract/unfolding.ts'

/** What belongs to one inclusion: the placeholder has it, or it is the first one's alone. */
const ofInclusion = /^(?:data-drawing|data-unfold.*|viewBox|preserveAspectRatio|width|height|role|aria-label)$/

const idLists = /^(?:aria-(?:labelledby|describedby|controls|owns|flowto|details|errormessage|activedescendant)|for|headers|list|form)$/

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
  const elements = [copy, ...copy.querySelectorAll('*')]
  const ids = new Set(elements.map((element) => element.id).filter((id) => id !== ''))
  const key = first.getAttribute(drawing) ?? ''
  const rename = (id: string): string => (ids.has(id) ? id + suffix : id)
  for (const element of elements) renameIn(element, rename, suffix)
  for (const style of copy.querySelectorAll('style')) style.textContent = renameInSheet(style.textContent ?? '', rename, key, suffix)
  const own = new Set(placeholder.getAttributeNames())
  for (const attribute of [...copy.attributes]) {
    // What the file has there is not what stands here.
    if (isSourceAttribute(attribute.name) && own.has(attributeOfSource(attribute.name))) continue
    if (!ofInclusion.test(attribute.name) && !placeholder.hasAttributeNS(attribute.namespaceURI, attribute.localName)) {
      placeholder.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value)
    }
  }
  // It has it from the compiler, as the first inclusion has it.
  const style = placeholder.getAttributeNode('style')
  if (style) renameValue(style, placeholder, rename)
  placeholder.replaceChildren(...copy.childNodes)
}

function renameIn(element: Element, rename: (id: string) => string, suffix: string): void {
  element.removeAttribute(layerAttribute)
  for (const attribute of [...element.attributes]) {
    if (attribute.name === 'id' || isSourceAttribute(attribute.name) || attribute.name === drawing) continue
    if (attribute.name === partOf) attribute.value += suffix
    renameValue(attribute, element, rename)
  }
  if (element.id === '') return
  if (!element.hasAttribute(sourceId)) element.setAttribute(sourceId, element.id)
  element.id += suffix
}

function renameValue(attribute: Attr, element: Element, rename: (id: string) => string): void {
  const renamed = renameInAttribute(attribute, element, rename)
  if (renamed === attribute.value) return
  const source = sourceValueAttribute(attribute.name)
  if (!element.hasAttribute(source)) element.setAttribute(source, attribute.value)
  attribute.value = renamed
}

/** The places of an id, as src/6-page/svg/references.ts has them for the compiler. */
function renameInAttribute({ localName: name, value }: Attr, element: Element, rename: (id: string) => string): string {
  if (name === 'href') return renameHref(value, rename)
  if (idLists.test(name)) return value.replace(/\S+/g, rename)
  if (name === 'begin' || name === 'end') {
    return value.replace(
      /(^|;)(\s*)((?:\\.|[^\s;.()+\-\\0-9])(?:\\.|[^\s;.()\\])*)\./g,
      (match, start: string, blank: string, id: string) => {
        const plain = id.replace(/\\(.)/g, '$1')
        return rename(plain) === plain ? match : `${start}${blank}${rename(plain)}.`
      },
    )
  }
  if (/^(?:to|from|by|values)$/.test(name) && /href$/.test(element.getAttribute('attributeName') ?? '')) {
    return value.replace(/[^;]+/g, (part) => renameHref(part.trim(), rename).replace(/;/g, '%3B'))
  }
  return value.includes('url(') ? renameInCss(value, rename) : value
}

const renameHref = (value: string, rename: (id: string) => string): string => {
  const address = value.trim()
  return address.startsWith('#') ? `#${rename(decoded(address.slice(1)))}` : value
}

/**
 * `url(#id)` in its three forms, and what may hold the like of it without being one: a comment, another address, a string, a name
 * (src/formats/css/tokens.ts says it all); last, a selector of the drawing's own rules.
 */
const cssParts =
  /\/\*[\s\S]*?(?:\*\/|$)|url\(\s*(?:"#([^"\\\n]*(?:\\[\s\S][^"\\\n]*)*)"|'#([^'\\\n]*(?:\\[\s\S][^'\\\n]*)*)'|#([^\s"'()\\]*(?:\\[\s\S][^\s"'()\\]*)*))\s*\)|url\(\s*(?!["'\s])[^)\\]*(?:\\[\s\S][^)\\]*)*\)?|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?|(?:[-\w\x80-\uffff]|\\[\s\S])[-\w\x80-\uffff]*(?:\\[\s\S][-\w\x80-\uffff]*)*\(?|\[(data-drawing|data-part-of)="([^"]*)"\]/gi

type OwnRule = (selector: string, attribute: string, key: string) => string

const renameInCss = (css: string, rename: (id: string) => string, ownRule: OwnRule = (selector) => selector): string =>
  css.replace(cssParts, (written, double, single, bare, attribute, key) => {
    if (attribute) return ownRule(written, attribute, key)
    const fragment: string | undefined = double ?? single ?? bare
    const id = fragment === undefined ? '' : decoded(unescaped(fragment))
    return rename(id) === id
      ? written
      : `url("#${rename(id)
          .replace(/["\\]/g, '\\$&')
          .replace(/[\n\r\f]/g, lineEndEscape)}")`
  })

/** Also the drawing's own rules, which the compiler keeps to one inclusion (src/6-page/svg/css/scope.ts), are kept to another. */
const renameInSheet = (css: string, rename: (id: string) => string, key: string, suffix: string): string =>
  renameInCss(css, rename, (selector, attribute, value) => (value === key ? `[${attribute}="${key}${suffix}"]` : selector))

const lineEndEscape = (character: string): string => `\\${character.charCodeAt(0).toString(16)} `

const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_, code?: string, character?: string) =>
    code === undefined ? (character ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  )

const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
