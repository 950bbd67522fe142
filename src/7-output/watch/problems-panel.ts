import { codeFrame } from '../../diagnostics/code-frame.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../../diagnostics/format.ts'
import { alsoAt, tellOnce } from '../../diagnostics/repeated.ts'
import { escapeText } from '../../formats/html-escapes.ts'

export interface ProblemsOptions {
  /** The text of a file by the path that positions carry, for code frames. */
  readonly textOf: (path: string) => string | undefined
  /** A path as the terminal shows it. */
  readonly shown: (path: string) => string
}

/** The errors and warnings as the HTML that the preview shows over the slide, in the terminal's order; '' when there are none. */
export function problemsPanel(diagnostics: readonly Diagnostic[], { textOf, shown }: ProblemsOptions): string {
  return tellOnce(sortDiagnostics(diagnostics).filter(({ severity }) => severity !== 'info'))
    .map((told) => {
      const { position, severity, message, advice, code } = told.diagnostic
      const text = position && textOf(position.source)
      const place = position ? `${shown(position.source)}:${position.start.line}:${position.start.column}` : ''
      const frame = position && text !== undefined ? `<pre>${escapeText(codeFrame(text, position))}</pre>` : ''
      const also = alsoAt(told, shown)
      const hints = [advice, also].map((hint) => (hint ? `<p>→ ${escapeText(hint)}</p>` : '')).join('')
      return `<article class="${severity}"><small>${escapeText(place)} ${severity} ${code}</small><p>${escapeText(message)}</p>${frame}${hints}</article>`
    })
    .join('')
}
