import type { Severity } from '../diagnostic.ts'

/** One row of the message table. `text` is one sentence; `advice` says what to write or do instead. */
export interface Message<Args> {
  readonly severity: Severity
  readonly text: (args: Args) => string
  /** Undefined where nothing can be done instead. */
  readonly advice?: (args: Args) => string | undefined
  /** Whether it speaks of what differs from Hovercraft, or may surprise someone who comes from it: `deck check --compat` shows it. */
  readonly compat?: true
  /** Present where several in a deck are told as one. */
  readonly together?: Together<Args>
}

/** How several messages of a code are told as one: what is one thing to decide, though a deck has it in twenty places. */
export interface Together<Args> {
  /** What one speaks of, as it is named in the list of them; absent where each says the same. */
  readonly of?: (args: Args) => string
  /** The sentence for this many that differ. */
  readonly text?: (count: number) => string
  /** Where the advice for one names it. */
  readonly advice?: string
}

/** Declares a row with its argument type inferred from `text`. */
export const message = <Args = Record<never, never>>(
  severity: Severity,
  text: (args: Args) => string,
  advice?: (args: Args) => string | undefined,
): Message<NoInfer<Args>> => (advice ? { severity, text, advice } : { severity, text })

/** Marks a row for `deck check --compat`. */
export const compat = <Args>(row: Message<Args>): Message<Args> => ({ ...row, compat: true })

/** Marks a row of which several in a deck are told as one. */
export const together = <Args>(row: Message<Args>, how: Together<Args> = {}): Message<Args> => ({ ...row, together: how })
