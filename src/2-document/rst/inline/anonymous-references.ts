import type { TextBlock } from '../../../1-source/source.ts'
import { createNameRegistry } from '../../names.ts'
import type { Reference } from '../../nodes.ts'
import type { Settings } from '../../settings.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { systemMessage } from '../../system-message.ts'
import { parseInline } from './parse-inline.ts'

/** The anonymous references in a text that is no markup otherwise: nothing in it is named, and nothing is said of it. */
export function anonymousReferencesIn(block: TextBlock, context: ParseContext): Reference[] {
  if (!block.text.includes('__')) return []
  const { report: _, ...settings }: Settings = context.settings
  const { nodes } = parseInline(block, {
    ...context,
    settings,
    names: createNameRegistry(settings, (code, args, { position }) => systemMessage(settings, code, args, position)),
    message: (code, args, position, children) => systemMessage(settings, code, args, position, children),
  })
  return nodes.filter((node): node is Reference => node.type === 'reference' && node.anonymous === 1)
}
