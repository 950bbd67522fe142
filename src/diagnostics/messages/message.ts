import type { Severity } from '../diagnostic.ts'

/** One row of the message table. `text` is one sentence; `advice` says what to write or do instead. */
export interface Message<Args> {
  readonly severity: Severity
  readonly text: (args: Args) => string
  readonly advice?: (args: Args) => string
}

/** Declares a row with its argument type inferred from `text`. */
export const message = <Args = Record<never, never>>(
  severity: Severity,
  text: (args: Args) => string,
  advice?: (args: Args) => string,
): Message<NoInfer<Args>> => (advice ? { severity, text, advice } : { severity, text })
