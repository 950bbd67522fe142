// npm run bench: each budget of docs/dev/architecture.md, “Speed” beside what it is here and now. Times are medians of runs by turns, so that a slow moment
// of the machine hits every row; what counts is their ratios. Hovercraft, pandoc and docutils take part where they are installed.
import { pageRows } from './page.mjs'
import { parserRows } from './parsers.mjs'
import { largeDeckRows, seedDeckRows } from './processes.mjs'
import { stageRows } from './stage.mjs'
import { print } from './table.mjs'
import { watchRows } from './watching.mjs'

const parts = { seed: seedDeckRows, large: largeDeckRows, parser: parserRows, page: pageRows, watch: watchRows, stage: stageRows }
const wanted = process.argv.slice(2)
for (const [name, rows] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) print(await rows())
