import { dirname } from 'node:path'
import { createBudget } from './1-source/budget.ts'
import { decode, notUtf8 } from './1-source/decode.ts'
import { type DeckLanguage, languageOf } from './1-source/read-deck.ts'
import { createResources } from './1-source/resources.ts'
import type { Source } from './1-source/source.ts'
import type { Tools } from './1-source/tools.ts'
import type { Directive } from './2-document/directive.ts'
import type { DialectName } from './2-document/markdown/dialects/names.ts'
import type { Document } from './2-document/nodes.ts'
import { resolve } from './2-document/resolve/resolve.ts'
import type { Role } from './2-document/role.ts'
import { parse } from './2-document/rst/parse.ts'
import type { FileProblem, Settings } from './2-document/settings.ts'
import type { Deck } from './3-deck/deck.ts'
import { deckSettings } from './3-deck/deck-settings.ts'
import { toDeck } from './3-deck/to-deck.ts'
import type { CanvasSize } from './4-look/canvas.ts'
import { growthOf } from './4-look/drawings/afford.ts'
import { createDrawingStore, decodeXml } from './4-look/drawings/store.ts'
import { chooseLook } from './4-look/look.ts'
import { layOut } from './5-layout/lay-out.ts'
import type { Placement } from './5-layout/placement.ts'
import type { Page, PageOptions } from './6-page/page.ts'
import { renderPage } from './6-page/render-page.ts'
import { readBuiltScript } from './7-output/package-file.ts'
import { type Diagnostic, diagnose, type Report } from './diagnostics/diagnostic.ts'
import { inPhase } from './diagnostics/phase.ts'

export interface CompileOptions extends Omit<PageOptions, 'source' | 'player'> {
  /** The browser player's script. Default: the one that ships. */
  readonly player?: string
  /** By default what the file's name says. */
  readonly language?: DeckLanguage
  /** `--dialect`: the tool whose Markdown it is. By default what the deck says or shows. */
  readonly dialect?: DialectName
  /** `--resource-path`. */
  readonly resourcePath?: readonly string[]
  /** The author's own, from deck.config.mjs. */
  readonly directives?: readonly Directive[]
  readonly roles?: readonly Role[]
}

/** Everything known of a deck once it is compiled. Positions carry absolute paths. */
export interface Compilation {
  readonly document: Document
  readonly deck: Deck
  /** px */
  readonly canvas: CanvasSize
  /** One for each step. */
  readonly placements: readonly Placement[]
  readonly page: Page
  readonly diagnostics: readonly Diagnostic[]
  /** Every file that was read or looked for: what `deck watch` watches. */
  readonly dependencies: ReadonlySet<string>
  /** The text of a file that a diagnostic may point into. */
  readonly textOf: (path: string) => string | undefined
}

/**
 * The pipeline (docs/dev/architecture.md): parse → resolve → split into steps → choose the look → lay out → render and embed. `source.path` is absolute.
 * Throws a PhaseError only where the program itself is at fault.
 */
export async function compile(source: Source, options: CompileOptions = {}): Promise<Compilation> {
  const { diagnostics, texts, tools, settings } = surroundings(source, options)
  const { report, resources } = tools

  const language = options.language ?? languageOf(source.path)
  const phase = <Result>(doing: string, work: () => Result): Result => inPhase({ doing, file: source.path }, work)
  const parsed = await phase('parsed', () => parseDeck(source, settings, language))
  const document = phase('resolved the names in', () => resolve(parsed, settings))
  const deck = phase('split into steps', () => toDeck(document, report, language))
  const store = createDrawingStore(options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder })
  const look = await phase('chose the look of', () => chooseLook(deck, { ...options, source: source.path, store }, tools))
  const placements = phase('laid out', () => layOut(deck.steps, look, report))
  const pageOptions = { ...options, player: options.player ?? readBuiltScript('player'), source: source.path }
  const page = await phase('rendered', () => renderPage({ deck, look, placements }, pageOptions, tools))

  return {
    document,
    deck,
    canvas: look.canvas,
    placements,
    page,
    diagnostics,
    dependencies: resources.dependencies,
    textOf: (path) => texts.get(path),
  }
}

/** The Markdown parser is loaded for Markdown only. */
async function parseDeck(source: Source, settings: Settings, language: DeckLanguage): Promise<Document> {
  if (language === 'rst') return parse(source.text, settings)
  const { parseMarkdown } = await import('./2-document/parse-markdown.ts')
  return parseMarkdown(source.text, settings)
}

interface Surroundings {
  readonly diagnostics: readonly Diagnostic[]
  readonly texts: ReadonlyMap<string, string>
  readonly tools: Tools
  readonly settings: Settings
}

/** What the phases are handed: a collector of diagnostics, a finder of files, and the parser's settings. */
function surroundings(source: Source, options: CompileOptions): Surroundings {
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => diagnostics.push(diagnostic)
  const texts = new Map([[source.path, source.text]])
  const resources = createResources({
    report,
    deckFolder: dirname(source.path),
    ...(options.resourcePath ? { resourcePath: options.resourcePath } : {}),
    ...(options.safe
      ? {
          within: [dirname(source.path), ...(options.resourcePath ?? [])],
          trusted: [...(options.styles ?? []), ...(options.theme ? [options.theme] : [])],
        }
      : {}),
  })
  const budget = createBudget()
  const tools: Tools = { resources, report, budget }
  const settings: Settings = {
    ...deckSettings,
    source: source.path,
    report,
    budget,
    ...(options.dialect ? { dialect: options.dialect } : {}),
    ...(options.directives ? { directives: options.directives } : {}),
    ...(options.roles ? { roles: options.roles } : {}),
    readFile: onceEach((path, from, encoding) => {
      const isDrawing = /\.svgz?$/i.test(path)
      const resource = resources.find(path, from, isDrawing ? 'graphic' : 'data')
      if ('code' in resource) return problemOf(resource)
      // XML says its encoding itself.
      const drawing = isDrawing && encoding === undefined ? decodeXml(resource.bytes) : undefined
      if (drawing !== undefined) {
        const over = budget.spend(growthOf(drawing.length - resource.bytes.length, resource.path))
        if (over) return problemOf(diagnose('document/too-much-generated', over))
        texts.set(resource.path, drawing)
        return { path: resource.path, text: drawing }
      }
      const decoded = decode(resource.bytes, resource.path, encoding)
      if ('problem' in decoded) {
        const isUnknown = decoded.problem === 'unknown-encoding'
        return problemOf(isUnknown ? diagnose('source/unknown-encoding', { encoding: encoding ?? '' }) : notUtf8(resource.path, decoded.at))
      }
      texts.set(resource.path, decoded.source.text)
      return decoded.source
    }),
  }
  return { diagnostics, texts, tools, settings }
}

type ReadFile = NonNullable<Settings['readFile']>

/** A deck names the same drawing on many slides: it is read once. */
function onceEach(read: ReadFile): ReadFile {
  const results = new Map<string, ReturnType<ReadFile>>()
  return (path, from, encoding = '') => {
    const key = [path, from, encoding].join('\0')
    const result = results.get(key) ?? read(path, from, encoding || undefined)
    results.set(key, result)
    return result
  }
}

/** The directive that names the file says it at its own place. */
const problemOf = ({ message, advice }: Diagnostic): FileProblem => ({ problem: message, ...(advice === undefined ? {} : { advice }) })
