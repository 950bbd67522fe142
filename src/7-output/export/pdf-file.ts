/** What a PDF says of itself, and its bookmarks. */
export interface PdfFacts {
  readonly about: { readonly title: string; readonly author?: string; readonly subject?: string; readonly keywords?: string }
  /** In the order of the pages; a deeper level lies under the last one above it. `page` counts from 0. */
  readonly outline: readonly { readonly text: string; readonly level: number; readonly page: number }[]
  /** How many pages there must be for the outline to be right. */
  readonly pages: number
}

interface PdfFile {
  readonly text: string
  /** Object number → offset. */
  readonly offsets: ReadonlyMap<number, number>
  readonly size: number
  readonly root: number
  readonly info: number
  readonly start: number
}

/**
 * Chrome writes no author, and bookmarks of every heading that it finds: one for each press of the key, none for what is written otherwise. What it lacks is appended
 * as an update (PDF 1.7, 7.5.6), which leaves its own bytes as they are. A file that is not as Chrome writes it comes back unchanged.
 */
export function completePdf(bytes: Uint8Array, { about, outline, pages }: PdfFacts): Uint8Array {
  const file = readPdf(bytes)
  if (!file) return bytes
  const objects = new Map<number, string>([[file.info, infoOf(file, about)]])
  const catalog = objectOf(file, file.root)
  const places = catalog === undefined ? [] : pagesBelow(file, refIn(catalog, 'Pages'))
  if (catalog !== undefined && outline.length > 0 && places.length === pages) {
    for (const [number, object] of outlineObjects(outline, places, file.size)) objects.set(number, object)
    objects.set(file.root, catalog.replace(/\/Outlines \d+ 0 R\s*/, '').replace(/>>\s*$/, `/Outlines ${file.size} 0 R>>`))
  }
  return append(bytes, file, objects)
}

/** With the table of Skia, which has no compressed objects. */
function readPdf(bytes: Uint8Array): PdfFile | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN)
  const table = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(start, start + 40))
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const root = refIn(trailer, 'Root')
  const info = refIn(trailer, 'Info')
  if (!table || root === undefined || info === undefined) return undefined
  const size = Number(table[1])
  const entries = text.slice(start + table[0].length, start + table[0].length + size * 20)
  const offsets = new Map(Array.from({ length: size }, (_, number) => [number, Number(entries.slice(number * 20, number * 20 + 10))]))
  return { text, offsets, size, root, info, start }
}

const refIn = (dictionary: string, key: string): number | undefined => {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The dictionary of an object without a stream. */
function objectOf({ text, offsets }: PdfFile, number: number | undefined): string | undefined {
  const offset = offsets.get(number ?? -1)
  if (offset === undefined) return undefined
  const end = text.indexOf('endobj', offset)
  const [, dictionary] = /^\d+ 0 obj\s*([\s\S]*?)\s*$/.exec(text.slice(offset, end)) ?? []
  return dictionary
}

/** Object numbers of the pages, in order; the tree is as deep as Skia makes it. */
function pagesBelow(file: PdfFile, number: number | undefined, depth = 0): number[] {
  const object = objectOf(file, number)
  if (object === undefined || number === undefined || depth > 32) return []
  const kids = /\/Kids \[([^\]]*)\]/.exec(object)?.[1]
  if (kids === undefined) return [number]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(file, Number(kid), depth + 1))
}

function infoOf(file: PdfFile, { title, author, subject, keywords }: PdfFacts['about']): string {
  const kept = (objectOf(file, file.info) ?? '').match(/\/(?:Producer|CreationDate|ModDate) \((?:\\.|[^\\)])*\)/g) ?? []
  const written = Object.entries({ Title: title, Author: author, Subject: subject, Keywords: keywords, Creator: 'hoverdeck' })
  return `<<${[...written.flatMap(([key, value]) => (value ? [`/${key} ${textString(value)}`] : [])), ...kept].join('\n')}>>`
}

/** UTF-16 with its mark, in hexadecimal digits, unless it is ASCII. */
const textString = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? `(${text.replace(/[\\()]/g, '\\$&')})`
    : `<FEFF${[...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`

interface Bookmark {
  readonly number: number
  readonly text: string
  readonly page: number
  readonly level: number
  readonly parent: Bookmark | undefined
  readonly children: Bookmark[]
}

/** The outline's root has the number `first`, its bookmarks the ones after it. */
function outlineObjects(outline: PdfFacts['outline'], places: readonly number[], first: number): [number, string][] {
  const root: Bookmark = { number: first, text: '', page: 0, level: 0, parent: undefined, children: [] }
  const all: Bookmark[] = []
  let last = root
  for (const { text, level, page } of outline) {
    let parent = last
    while (parent.parent && parent.level >= level) parent = parent.parent
    last = { number: first + 1 + all.length, text, level, page, parent, children: [] }
    parent.children.push(last)
    all.push(last)
  }
  const ends = ({ children }: Bookmark): string =>
    children.length === 0 ? '' : `/First ${children[0]?.number} 0 R\n/Last ${children.at(-1)?.number} 0 R\n/Count ${countBelow(children)}`
  const objects = all.map((bookmark): [number, string] => {
    const siblings = bookmark.parent?.children ?? []
    const at = siblings.indexOf(bookmark)
    const lines = [
      `/Title ${textString(bookmark.text)}`,
      `/Parent ${bookmark.parent?.number} 0 R`,
      `/Dest [${places[bookmark.page]} 0 R /Fit]`,
      siblings[at - 1] ? `/Prev ${siblings[at - 1]?.number} 0 R` : '',
      siblings[at + 1] ? `/Next ${siblings[at + 1]?.number} 0 R` : '',
      ends(bookmark),
    ]
    return [bookmark.number, `<<${lines.filter(Boolean).join('\n')}>>`]
  })
  return [[first, `<</Type /Outlines\n${ends(root)}>>`], ...objects]
}

const countBelow = (bookmarks: readonly Bookmark[]): number => bookmarks.reduce((sum, { children }) => sum + 1 + countBelow(children), 0)

function append(bytes: Uint8Array, { size, root, info, start }: PdfFile, objects: ReadonlyMap<number, string>): Uint8Array {
  let offset = bytes.length + 1
  const parts = ['\n']
  const table: string[] = []
  for (const [number, object] of [...objects].sort(([a], [b]) => a - b)) {
    const part = `${number} 0 obj\n${object}\nendobj\n`
    table.push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    parts.push(part)
    offset += part.length
  }
  const last = Math.max(size, ...[...objects.keys()].map((number) => number + 1))
  parts.push(
    `xref\n${table.join('')}trailer\n<</Size ${last}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/Prev ${start}>>\nstartxref\n${offset}\n%%EOF\n`,
  )
  return Buffer.concat([bytes, Buffer.from(parts.join(''), 'latin1')])
}
