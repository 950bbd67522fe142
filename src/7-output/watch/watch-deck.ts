import type { Page } from '../../6-page/page.ts'
import type { Compilation } from '../../compile.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { hasErrors } from '../../diagnostics/format.ts'
import { pageChanges } from './page-changes.ts'
import { startPreviewServer } from './preview-server.ts'
import { problemsPanel } from './problems-panel.ts'
import { watchFiles } from './watch-files.ts'

export interface WatchOptions {
  /** Compiles the deck as it is now; a diagnostic if it cannot be read at all. */
  readonly compile: () => Promise<Compilation | Diagnostic>
  /** Paths that are always watched, whatever compiling read: the deck, its configuration. */
  readonly always: readonly string[]
  readonly port: number
  readonly clientScript: string
  /** A path as the terminal shows it. */
  readonly shown: (path: string) => string
  /** What to tell of something thrown on the way to the page. */
  readonly onThrow: (thrown: unknown) => Diagnostic
  /** Told after each build; `ms` is the time from the change seen to the page told. */
  readonly onBuild: (diagnostics: readonly Diagnostic[], textOf: TextOf, ms: number, page: Page | undefined) => void
}

/** The text of a file by the path that positions carry. */
type TextOf = Compilation['textOf']

/** When a build began, in ms: for how long it took, and by the clock that files have. */
interface Begun {
  readonly start: number
  readonly since: number
}

export interface DeckWatch {
  readonly url: string
  close(): Promise<void>
}

/** Shown while no build has come out well yet. */
const emptyPage = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>deck watch</title></head><body></body></html>'

/**
 * Serves the deck and builds it again whenever a file that it depends on changes. While the source has errors the last good page stays,
 * with the errors over it. Changes during a build lead to one more build. Nothing that is thrown ends it.
 */
export async function watchDeck({ compile, always, port, clientScript, shown, onThrow, onBuild }: WatchOptions): Promise<DeckWatch> {
  const server = await startPreviewServer({ port, clientScript })
  server.setPage(emptyPage)
  let shownPage: Page | undefined
  let good = false
  let building = false
  let again = false
  let dependencies: ReadonlySet<string> = new Set()

  const tell = (diagnostics: readonly Diagnostic[], textOf: TextOf, start: number, page?: Page): void => {
    server.showProblems(problemsPanel(diagnostics, { textOf, shown }))
    onBuild(diagnostics, textOf, performance.now() - start, page)
  }

  const show = (result: Compilation | Diagnostic, { start, since }: Begun): void => {
    const failed = 'code' in result
    const diagnostics = failed ? [result] : result.diagnostics
    if (!failed) dependencies = result.dependencies
    files.update(new Set([...always, ...dependencies]), since)
    const broken = hasErrors(diagnostics)
    if (!failed && (!broken || !good)) {
      const { page } = result
      if (page.html !== shownPage?.html) server.setPage(page.html, shownPage && pageChanges(shownPage, page))
      shownPage = page
    }
    good ||= !broken
    if (failed) tell(diagnostics, () => undefined, start)
    else tell(diagnostics, result.textOf, start, result.page)
  }

  const build = async (): Promise<void> => {
    const begun = { start: performance.now(), since: Date.now() }
    const { start, since } = begun
    try {
      show(await compile(), begun)
    } catch (thrown) {
      files.update(new Set([...always, ...dependencies]), since)
      tell([onThrow(thrown)], () => undefined, start)
    }
  }

  const onChange = async (): Promise<void> => {
    if (building) {
      again = true
      return
    }
    building = true
    do {
      again = false
      await build()
    } while (again)
    building = false
  }

  const files = watchFiles(() => void onChange())
  await onChange()
  return {
    url: server.url,
    close: async () => {
      await files.close()
      await server.close()
    },
  }
}
