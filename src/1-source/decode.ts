import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Point } from '../diagnostics/position.ts'
import type { Source } from './source.ts'

export type Decoded = Utf8 | { readonly problem: 'unknown-encoding' }
type Utf8 = { readonly source: Source } | { readonly problem: 'not-utf-8'; readonly at: Point }

/** UTF-8 → text. */
export const decodeUtf8 = (bytes: Uint8Array, path: string): Utf8 => decodeWith(new TextDecoder('utf-8', { fatal: true }), bytes, path)

/**
 * Bytes → text. UTF-8 with or without a byte order mark unless `encoding` names another (WHATWG labels: latin-1, utf-16le …).
 * A byte that is no UTF-8 is a problem with its place, never a silent replacement character.
 */
export function decode(bytes: Uint8Array, path: string, encoding = 'utf-8'): Decoded {
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(encodingLabels.get(encoding.toLowerCase()) ?? encoding, { fatal: true })
  } catch {
    return { problem: 'unknown-encoding' }
  }
  return decodeWith(decoder, bytes, path)
}

function decodeWith(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, path: string): Utf8 {
  try {
    return { source: { path, text: decoder.decode(bytes) } }
  } catch {
    return { problem: 'not-utf-8', at: endOf(validPrefix(bytes)) }
  }
}

// Python's spellings, which docutils' `:encoding:` takes, where the WHATWG list has another.
const encodingLabels: ReadonlyMap<string, string> = new Map([
  ['utf-8-sig', 'utf-8'],
  ['utf8', 'utf-8'],
  ['latin-1', 'latin1'],
  ['iso-8859-1', 'latin1'],
  ['utf-16', 'utf-16le'],
  ['cp1252', 'windows-1252'],
])

/** The text before the first byte that is no UTF-8, found by halving. */
function validPrefix(bytes: Uint8Array): string {
  // `stream` lets a piece end inside a character.
  const textOf = (end: number): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
  const good = (end: number): boolean => {
    try {
      textOf(end)
      return true
    } catch {
      return false
    }
  }
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (good(middle)) low = middle
    else high = middle - 1
  }
  return textOf(low)
}

/** What to tell of such a file. */
export const notUtf8 = (path: string, at: Point): Diagnostic =>
  diagnose('source/not-utf-8', { path, line: at.line, column: at.column }, { start: at, end: at, source: path })

const endOf = (text: string): Point => {
  const lines = text.split(/\r\n|[\n\r]/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: text.length }
}
