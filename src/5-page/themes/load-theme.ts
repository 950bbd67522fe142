import type { Resource, Resources } from '../../1-source/resources.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { Embedder } from '../embed/embedder.ts'
import { embedCss } from '../embed/style-sheet.ts'
import { type Canvas, type Theme, themes } from './themes.ts'

/** Where a theme is named. */
export interface ThemeOrigin {
  /** The file that names it: a path is looked up beside it. */
  readonly from: string
  readonly position: Position | undefined
}

export interface ThemeTools {
  readonly embed: Embedder
  readonly resources: Resources
  readonly report: Report
}

/**
 * A theme by its name, as a CSS file, or as a folder that holds `theme.css`, and `highlight.css` and `theme.json` where it likes
 * (docs/themes.md). Undefined for one that cannot be read, which is reported.
 */
export function loadTheme(wanted: string, origin: ThemeOrigin, tools: ThemeTools): Theme | undefined {
  if (Object.hasOwn(themes, wanted)) return themes[wanted]
  if (!/\.css$/i.test(wanted)) return fromFolder(wanted, origin, tools)
  const sheet = tools.embed.text(wanted, origin.from, 'style', origin.position)
  return sheet && { ...bare(), css: embedCss(sheet.text, { from: sheet.path }, tools.embed) }
}

const bare = (): Theme => themes['bare'] as Theme

function fromFolder(wanted: string, { from, position }: ThemeOrigin, { embed, resources, report }: ThemeTools): Theme | undefined {
  const folder = wanted.replace(/[\\/]+$/, '')
  const read = (name: string): Resource | undefined => {
    const found = resources.find(`${folder}/${name}`, from, 'style')
    return 'code' in found ? undefined : found
  }
  const sheetOf = (file: Resource | undefined): string | undefined =>
    file && embedCss(new TextDecoder().decode(file.bytes), { from: file.path }, embed)
  const css = sheetOf(read('theme.css'))
  if (css === undefined) {
    report(diagnose('page/unknown-theme', { theme: wanted, known: Object.keys(themes) }, position))
    return undefined
  }
  const settings = readSettings(read('theme.json'), report)
  const parent = themes[settings.extends ?? ''] ?? bare()
  return {
    css: settings.extends === undefined ? css : `${parent.css}\n${css}`,
    highlight: sheetOf(read('highlight.css')) ?? parent.highlight,
    canvas: { ...parent.canvas, ...settings.canvas },
  }
}

/** The canvas of a theme; undefined for one that cannot be read. Nothing is reported: `loadTheme` does. */
export function themeCanvas(wanted: string, from: string, { find }: Pick<Resources, 'find'>): Canvas | undefined {
  if (Object.hasOwn(themes, wanted)) return themes[wanted]?.canvas
  if (/\.css$/i.test(wanted)) return 'code' in find(wanted, from, 'style') ? undefined : bare().canvas
  const folder = wanted.replace(/[\\/]+$/, '')
  if ('code' in find(`${folder}/theme.css`, from, 'style')) return undefined
  const settings = find(`${folder}/theme.json`, from, 'style')
  const { extends: parent = '', canvas } = 'code' in settings ? { canvas: {} } : readSettings(settings, () => {})
  return { ...(themes[parent] ?? bare()).canvas, ...canvas }
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
      else if (key === 'extends' && typeof value === 'string' && Object.hasOwn(themes, value)) parent = value
      else complain(`“${key}” cannot be ${JSON.stringify(value)}`)
    }
    return { canvas, ...(parent === undefined ? {} : { extends: parent }) }
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    return { canvas: {} }
  }
}
