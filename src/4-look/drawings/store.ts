import { join } from 'node:path'
import { createTextCache, type Made, nameFor, type TextCache } from '../../1-source/text-cache.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Point, Position } from '../../diagnostics/position.ts'
import type { DrawingStore, KeptTexts, ReadDrawing } from './drawing.ts'
import { type DrawingFacts, factsOf } from './facts.ts'
import { pathDataLength, shortenPaths } from './shorten-paths.ts'
import { simplify } from './simplify.ts'
import { parseXml } from './xml/parse.ts'
import { toXml } from './xml/serialize.ts'
import { element, type SvgElement, type XmlDocument } from './xml/tree.ts'

/** A drawing larger than this is refused: no browser shows it smoothly in a deck. In bytes. */
export const sizeLimit = 24 * 1024 * 1024
/** Up to here svgo shortens the paths; it takes seconds for 4 MB. In characters. */
const shorteningLimit = 4 * 1024 * 1024
/** Path data below this is left as it is: starting svgo costs as much time as starting Node, and would save a few hundred characters. */
const worthShortening = 2000

interface Options {
  /** The program's cache folder: cleaned drawings stay there between builds. Without it they live as long as the store. */
  readonly cacheFolder?: string
}

/** A store for one process. Equal content is cleaned once, in this process and, with a folder, in those after it. */
export function createDrawingStore({ cacheFolder }: Options = {}): DrawingStore {
  const cache = cacheFolder === undefined ? undefined : createTextCache(join(cacheFolder, 'drawings'))
  const known = new Map<string, Promise<ReadDrawing>>()
  return {
    read(content, path) {
      const source = sourceOf(content)
      // What is no text is told of anew, since there may be something else at its path the next time.
      if (source === undefined) return readOnce(path, source, content, path)
      const key = `${path}\0${source}`
      const drawing = known.get(key) ?? readOnce(key, source, content, path)
      known.set(key, drawing)
      return drawing
    },
  }

  async function readOnce(key: string, source: string | undefined, content: string | Uint8Array, path: string): Promise<ReadDrawing> {
    const earlier = source === undefined ? undefined : cache?.read({ name: nameFor(source), source })
    const known = earlier === undefined ? undefined : cleanedBefore(earlier)
    const kept = source === undefined || !cache ? undefined : keptOf(source, cache)
    if (known) {
      const grown = Math.max(0, known.length - content.length)
      return Object.defineProperty({ key, path, root: undefined, facts: known.facts, grown, report: () => {}, kept }, 'root', {
        get: known.root,
      })
    }
    const { text, ...cleaned } = await clean(content, path)
    if (source === undefined || text === undefined) return { key, path, ...cleaned }
    cache?.write({ name: nameFor(source), source }, `${JSON.stringify(cleaned.facts)}\n${text}`)
    return { key, path, ...cleaned, kept }
  }
}

function keptOf(source: string, cache: TextCache): KeptTexts {
  const made = (slot: string, use: string): Made => ({ name: `${nameFor(source)}-${slot}`, source, use })
  return { read: (slot, use) => cache.read(made(slot, use)), write: (slot, use, text) => cache.write(made(slot, use), text) }
}

interface CleanedBefore {
  readonly facts: DrawingFacts
  readonly root: () => SvgElement | undefined
  /** Of the drawing as XML. */
  readonly length: number
}

/** A drawing as the cache has it: its facts in the first line, and what follows, read when it is asked for. */
function cleanedBefore(entry: string): CleanedBefore | undefined {
  const end = entry.indexOf('\n')
  let document: ReturnType<typeof parseXml> | undefined
  try {
    return {
      facts: JSON.parse(entry.slice(0, end)),
      root: () => {
        document ??= parseXml(entry.slice(end + 1))
        return 'root' in document ? document.root : undefined
      },
      length: entry.length - end - 1,
    }
  } catch {
    return undefined
  }
}

/**
 * What the file says, the same for its bytes and for the text that `raw::` read of it: with the line ends that XML's parser makes of others
 * (XML 1.0 §2.11), and none at the end. Undefined for what is no text, or too large.
 */
function sourceOf(content: string | Uint8Array): string | undefined {
  if (content.length > sizeLimit) return undefined
  const text = (typeof content === 'string' ? content : decodeXml(content))?.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (text === undefined) return undefined
  let { length } = text
  while (text[length - 1] === '\n') length--
  return text.slice(0, length)
}

/** `text` is what another process may take for the drawing; one with something to report is read anew each time, so that it is reported. */
type Cleaned = Pick<ReadDrawing, 'root' | 'facts' | 'grown' | 'report'> & { readonly text?: string }

async function clean(content: string | Uint8Array, path: string): Promise<Cleaned> {
  const read = readDrawing(content, path)
  if ('code' in read) {
    return {
      root: undefined,
      facts: undefined,
      grown: 0,
      report: (tell, position) => tell(position && !read.position ? { ...read, position } : read),
    }
  }
  const { document, text } = read
  const { root, externalEntities } = document
  simplify(root)
  const isLong = text.length > shorteningLimit
  if (!isLong && pathDataLength(root) >= worthShortening) {
    const { optimize } = await import('svgo/browser')
    shortenPaths(root, optimize)
  }
  nameStylesheets(document)
  return {
    root,
    facts: factsOf(root),
    grown: document.expanded + Math.max(0, text.length - content.length),
    report: (report, position) => {
      if (isLong) report(diagnose('svg/not-shortened', { path, megabytes: Math.round(text.length / 1e6) }, position))
      for (const name of externalEntities) report(diagnose('svg/external-entity', { name }, positionIn(text, text.indexOf(name), path)))
    },
    ...(externalEntities.length > 0 || isLong ? {} : { text: toXml(document) }),
  }
}

/** The drawing in a file; what is wrong with it has its place in the file, or none where it is about the whole. */
export function readDrawing(
  content: string | Uint8Array,
  path: string,
): { readonly document: XmlDocument; readonly text: string } | Diagnostic {
  if (content.length > sizeLimit)
    return diagnose('svg/too-large', { path, megabytes: Math.round(content.length / 1e6), limit: sizeLimit / 1024 / 1024 })
  const text = typeof content === 'string' ? content : decodeXml(content)
  if (text === undefined) return diagnose('svg/not-text', { path })
  const document = parseXml(text)
  if ('reason' in document) return diagnose('svg/not-well-formed', { reason: document.reason }, positionIn(text, document.offset, path))
  return document.root.name === 'svg' ? { document, text } : diagnose('svg/not-svg', { path, root: document.root.name })
}

/** Puts an element in the place of each `<?xml-stylesheet?>`; `takeIn` fills it. */
export function nameStylesheets({ root, stylesheets }: XmlDocument): void {
  const named = stylesheets.map((href) => element('style', [['data-href', href]]))
  root.children.unshift(...named)
}

/** Bytes → text as XML 1.0 Appendix F tells the encoding: byte order mark, else the declaration, else UTF-8. Compressed drawings are unpacked. */
export function decodeXml(bytes: Uint8Array): string | undefined {
  try {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : bytes
    const label =
      plain[0] === 0xff && plain[1] === 0xfe ? 'utf-16le' : plain[0] === 0xfe && plain[1] === 0xff ? 'utf-16be' : declaredEncoding(plain)
    return new TextDecoder(label, { fatal: true }).decode(plain)
  } catch {
    return undefined
  }
}

/** Few drawings are compressed, and the module takes time to load. */
const unpack = (bytes: Uint8Array): Uint8Array => process.getBuiltinModule('node:zlib').gunzipSync(bytes, { maxOutputLength: sizeLimit })

const declaredEncoding = (bytes: Uint8Array): string => {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const label = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]
  // A file whose declaration can be read byte by byte is not UTF-16, whatever it says.
  return label === undefined || /^utf-?16/i.test(label) ? 'utf-8' : label
}

/** A place in the drawing's own file. */
function positionIn(text: string, offset: number, path: string): Position {
  const before = text.slice(0, Math.max(offset, 0))
  const lineStart = before.lastIndexOf('\n') + 1
  const point: Point = { line: before.split('\n').length, column: before.length - lineStart + 1, offset: before.length }
  return { start: point, end: point, source: path }
}
