import type { Report } from '../diagnostics/diagnostic.ts'
import type { Resources } from './resources.ts'

/** What the phases behind the tree are handed together: where files are found, and who hears of a mistake. */
export interface Tools {
  readonly resources: Resources
  readonly report: Report
}
