import type { Processor } from 'unified'
import type { Document } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import { parse } from './parse.ts'

/**
 * The unified plugin: `unified().use(rstParse, settings)` parses files as reStructuredText. `settings.source` is the file's path unless it is
 * given; diagnostics become the file's messages, warnings and worse as failures of their level (`fatal` is never true).
 */
export function rstParse(this: Processor<Document>, settings: Readonly<Settings> = {}): void {
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
