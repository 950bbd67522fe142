// npm run prepare: what `npm publish` sends says so (dist/published), and what `npm pack` makes does not. By it `deck new` knows whether the
// registry has the package that runs (src/7-output/new/own-package.ts).
import { rmSync, writeFileSync } from 'node:fs'

const mark = 'dist/published'
if (process.env.npm_command === 'publish') writeFileSync(mark, '')
else rmSync(mark, { force: true })
