import { type MessageArguments, type MessageCode, messages } from './messages/index.ts'
import type { Together } from './messages/message.ts'
import type { Position } from './position.ts'

/** docutils' levels by name: info 1, warning 2, error 3, severe 4. */
export type Severity = 'info' | 'warning' | 'error' | 'severe'

export const severityLevels: Record<Severity, 1 | 2 | 3 | 4> = { info: 1, warning: 2, error: 3, severe: 4 }

/** Something an author should know. Plain data: it can be printed, sent to a browser or written as JSON. */
export interface Diagnostic {
  readonly code: MessageCode
  readonly severity: Severity
  /** One sentence: what was read and why it does not do. */
  readonly message: string
  /** What to write or do instead. */
  readonly advice?: string
  /** What it speaks of, where several of its kind in a deck are told as one. */
  readonly subject?: string
  /** Where; absent only when no file is involved (an output folder that cannot be written). */
  readonly position?: Position
}

/** Whether `deck check --compat` shows it, whatever its level. */
export const isAboutCompatibility = ({ code }: Diagnostic): boolean => 'compat' in messages[code]

/** Collects diagnostics; each phase is handed one and never prints. */
export type Report = (diagnostic: Diagnostic) => void

interface MessageEntry {
  readonly severity: Severity
  readonly text: (args: unknown) => string
  readonly advice?: (args: unknown) => string | undefined
  readonly together?: Together<unknown>
}

/** Makes a diagnostic from the message table: `diagnose('deck/duplicate-step-id', { id: 'a' }, position)`. */
export function diagnose<Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position?: Position): Diagnostic {
  const { severity, text, advice, together } = messages[code] as MessageEntry
  const diagnostic: { -readonly [Field in keyof Diagnostic]: Diagnostic[Field] } = { code, severity, message: text(args) }
  const instead = advice?.(args)
  if (instead !== undefined) diagnostic.advice = instead
  const subject = together?.of?.(args)
  if (subject !== undefined) diagnostic.subject = subject
  if (position) diagnostic.position = position
  return diagnostic
}
