/** Bytes → `data:` URL. */
export const dataUrl = (bytes: Uint8Array, type: string): string =>
  `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`

/** Text → `data:` URL that compresses well: letters, digits, blanks and most marks stay as they are. */
export const textDataUrl = (text: string, type: string): string =>
  `data:${type},${text.replace(/[%#"'()<>\\^`{|}\x00-\x1f\x7f-\u{10ffff}]+/gu, encoded)}`

const encoded = (run: string): string => encodeURIComponent(run.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(/['()]/g, percent)

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

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
