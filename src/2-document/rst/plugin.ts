import type { Plugin } from 'unified'
import type { Document } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import { parse } from './parse.ts'

/**
 * The unified plugin: `unified().use(rstParse, settings)` parses files as reStructuredText. `settings.source` is the file's path unless it is
 * given. Diagnostics become the file's messages: `fatal` is false, and undefined for infos; `note` holds the advice.
 */
export const rstParse: Plugin<[Settings?], string, Document> = function rstParse(settings = {}) {
  this.parser = (text, file) =>
    parse(text, {
      ...(file.path ? { source: file.path } : {}),
      ...settings,
      report(diagnostic) {
        const { code, message, advice, position, severity } = diagnostic
        const [origin, rule] = code.split('/')
        const noted = file.message(message, {
          ...(position ? { place: position } : {}),
          ...(origin ? { source: origin } : {}),
          ...(rule ? { ruleId: rule } : {}),
        })
        if (severity === 'info') noted.fatal = undefined
        if (advice) noted.note = advice
        settings.report?.(diagnostic)
      },
    })
}
