import type { Report } from '../diagnostics/diagnostic.ts'
import type { Budget } from './budget.ts'
import type { Resources } from './resources.ts'

/** What the phases behind the tree are handed together: where files are found, and who hears of a mistake, and what may still be made. */
export interface Tools {
  readonly resources: Resources
  readonly report: Report
  /** What the deck may make beyond what is written. */
  readonly budget?: Budget
}
