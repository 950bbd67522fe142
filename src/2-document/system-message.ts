import { diagnose, severityLevels } from '../diagnostics/diagnostic.ts'
import type { MessageArguments, MessageCode } from '../diagnostics/messages/index.ts'
import type { Position } from '../diagnostics/position.ts'
import type { Node, SystemMessage } from './nodes.ts'
import type { Settings } from './settings.ts'

/**
 * The node docutils puts in the tree; the diagnostic goes to the settings' report at the same time. Its paragraph holds message and advice,
 * `children` follow it. Without a position (in a tree made by hand) it has no line, and its source is the settings'.
 */
export function systemMessage<Code extends MessageCode>(
  settings: Settings,
  code: Code,
  args: MessageArguments<Code>,
  position: Position | undefined,
  children: readonly Node[] = [],
): SystemMessage {
  const diagnostic = diagnose(code, args, position)
  settings.report?.(diagnostic)
  const { severity, message, advice } = diagnostic
  const value = advice ? `${message} ${advice}` : message
  const at = position ? { position } : {}
  return {
    type: 'system_message',
    level: severityLevels[severity],
    kind: severity.toUpperCase() as SystemMessage['kind'],
    ...(position ? { line: position.start.line } : {}),
    source: position?.source ?? settings.source ?? '<string>',
    children: [{ type: 'paragraph', children: [{ type: 'text', value, ...at }], ...at }, ...children],
    ...at,
  }
}
