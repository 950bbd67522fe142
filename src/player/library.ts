import { util } from './util.ts'

// In place of impress.js's src/lib/util.js, before any plugin asks for it.
window.impress.addLibraryFactory({ util: () => util })
