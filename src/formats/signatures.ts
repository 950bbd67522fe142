import { mediaType } from './media-types.ts'

/** What a file is, where that is not what its name says (the end of a sentence about it), and what to do. */
export interface Doubt {
  readonly what: string
  readonly advice: string
}

/**
 * Looks whether a file is what its name says, as far as its first bytes (its signature, magic number) and the lengths in it tell; undefined
 * where it may be, or where the name says nothing. Browsers show a picture whatever its name says, as long as it is one; a drawing they know
 * by its name alone.
 */
export function doubtAbout(path: string, bytes: Uint8Array): Doubt | undefined {
  const start = latin1(bytes, 1024)
  if (bytes.length < 1024 && /^version https:\/\/git-lfs\.github\.com\/spec\/v\d/.test(start)) return pointer
  const type = mediaType(path)
  const wanted = wantedBy.find(({ types }) => types.test(type))
  if (!wanted) return undefined
  // No picture begins so, and the patterns take time.
  if (wanted.group === 'drawing' && start.startsWith('<')) return undefined
  if (bytes.length === 0) return wanted.mayBeEmpty ? undefined : { what: 'is empty', advice: again }
  const found = signatures.find(([, , signature]) => signature.test(start))
  if (!found) return wanted.unknown === undefined || bytes.length < leastWorth ? undefined : { what: wanted.unknown, advice: again }
  const [name, group] = found
  if (group === wanted.group) return isCut(start, bytes) ? { what: 'is cut off', advice: again } : undefined
  return wanted.others?.includes(group) === false ? undefined : { what: `is ${name}`, advice: adviceFor(found, wanted.group) }
}

/** Of fewer bytes no picture, font or film is made: somebody keeps a place with them. */
const leastWorth = 32

/** The first line of a file that stands for another (Git LFS's specification). */
const pointer: Doubt = {
  what: 'is a pointer of Git LFS, not the file itself',
  advice: 'Fetch the file with “git lfs pull”; in a workflow, actions/checkout does it with “lfs: true”.',
}

const again = 'Save, copy or download it again.'

type Group = 'picture' | 'drawing' | 'font' | 'medium' | 'page' | 'other' | 'text'

interface Wanted {
  /** By the media type of their name. */
  readonly types: RegExp
  readonly group: Group
  /** What to say of bytes that are nothing known. */
  readonly unknown?: string
  readonly mayBeEmpty?: true
  /** What else is worth a word; absent: all. */
  readonly others?: readonly Group[]
}

/** What files are to be. */
const wantedBy: readonly Wanted[] = [
  // Its text is read as XML, which tells the rest.
  { types: /^image\/svg/, group: 'drawing', mayBeEmpty: true, others: ['picture'] },
  { types: /^image\//, group: 'picture', unknown: 'is no picture that browsers know' },
  { types: /^font\/|fontobject$/, group: 'font', unknown: 'is no font that browsers know' },
  { types: /^(?:audio|video)\//, group: 'medium', unknown: 'is no film or sound that browsers know' },
  { types: /^text\/(?:css|javascript)$/, group: 'text', mayBeEmpty: true },
]

type Signature = readonly [name: string, group: Group, signature: RegExp]

/** In this order: the later ones are looser. */
const signatures: readonly Signature[] = [
  ['a PNG picture', 'picture', /^\x89PNG\r\n\x1a\n/],
  ['a JPEG picture', 'picture', /^\xff\xd8\xff/],
  ['a GIF picture', 'picture', /^GIF8[79]a/],
  ['a WebP picture', 'picture', /^RIFF[\s\S]{4}WEBP/],
  ['an AVIF picture', 'picture', /^[\s\S]{4}ftyp(?:avi[fs]|mi?s?f1[\s\S]{0,40}avi[fs])/],
  ['a BMP picture', 'picture', /^BM/],
  ['an icon', 'picture', /^\0\0[\x01\x02]\0/],
  ['a HEIC picture, which few browsers show', 'other', /^[\s\S]{4}ftyp(?:he[iv][cmsx]|mif1|msf1)/],
  ['a TIFF picture, which few browsers show', 'other', /^(?:II\*\0|MM\0\*)/],
  ['a JPEG XL picture, which few browsers show', 'other', /^(?:\xff\n|\0\0\0\x0cJXL )/],
  ['a JPEG 2000 picture, which few browsers show', 'other', /^(?:\0\0\0\x0cjP {2}|\xffO\xffQ)/],
  ['a picture of Photoshop, which no browser shows', 'other', /^8BPS/],
  ['a WOFF2 font', 'font', /^wOF2/],
  ['a WOFF font', 'font', /^wOFF/],
  ['a TrueType font', 'font', /^(?:\0\x01\0\0|true|ttcf)/],
  ['an OpenType font', 'font', /^OTTO/],
  ['an EOT font', 'font', /^[\s\S]{34}LP/],
  ['an MP4 film', 'medium', /^[\s\S]{4}(?:ftyp|moov|mdat|wide|free|skip)/],
  ['a WebM film', 'medium', /^\x1aE\xdf\xa3/],
  ['an Ogg file', 'medium', /^OggS/],
  ['an MP3 sound', 'medium', /^(?:ID3|\xff[\xe2-\xfd])/],
  ['a WAV sound', 'medium', /^RIFF[\s\S]{4}WAVE/],
  ['a FLAC sound', 'medium', /^fLaC/],
  ['an AVI film, which no browser plays', 'other', /^RIFF[\s\S]{4}AVI /],
  ['a film of Windows Media, which no browser plays', 'other', /^0&\xb2u/],
  ['a PDF', 'other', /^%PDF-/],
  ['a ZIP archive', 'other', /^PK\x03\x04/],
  ['an HTML page', 'page', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b/i],
  ['an SVG drawing', 'drawing', /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!doctype svg|svg\b)[\s\S]*?<svg\b|^(?:\xef\xbb\xbf)?\s*<svg\b/i],
]

function adviceFor([name, group]: Signature, wanted: Group): string {
  if (wanted === 'text' || group === 'page') return again
  if (group === 'drawing') return 'Give its name the ending .svg, by which browsers know a drawing.'
  if (wanted === 'drawing') return 'Give its name the ending of such a picture.'
  if (/picture/.test(name)) return 'Save it as PNG, JPEG, WebP or AVIF.'
  return /film/.test(name) ? 'Save it as MP4 or WebM.' : again
}

/** Whether a length that the file tells reaches beyond its end. */
function isCut(start: string, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (start.startsWith('\x89PNG')) return isCutPng(view)
  if (start.startsWith('RIFF')) return view.getUint32(4, true) + 8 > bytes.length
  if (/^wOF[2F]/.test(start)) return bytes.length < 12 || view.getUint32(8) > bytes.length
  return /^(?:\0\x01\0\0|true|OTTO)/.test(start) && isCutFont(view)
}

/** PNG is a row of chunks, each with its length before it; the last is called IEND (PNG 3 §5.3). */
function isCutPng(view: DataView): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === 0x49_45_4e_44) return false
  return true
}

/** The table directory (OpenType, “Organization of an OpenType Font”): sixteen bytes a table, the last eight its place and length. */
function isCutFont(view: DataView): boolean {
  if (view.byteLength < 12) return true
  const end = 12 + view.getUint16(4) * 16
  if (end > view.byteLength) return true
  for (let at = 12; at < end; at += 16) if (view.getUint32(at + 8) + view.getUint32(at + 12) > view.byteLength) return true
  return false
}

const latin1 = (bytes: Uint8Array, count: number): string => String.fromCharCode(...bytes.subarray(0, count))
