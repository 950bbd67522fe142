import { collectorOf } from './collector.ts'
import { util } from './util.ts'

// In place of impress.js's src/lib, before any plugin asks for it.
window.impress.addLibraryFactory({ gc: collectorOf, util: () => util })
