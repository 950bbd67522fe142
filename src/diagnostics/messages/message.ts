import type { Severity } from '../diagnostic.ts'

/** One row of the message table. `text` is one sentence; `advice` says what to write or do instead. */
export interface Message<Args> {
  readonly severity: Severity
  readonly text: (args: Args) => string
  /** Undefined where nothing can be done instead. */
  readonly advice?: (args: Args) => string | undefined
  /** Whether it speaks of what differs from Hovercraft, or may surprise someone who comes from it: `deck check --compat` shows it. */
  readonly compat?: true
}

/** Declares a row with its argument type inferred from `text`. */
export const message = <Args = Record<never, never>>(
  severity: Severity,
  text: (args: Args) => string,
  advice?: (args: Args) => string | undefined,
): Message<NoInfer<Args>> => (advice ? { severity, text, advice } : { severity, text })

/** Marks a row for `deck check --compat`. */
export const compat = <Args>(row: Message<Args>): Message<Args> => ({ ...row, compat: true })
