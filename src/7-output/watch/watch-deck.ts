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
  /** Always watched, whatever compiling read. */
  readonly deck: string
  readonly port: number
  readonly clientScript: string
  /** A path as the terminal shows it. */
  readonly shown: (path: string) => string
  /** Told after each build; `ms` is the time from the change seen to the page told. */
  readonly onBuild: (diagnostics: readonly Diagnostic[], textOf: (path: string) => string | undefined, ms: number) => void
}

export interface DeckWatch {
  readonly url: string
  close(): Promise<void>
}

/** Shown while no build has come out well yet. */
const emptyPage = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>deck watch</title></head><body></body></html>'

/**
 * Serves the deck and builds it again whenever a file that it depends on changes. While the source has errors the last good page stays,
 * with the errors over it. Changes during a build lead to one more build.
 */
export async function watchDeck({ compile, deck, port, clientScript, shown, onBuild }: WatchOptions): Promise<DeckWatch> {
  const server = await startPreviewServer({ port, clientScript })
  server.setPage(emptyPage)
  let shownPage: Page | undefined
  let good = false
  let building = false
  let again = false

  const build = async (): Promise<void> => {
    const start = performance.now()
    const since = Date.now()
    const result = await compile()
    const failed = 'code' in result
    const diagnostics = failed ? [result] : result.diagnostics
    const textOf = failed ? () => undefined : result.textOf
    files.update(new Set([deck, ...(failed ? [] : result.dependencies)]), since)
    const broken = hasErrors(diagnostics)
    if (!failed && (!broken || !good)) {
      const { page } = result
      if (page.html !== shownPage?.html) server.setPage(page.html, shownPage && pageChanges(shownPage, page))
      shownPage = page
    }
    good ||= !broken
    server.showProblems(problemsPanel(diagnostics, { textOf, shown }))
    onBuild(diagnostics, textOf, performance.now() - start)
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
