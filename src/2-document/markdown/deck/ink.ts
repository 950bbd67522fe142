/** A slide's style for text of one colour. Headings, links and code take theirs from the theme's properties. */
export const inkStyle = (color: string): string =>
  `color: ${color}; --ink: ${color}; --ink-soft: ${color}; --accent: ${color}; --code: color-mix(in srgb, ${color} 16%, transparent);`

/** Colours with a name that decks use for grounds, as red, green and blue (CSS Color 4). */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    black: '000',
    navy: '000080',
    darkblue: '00008b',
    blue: '00f',
    green: '008000',
    darkgreen: '006400',
    teal: '008080',
    maroon: '800000',
    darkred: '8b0000',
    red: 'f00',
    purple: '800080',
    indigo: '4b0082',
    gray: '808080',
    grey: '808080',
    dimgray: '696969',
    darkslategray: '2f4f4f',
    midnightblue: '191970',
    white: 'fff',
    yellow: 'ff0',
    orange: 'ffa500',
    aqua: '0ff',
    cyan: '0ff',
    lime: '0f0',
    silver: 'c0c0c0',
    aquamarine: '7fffd4',
    beige: 'f5f5dc',
  }),
)

/** Black or white, whichever can be read on a ground; undefined where the ground is no colour that is known, such as a picture. Of a gradient the mean counts. */
export function inkOn(ground: string): string | undefined {
  const value = ground.trim().toLowerCase()
  const isGradient = /^(?:repeating-)?(?:linear|radial|conic)-gradient\(/.test(value)
  const colors = isGradient ? (value.match(/#[\da-f]{3,8}\b|rgba?\([^()]*\)|\b[a-z]+\b/g) ?? []) : [value]
  const found = colors.flatMap((color) => brightnessOf(color) ?? [])
  if (found.length === 0) return undefined
  return found.reduce((sum, one) => sum + one, 0) / found.length < 128 ? 'white' : 'black'
}

/** Perceived brightness, 0 to 255; reveal.js divides at the same number. */
function brightnessOf(color: string): number | undefined {
  const hex = named.get(color) ?? /^#([\da-f]{3}|[\da-f]{6})$/.exec(color)?.[1]
  const channels = hex ? hexChannels(hex) : (/^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(color)?.slice(1).map(Number) ?? [])
  const [red, green, blue] = channels
  if (red === undefined || green === undefined || blue === undefined) return undefined
  return (red * 299 + green * 587 + blue * 114) / 1000
}

const hexChannels = (hex: string): number[] =>
  (hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? [])).map((pair) => Number.parseInt(pair, 16))
