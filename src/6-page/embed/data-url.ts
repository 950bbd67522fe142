/** Bytes → `data:` URL. */
export const dataUrl = (bytes: Uint8Array, type: string): string =>
  `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`

/** Text → `data:` URL that compresses well: letters, digits, blanks and most marks stay as they are. */
export function textDataUrl(text: string, type: string): string {
  let encoded = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))
  // A pass a mark takes less time than a function called for each run of them.
  for (const [code, mark] of plain) encoded = encoded.replaceAll(code, mark)
  for (const [mark, code] of risky) encoded = encoded.replaceAll(mark, code)
  return `data:${type},${encoded}`
}

/** Marks that mean nothing in such a URL. */
const plain = [...' $&+,/:;=?@[]'].map((mark) => [encodeURIComponent(mark), mark] as const)
/** Marks that may end what the URL stands in. */
const risky = [...`'()`].map((mark) => [mark, `%${mark.charCodeAt(0).toString(16)}`] as const)

/** The text in a `data:` URL of this type; undefined for another, and for one that is not to be read (RFC 2397). */
export function textInDataUrl(url: string, type: string): string | undefined {
  const [, head = '', data] = /^data:([^,]*),(.*)$/is.exec(url) ?? []
  const [named = '', ...parameters] = head.split(';').map((part) => part.trim().toLowerCase())
  if (data === undefined || named !== type) return undefined
  try {
    const text = decodeURIComponent(data.replace(/#.*$/s, ''))
    return parameters.includes('base64') ? Buffer.from(text, 'base64').toString('utf8') : text
  } catch {
    return undefined
  }
}
