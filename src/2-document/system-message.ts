import { diagnose, severityLevels } from '../diagnostics/diagnostic.ts'
import type { MessageArguments, MessageCode } from '../diagnostics/messages/index.ts'
import type { Position } from '../diagnostics/position.ts'
import type { Node, SystemMessage } from './nodes.ts'
import type { Settings } from './settings.ts'

const kinds = { info: 'INFO', warning: 'WARNING', error: 'ERROR', severe: 'SEVERE' } as const

/**
 * The node docutils puts in the tree; the diagnostic goes to the settings' report at the same time. Its `message` holds message and advice,
 * `children` what of the source goes with it. Without a position (in a tree made by hand) it has no line, and its source is the settings'.
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
  const level = severityLevels[severity]
  const kind = kinds[severity]
  const words = advice ? `${message} ${advice}` : message
  const own = [...children]
  return position
    ? { type: 'system_message', level, kind, line: position.start.line, source: position.source, message: words, children: own, position }
    : { type: 'system_message', level, kind, source: settings.source ?? '<string>', message: words, children: own }
}
