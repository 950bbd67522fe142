import type { Resource } from '../../1-source/resources.ts'
import type { Tools } from '../../1-source/tools.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { Canvas } from '../canvas.ts'
import { type Theme, themes } from './themes.ts'

/** Where a theme is named. */
export interface ThemeOrigin {
  /** The file that names it: a path is looked up beside it. */
  readonly from: string
  readonly position: Position | undefined
}

/** CSS of our own, or an author's file that may name others. */
type Sheet = string | Resource

/** A theme as it was found: its files are read, what they name is not yet in them. */
export interface FoundTheme {
  readonly css: readonly Sheet[]
  readonly highlight: Sheet
  readonly canvas: Canvas
  readonly lineBreaks: Theme['lineBreaks']
}

/**
 * A theme by its name, as a CSS file, or as a folder that holds `theme.css`, and `highlight.css` and `theme.json` where it likes
 * (docs/themes.md). Undefined for one that cannot be read, which is reported.
 */
export function findTheme(wanted: string, origin: ThemeOrigin, tools: Tools): FoundTheme | undefined {
  const builtIn = themes.get(wanted)
  if (builtIn) return builtInTheme(builtIn)
  if (!/\.css$/i.test(wanted)) return inFolder(wanted, origin, tools)
  const sheet = tools.resources.find(wanted, origin.from, 'style', origin.position)
  if (!('code' in sheet)) return { ...builtInTheme(bare()), css: [sheet], lineBreaks: 1 }
  tools.report(origin.position ? { ...sheet, position: origin.position } : sheet)
  return undefined
}

export const builtInTheme = (theme: Theme): FoundTheme => ({ ...theme, css: [theme.css] })

const bare = (): Theme => themes.get('bare') as Theme

function inFolder(wanted: string, { from, position }: ThemeOrigin, { resources, report }: Tools): FoundTheme | undefined {
  const folder = wanted.replace(/[\\/]+$/, '')
  const read = (name: string): Resource | undefined => {
    const found = resources.find(`${folder}/${name}`, from, 'style', position)
    return 'code' in found ? undefined : found
  }
  const css = read('theme.css')
  if (!css) {
    report(diagnose('page/unknown-theme', { theme: wanted, known: [...themes.keys()] }, position))
    return undefined
  }
  const settings = readSettings(read('theme.json'), report)
  const parent = themes.get(settings.extends ?? '') ?? bare()
  return {
    css: settings.extends === undefined ? [css] : [parent.css, css],
    highlight: read('highlight.css') ?? parent.highlight,
    canvas: { ...parent.canvas, ...settings.canvas },
    lineBreaks: settings.extends === undefined ? 1 : parent.lineBreaks,
  }
}

interface ThemeSettings {
  /** The theme whose style goes before. */
  readonly extends?: string
  readonly canvas: Partial<Canvas>
}

const sizes = ['width', 'height', 'maxScale', 'minScale'] as const satisfies readonly (keyof Canvas)[]

function readSettings(file: Resource | undefined, report: Report): ThemeSettings {
  if (!file) return { canvas: {} }
  const complain = (reason: string): void => report(diagnose('page/bad-theme', { path: file.path, reason }))
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(file.bytes))
    if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Error('it is no object')
    const canvas: Partial<Record<keyof Canvas, number>> = {}
    let parent: string | undefined
    for (const [key, value] of Object.entries(read)) {
      const size = sizes.find((name) => name === key)
      if (size && typeof value === 'number' && value >= 0) canvas[size] = value
      else if (key === 'extends' && typeof value === 'string' && themes.has(value)) parent = value
      else complain(`“${key}” cannot be ${JSON.stringify(value)}`)
    }
    return { canvas, ...(parent === undefined ? {} : { extends: parent }) }
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    return { canvas: {} }
  }
}
