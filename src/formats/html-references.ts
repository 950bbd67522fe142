import { characterEntitiesLegacy } from 'character-entities-legacy'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** Names that HTML also knows without a semicolon behind them, for old pages' sake. */
const legacy: ReadonlySet<string> = new Set(characterEntitiesLegacy)
const longestLegacy = Math.max(...characterEntitiesLegacy.map((name) => name.length))

/** From 0x80 on, what old pages meant by a number that Unicode has a control character for: Windows' letters (HTML §13.2.5.80). */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const reference = /&(?:#x([0-9a-f]+);?|#(\d+);?|([a-z][a-z0-9]*);?)/gi

/**
 * Text of HTML with its character references read (HTML §13.2.5.72 to 80). In the value of an attribute a name without a semicolon counts
 * only where no letter, digit or `=` follows: `?a=1&copy=2` is an address.
 */
export function readReferences(html: string, place: 'text' | 'attribute'): string {
  if (!html.includes('&')) return html
  return html.replace(reference, (written: string, hex: string | undefined, decimal: string | undefined, name = '', at: number) => {
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16))
    if (decimal !== undefined) return characterOf(Number(decimal))
    const whole = written.endsWith(';') ? characterNamed(name) : undefined
    if (whole !== undefined) return whole
    const start = place === 'text' ? legacyStart(name) : legacy.has(name) && html[at + written.length] !== '=' ? name : undefined
    return start === undefined ? written : `${characterNamed(start)}${written.slice(start.length + 1)}`
  })
}

const characterNamed = (name: string): string | undefined => decodeNamedCharacterReference(name) || undefined

/** The longest name without a semicolon that a run of letters and digits begins with. */
function legacyStart(run: string): string | undefined {
  for (let length = Math.min(run.length, longestLegacy); length > 1; length--) {
    const start = run.slice(0, length)
    if (legacy.has(start)) return start
  }
  return undefined
}

function characterOf(point: number): string {
  if (point >= 0x80 && point < 0xa0) return windows1252[point - 0x80] as string
  return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\ufffd' : String.fromCodePoint(point)
}
