import type { Source } from './source.ts'

export type Decoded =
  | { readonly source: Source }
  | { readonly problem: 'not-utf-8'; readonly offset: number }
  | { readonly problem: 'unknown-encoding' }

/**
 * Bytes → text. UTF-8 with or without a byte order mark unless `encoding` names another (WHATWG labels: latin-1, utf-16le …).
 * A byte that is no UTF-8 is a problem with its offset, never a silent replacement character.
 */
export function decode(bytes: Uint8Array, path: string, encoding = 'utf-8'): Decoded {
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(encodingLabels.get(encoding.toLowerCase()) ?? encoding, { fatal: true })
  } catch {
    return { problem: 'unknown-encoding' }
  }
  try {
    return { source: { path, text: decoder.decode(bytes) } }
  } catch {
    return { problem: 'not-utf-8', offset: validPrefix(bytes) }
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

/** How many bytes from the start are good UTF-8, found by halving. */
function validPrefix(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
  const good = (end: number): boolean => {
    try {
      // `stream` lets the piece end inside a character.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
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
  return lenient.decode(bytes.subarray(0, low)).length
}
