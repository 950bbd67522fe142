import { basename, extname } from 'node:path'
import { payAgain } from '../../1-source/budget.ts'
import type { Resource, ResourceKind } from '../../1-source/resources.ts'
import type { Tools } from '../../1-source/tools.ts'
import { sizeLimit } from '../../4-look/drawings/store.ts'
import type { SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import { type Address, isMedium, readAddress } from '../../formats/addresses.ts'
import { isFont, mediaType } from '../../formats/media-types.ts'
import type { Asset } from '../page.ts'
import { cleanCss, isWithin } from '../safe/css.ts'
import { pictureOf } from '../svg/outside.ts'
import { findUnsafe } from '../svg/unsafe.ts'
import { dataUrl, textDataUrl } from './data-url.ts'
import { placeholder } from './placeholder.ts'

/** Puts what a deck names into its page, or beside it. */
export interface Embedder {
  /** The URL that stands for a resource; undefined for a missing one (reported). Remote and absolute URLs stay as they are. */
  url(uri: string, from: string, kind: ResourceKind, position: Position | undefined): string | undefined
  /** For an `img`: a missing picture has a visible stand-in. */
  image(uri: string, position: Position | undefined): EmbeddedImage
  /** A file as text; undefined for a missing one (reported). */
  text(uri: string, from: string, kind: ResourceKind, position: Position | undefined): TextResource | undefined
  /** CSS as it goes into the page: a stranger's, without what still runs or reaches out of it, which is reported. */
  clean(css: string, position: Position): string
  readonly assets: readonly Asset[]
  /** Addresses that the page fetches when it is shown, each reported where it is named first. */
  readonly remote: readonly string[]
}

export interface EmbeddedImage {
  /** Absent where the player copies it from the first `img` with the same picture. */
  readonly src?: string
  /** The number of a picture that others may copy, or the one to copy. */
  readonly asset?: number
  readonly copyOf?: number
  readonly missing?: true
}

export interface TextResource {
  readonly path: string
  readonly text: string
}

export interface EmbedderOptions extends Tools {
  /** The deck's own file. */
  readonly source: string
  /** Where files are put beside the page, relative to it; undefined puts them into it. */
  readonly folder: string | undefined
  /** A stranger's deck: what lies elsewhere is as if it were missing. */
  readonly safe: boolean
}

/** Of a file beside the page. */
const urlOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** The fragment of an address: what it shows of a drawing, a film or a PDF. None where it is part of the file's name, or a font's (`x.eot?#iefix`). */
const partOf = (address: string, path: string): string => {
  const fragment = /#.*$/s.exec(address)?.[0] ?? ''
  return isFont(path) || path.endsWith(fragment) ? '' : fragment
}

/**
 * The files that go into one page have no more bytes than this. Building it takes ten times as much memory, and no text has more than 512 MB in V8.
 */
const pageLimit = 100_000_000

/** A picture from this length on (of its URL) stands in the page once. */
const worthSharing = 2048

/** Names nothing that is outside the page. */
const isOfPage = ({ kind, scheme }: Address): boolean => kind === 'page' || /^(?:data|blob|about|mailto)$/.test(scheme)

/** What a stranger's deck may show by an address that is no file: what is written out in it, and is no style sheet or script. */
const isShowable = ({ kind, text }: Address, shownAs: ResourceKind): boolean =>
  kind === 'page' || (/^(?:graphic|media|font|data)$/.test(shownAs) && isMedium(text))

export function createEmbedder({ source, folder, safe, ...tools }: EmbedderOptions): Embedder {
  const { resources, report } = tools
  const assets = new Map<string, Asset>()
  const names = new Set<string>()
  const urls = new Map<string, string | undefined>()
  const shared = new Map<string, number>()
  const elsewhere = new Set<string>()
  const remote: string[] = []

  /** Told once of each. */
  const tellElsewhere = ({ text: url, kind, scheme }: Address, position: Position | undefined): void => {
    if (elsewhere.has(url) || (!safe && scheme === 'javascript')) return
    elsewhere.add(url)
    if (!safe && kind !== 'path') remote.push(url)
    report(diagnose(safe ? 'page/not-safe' : kind === 'path' ? 'page/absolute-path' : 'page/remote-resource', { url }, position))
  }

  const besidePage = (resource: Resource, at: string, position: Position | undefined): string | undefined => {
    const { path } = resource
    const type = mediaType(path)
    if (safe && !isMedium(`data:${type},`)) {
      report(diagnose('page/file-not-safe', { path: basename(path) }, position))
      return undefined
    }
    // A stranger's drawing is opened by itself, too: it is cleaned as it would be in the page.
    const cleaned = safe && type === 'image/svg+xml' ? drawing(resource, position) : undefined
    if (safe && type === 'image/svg+xml' && cleaned === undefined) return undefined
    const bytes = cleaned === undefined ? resource.bytes : new TextEncoder().encode(cleaned)
    const stem = basename(path, extname(path))
    const extension = cleaned === undefined ? extname(path) : '.svg'
    let name = stem + extension
    for (let number = 2; names.has(name.toLowerCase()); number++) name = `${stem}-${number}${extension}`
    names.add(name.toLowerCase())
    const asset = { path: `${at}/${name}`, bytes }
    assets.set(path, asset)
    return urlOf(asset.path)
  }

  // A drawing shown as a picture loads nothing itself: what it names goes into it.
  const drawing = (resource: Resource, position: Position | undefined): string | undefined => {
    const { path } = resource
    const clean = (root: SvgElement): void => {
      for (const what of findUnsafe(root, true)) report(diagnose('svg/unsafe', { what, path, removed: true }, position))
    }
    const picture = pictureOf(resource, { tools, ...(position ? { position } : {}), ...(safe ? { clean } : {}) })
    if (picture === undefined || typeof picture === 'string') return picture
    report(picture.position || !position ? picture : { ...picture, position })
    return undefined
  }

  let taken = 0
  const inPage = (resource: Resource, position: Position | undefined): string | undefined => {
    const { path, bytes } = resource
    const type = mediaType(path)
    if (taken + bytes.length > pageLimit) {
      report(diagnose('page/too-large', { path: basename(path), bytes: bytes.length, limit: pageLimit }, position))
      return undefined
    }
    taken += bytes.length
    if (type !== 'image/svg+xml') return dataUrl(bytes, type)
    if (bytes.length > sizeLimit && !safe) {
      report(diagnose('svg/heavy-picture', { path, megabytes: Math.round(bytes.length / 1e6) }, position))
      return dataUrl(bytes, type)
    }
    const text = drawing(resource, position)
    return text === undefined ? undefined : textDataUrl(text, type)
  }

  const isBeside = (address: string): boolean => [...assets.values()].some(({ path }) => urlOf(path) === address.replace(/#.*$/s, ''))

  /** What a server gives at an absolute path: a file in the folder `public` (Slidev, Vite), if it is there. */
  const servedFile = ({ kind, text }: Address, from: string, shownAs: ResourceKind): string | undefined => {
    const file = kind === 'path' && text.startsWith('/') ? `public${text}` : undefined
    return file !== undefined && 'bytes' in resources.find(file, from, shownAs) ? file : undefined
  }

  /** What stands for a resource, and the file that it is, if it is one. */
  const find: (...named: Parameters<Embedder['url']>) => { readonly url: string | undefined; readonly path?: string } = (
    uri,
    from,
    kind,
    position,
  ) => {
    const address = readAddress(uri)
    if (safe ? isShowable(address, kind) : isOfPage(address)) return { url: uri }
    const file = address.kind === 'relative' ? address.text : servedFile(address, from, kind)
    if (file === undefined) {
      tellElsewhere(address, position)
      return { url: safe ? undefined : uri }
    }
    const resource = resources.read(file, from, kind, position)
    if (!resource) return { url: undefined }
    const { path } = resource
    const part = partOf(address.text, path)
    if (!urls.has(path)) urls.set(path, folder === undefined ? inPage(resource, position) : besidePage(resource, folder, position))
    const url = urls.get(path)
    return { url: url === undefined ? undefined : url + part, path }
  }

  const embedder: Embedder = {
    url(uri, from, kind, position) {
      const { url, path } = find(uri, from, kind, position)
      if (url === undefined || path === undefined || url.length < worthSharing) return url
      const use = { bytes: url.length, name: basename(path), chain: () => [basename(from), basename(path)] }
      return payAgain(tools, [`url ${path}`, url.length], use, position) ? url : undefined
    },
    image(uri, position) {
      const src = find(uri, position?.source ?? source, 'graphic', position).url
      if (src === undefined) return { src: placeholder(uri), missing: true }
      if (!src.startsWith('data:') || src.length < worthSharing) return { src }
      const first = shared.get(src)
      if (first !== undefined) return { copyOf: first }
      shared.set(src, shared.size + 1)
      return { src, asset: shared.size }
    },
    text(uri, from, kind, position) {
      const resource = resources.read(uri, from, kind, position)
      if (!resource) return undefined
      const { path, bytes } = resource
      const use = { bytes: bytes.length, name: basename(path), chain: () => [basename(from), basename(path)] }
      return payAgain(tools, [`text ${path}`, bytes.length], use, position) ? { path, text: decodeText(bytes) } : undefined
    },
    clean(css, position) {
      if (!safe) return css
      const cleaned = cleanCss(css, (address) => isWithin(address) || isBeside(address))
      for (const what of cleaned.removed) report(diagnose('page/css-not-safe', { what }, position))
      return cleaned.css
    },
    remote,
    get assets() {
      return [...assets.values()]
    },
  }
  return embedder
}

/** Style sheets name their encoding themselves (css-syntax-3 §3.2); everything else is UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 128))
  const named = /^@charset "([^"]*)";/.exec(head)?.[1] ?? /^<\?xml[^>]*encoding=["']([^"']+)/.exec(head)?.[1]
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
