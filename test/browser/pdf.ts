import { inflateSync } from 'node:zlib'

export interface ReadPage {
  /** In points. */
  readonly size: readonly number[]
  /** How many runs of text it paints. */
  readonly texts: number
  readonly curves: number
  /** The last glyph, by its number in its font: digits follow one another there. */
  readonly lastGlyph: number
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  /** `Title → page`, indented by level. */
  readonly bookmarks: readonly string[]
  readonly info: Readonly<Record<string, string>>
  readonly catalog: string
  /** Destinations of links within the file, in order. */
  readonly links: readonly string[]
}

/** Reads what Chrome writes and `deck export` appends: objects without compression, the last one of a number counts. */
export function readPdf(bytes: Buffer): ReadPdf {
  const text = bytes.toString('latin1')
  const offsets = new Map<number, number>()
  const readTable = (start: number): void => {
    const [table = '', trailer = ''] = text.slice(start, text.indexOf('startxref', start)).split('trailer')
    const before = /\/Prev (\d+)/.exec(trailer)?.[1]
    if (before) readTable(Number(before))
    for (const [, first, entries = ''] of table.matchAll(/^(\d+) \d+\n((?:\d{10} \d{5} [nf] \n)+)/gm)) {
      for (const [index, entry] of entries.trimEnd().split('\n').entries())
        if (entry.includes('n')) offsets.set(Number(first) + index, Number(entry.slice(0, 10)))
    }
  }
  readTable(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]))
  const object = (number: number): string => {
    const start = offsets.get(number)
    if (start === undefined || !text.startsWith(`${number} 0 obj`, start))
      throw new Error(`the table says nothing true of object ${number}`)
    return text.slice(start, text.indexOf('endobj', start))
  }
  const ref = (dictionary: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1])
  const pagesBelow = (number: number): number[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(object(number))?.[1]
    return kids === undefined ? [number] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(Number(kid)))
  }
  const streamOf = (number: number): string => {
    const start = text.indexOf('stream', offsets.get(number)) + 'stream\n'.length
    const dictionary = object(number)
    const content = bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]))
    return (dictionary.includes('/FlateDecode') ? inflateSync(content) : content).toString('latin1')
  }
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const catalog = object(ref(trailer, 'Root'))
  const numbers = pagesBelow(ref(catalog, 'Pages'))
  const bookmarksBelow = (number: number, indent: string): string[] => {
    const found: string[] = []
    for (let next = ref(object(number), 'First'); !Number.isNaN(next); next = ref(object(next), 'Next')) {
      const bookmark = object(next)
      const page = numbers.indexOf(Number(/\/Dest \[(\d+) 0 R/.exec(bookmark)?.[1])) + 1
      found.push(`${indent}${stringIn(bookmark, 'Title')} → ${page}`, ...bookmarksBelow(next, `${indent}  `))
    }
    return found
  }
  const info = object(ref(trailer, 'Info'))
  return {
    pages: numbers.map((number) => {
      const content = streamOf(ref(object(number), 'Contents'))
      const size = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(object(number))?.slice(1).map(Number) ?? []
      const lastGlyph = Number.parseInt([...content.matchAll(/([0-9A-F]{4})>\]? T[jJ]\b/g)].at(-1)?.[1] ?? '', 16)
      return {
        size,
        texts: content.match(/\bT[jJ]\b/g)?.length ?? 0,
        curves: content.match(/^(?:[-\d.]+ ){6}c$/gm)?.length ?? 0,
        lastGlyph,
      }
    }),
    bookmarks: catalog.includes('/Outlines') ? bookmarksBelow(ref(catalog, 'Outlines'), '') : [],
    info: Object.fromEntries(
      ['Title', 'Author', 'Subject', 'Keywords', 'Creator'].flatMap((key) =>
        info.includes(`/${key} `) ? [[key, stringIn(info, key)]] : [],
      ),
    ),
    catalog,
    links: [...text.matchAll(/\/Subtype \/Link[^>]*?\/Dest (\/[^\n]*)/g)].map(([, name = '']) => name),
  }
}

function stringIn(dictionary: string, key: string): string {
  const [, plain, digits] = new RegExp(`/${key} (?:\\(((?:\\\\.|[^\\\\)])*)\\)|<([0-9A-Fa-f]*)>)`).exec(dictionary) ?? []
  if (digits === undefined) return (plain ?? '').replace(/\\(.)/g, '$1')
  return Buffer.from(digits.slice(4), 'hex').swap16().toString('utf16le')
}
