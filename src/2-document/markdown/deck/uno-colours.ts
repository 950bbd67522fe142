/** Hues of the colours in oklch, with the share of colour that a shade of 500 has. */
const hues: ReadonlyMap<string, readonly [chroma: number, hue: number]> = new Map(
  Object.entries<readonly [number, number]>({
    red: [0.23, 25],
    orange: [0.19, 48],
    amber: [0.17, 70],
    yellow: [0.17, 86],
    lime: [0.2, 131],
    green: [0.2, 149],
    emerald: [0.16, 163],
    teal: [0.13, 183],
    cyan: [0.14, 215],
    sky: [0.16, 237],
    blue: [0.2, 260],
    indigo: [0.22, 277],
    violet: [0.24, 293],
    purple: [0.25, 304],
    fuchsia: [0.27, 322],
    pink: [0.23, 354],
    rose: [0.23, 16],
    slate: [0.04, 257],
    gray: [0.03, 262],
    zinc: [0.015, 286],
    neutral: [0, 0],
    stone: [0.01, 58],
  }),
)

/** Lightness and share of colour of a shade (50, 100 … 900, 950). */
const shades: readonly (readonly [lightness: number, share: number])[] = [
  [0.975, 0.07],
  [0.94, 0.16],
  [0.885, 0.3],
  [0.81, 0.5],
  [0.71, 0.8],
  [0.64, 1],
  [0.56, 0.98],
  [0.49, 0.85],
  [0.43, 0.7],
  [0.38, 0.55],
  [0.27, 0.4],
]

/** The colour that a class of UnoCSS names: `red-500`, `white/50`, `[#123]`. Undefined where it is none. */
export function colourOf(written: string): string | undefined {
  const [, name = '', shade = '400', alpha] = /^([a-z]+|\[#?[\w(),.%_]+\])(?:-?(\d{2,3}))?(?:\/(\d{1,3}))?$/.exec(written) ?? []
  const own = /^\[(.*)\]$/.exec(name)?.[1]
  const hue = hues.get(name)
  const index = shade === '950' ? 10 : shade === '50' ? 0 : Number(shade) / 100
  const [lightness, share] = shades[index] ?? []
  const mixed =
    hue && lightness !== undefined && share !== undefined
      ? `oklch(${lightness} ${Math.round(hue[0] * share * 1000) / 1000} ${hue[1]})`
      : undefined
  const colour = own ?? (/^(?:white|black|transparent|current)$/.test(name) ? (name === 'current' ? 'currentColor' : name) : mixed)
  return alpha === undefined || colour === undefined ? colour : `color-mix(in srgb, ${colour} ${alpha}%, transparent)`
}
