import { basename } from 'node:path'
import { pay, payAgain } from '../../1-source/budget.ts'
import type { Resource, Resources } from '../../1-source/resources.ts'
import type { Tools } from '../../1-source/tools.ts'
import { growthOf } from '../../4-look/drawings/afford.ts'
import { simplify } from '../../4-look/drawings/simplify.ts'
import { nameStylesheets, readDrawing } from '../../4-look/drawings/store.ts'
import { toXml } from '../../4-look/drawings/xml/serialize.ts'
import type { SvgElement } from '../../4-look/drawings/xml/tree.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import { readAddress } from '../../formats/addresses.ts'
import { inlineSheet } from '../../formats/css/inline.ts'
import { cssUrl } from '../../formats/css/tokens.ts'
import { mayHaveUrls, replaceUrls } from '../../formats/css/urls.ts'
import { isFont, mediaType } from '../../formats/media-types.ts'
import { dataUrl, textDataUrl } from '../embed/data-url.ts'

/** Style sheets may import each other so deep. */
const importLimit = 8

export interface Outside {
  readonly tools: Tools
  /** The file that names them. */
  readonly from: string
  readonly position?: Position
  /** The drawings that this one is a picture in. */
  readonly around?: readonly string[]
  /** Takes out of a stranger's drawing, in which all is that it names, what runs or reaches out. */
  readonly clean?: (root: SvgElement) => void
  /** Hears of each file that the drawing itself names, and what stands for it in the page; undefined for a sheet and for what is missing. */
  readonly note?: (address: string, uri: string | undefined) => void
}

/**
 * A drawing that is shown as a picture, where it loads nothing itself: with what it names in it, in the encoding of the page. One that no
 * browser would show is told, one that makes more than the deck can afford is undefined and told already.
 */
export function pictureOf({ path, bytes }: Resource, { around = [], ...outside }: Omit<Outside, 'from'>): string | Diagnostic | undefined {
  const read = readDrawing(bytes, path)
  if ('code' in read) return read
  const { document, text } = read
  if (!pay(outside.tools, growthOf(document.expanded + Math.max(0, text.length - bytes.length), path), outside.position)) return undefined
  simplify(document.root)
  nameStylesheets(document)
  takeIn(document.root, { ...outside, from: path, around: [...around, path] })
  outside.clean?.(document.root)
  return toXml(document)
}

/** Drawings may be pictures in each other so deep. */
const pictureLimit = 3

/**
 * Puts the pictures, fonts and style sheets that a drawing names into it. An address on the network or in the file itself stays. What is missing is told
 * once, however often the drawing names it.
 */
export function takeIn(root: SvgElement, outside: Outside): void {
  takeInNode(root, { ...outside, tools: { ...outside.tools, resources: onceMissing(outside.tools.resources) } })
}

/** Says of each file that is missing once that it is. */
export function onceMissing(resources: Resources): Resources {
  const missing = new Set<string>()
  return {
    ...resources,
    read(path, from, ...rest) {
      // Of one file two parts may be named.
      const asked = [path.replace(/[?#].*$/s, ''), from, rest[0]].join('\0')
      if (missing.has(asked)) return undefined
      const found = resources.read(path, from, ...rest)
      if (!found) missing.add(asked)
      return found
    },
  }
}

function takeInNode(root: SvgElement, outside: Outside): void {
  for (const [name, value] of root.attributes) {
    const isPicture = (root.name === 'image' || root.name === 'feImage') && (name === 'href' || name === 'xlink:href')
    if (isPicture) root.attributes.set(name, dataUri(value, outside) ?? value)
    else if (mayNameFiles(value))
      root.attributes.set(
        name,
        replaceUrls(value, (address) => urlOf(address, outside)),
      )
  }
  if (root.name === 'style') takeInStyle(root, outside)
  for (const child of root.children) if (child.type === 'element') takeInNode(child, outside)
}

/** Most addresses in a drawing are ids of its own; an escape may hide what is not. */
const mayNameFiles = (value: string): boolean => mayHaveUrls(value) && /url\((?!\s*["']?#)|image-set\(|\\/i.test(value)

/** Its texts are one style sheet, whatever stands between them (SVG 2 §6.2). */
function takeInStyle(style: SvgElement, outside: Outside): void {
  const href = style.attributes.get('data-href')
  const isNamed = href !== undefined && isFile(href)
  if (isNamed) style.attributes.delete('data-href')
  const written = style.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  const css = isNamed ? (importSheet(href, outside, 0) ?? '') : takeInSheet(written, outside, 0)
  style.children = css === '' ? [] : [{ type: 'text', value: css }]
}

const takeInSheet = (css: string, outside: Outside, depth: number): string =>
  inlineSheet(css, {
    url: (address, hints) => {
      const url = urlOf(address, outside)
      return url && url + hints
    },
    sheet: ({ address, wrap }) => {
      const sheet = isFile(address) && depth < importLimit ? importSheet(address, outside, depth + 1) : undefined
      return sheet === undefined ? undefined : wrap(sheet)
    },
  })

function importSheet(href: string, outside: Outside, depth: number): string | undefined {
  const { tools, from, position, note } = outside
  note?.(href, undefined)
  const found = tools.resources.read(href, from, 'style', position)
  if (!found || !isAffordable(found, 'text', found.bytes.length, outside)) return undefined
  return takeInSheet(new TextDecoder().decode(found.bytes), { ...outside, from: found.path }, depth)
}

function urlOf(address: string, outside: Outside): string | undefined {
  const uri = dataUri(address, outside)
  return uri === undefined ? undefined : cssUrl(uri)
}

/** What stands for a file that is named as a picture or a font; undefined for what is none, or is missing. */
export function dataUri(address: string, { note, ...outside }: Outside): string | undefined {
  if (!isFile(address)) return undefined
  const uri = uriOfFile(address, outside)
  note?.(address, uri)
  return uri
}

function uriOfFile(address: string, outside: Outside): string | undefined {
  const { tools, from, position } = outside
  const found = tools.resources.read(readAddress(address).text, from, isFont(address.trim()) ? 'font' : 'graphic', position)
  if (!found) return undefined
  if (!isAffordable(found, 'url', Math.ceil((found.bytes.length * 4) / 3), outside)) return undefined
  const around = outside.around ?? []
  if (/\.svgz?$/i.test(found.path) && around.length < pictureLimit && !around.includes(found.path)) {
    const picture = pictureOf(found, { ...outside, around })
    if (typeof picture === 'string') return textDataUrl(picture, 'image/svg+xml')
  }
  return dataUrl(found.bytes, mediaType(found.path))
}

/** A file is in each drawing that names it, and there as often as it is named. */
const isAffordable = ({ path }: Resource, as: 'text' | 'url', size: number, { tools, from, position }: Outside): boolean =>
  payAgain(tools, [`${as} ${path}`, size], { bytes: size, name: basename(path), chain: () => [basename(from), basename(path)] }, position)

const isFile = (address: string): boolean => /^(?:relative|path)$/.test(readAddress(address).kind)
