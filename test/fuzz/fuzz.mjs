// npm run fuzz -- --seed N --runs N: gives the parsers, the compiler and the cleaners N inputs that a seed settles, and prints what throws.
//   --from N     begins with that input (with --runs 1: only that one)
//   --only NAME  one target alone: rst, markdown, compile rst, compile markdown, convert, drawing, css, html
import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { ownModules } from '../../scripts/own-modules.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '100000' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
  },
})
const [seed, runs, from] = [values.seed, values.runs, values.from].map(Number)

// Node 20 reads no TypeScript.
mkdirSync('node_modules/.cache', { recursive: true })
const outfile = 'node_modules/.cache/hoverdeck-fuzz.mjs'
await build({
  entryPoints: ['test/fuzz/run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['playwright-core'],
  plugins: [ownModules],
  loader: { '.css': 'text' },
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.setSourceMapsEnabled(true)
const { fuzz, placeOf, shrink } = await import(pathToFileURL(outfile).href)

/** By target and place: one fault is found many times. The first and how many there are. */
const found = new Map()
const start = Date.now()
const seconds = () => Math.round((Date.now() - start) / 1000)
const count = await fuzz({
  seed,
  from,
  to: from + runs,
  only: values.only,
  patience: 5000,
  onFailure: (failure) => {
    const key = `${failure.target}\n${placeOf(failure.error)}`
    found.set(key, { failure: found.get(key)?.failure ?? failure, times: (found.get(key)?.times ?? 0) + 1 })
  },
  onProgress: (index) => {
    if (index % 10_000 === 0 && index > from) process.stderr.write(`${index}: ${found.size} faults, ${seconds()} s\n`)
  },
})
for (const { failure, times } of found.values()) {
  const { target, index, error } = failure
  console.log(`\n=== ${target}: ${times} of ${count}; again with --seed ${seed} --from ${index} --runs 1`)
  console.log(error instanceof Error ? error.stack : error)
  if (error?.cause) console.log('cause:', error.cause)
  console.log(`--- cut down, as a string of JSON\n${JSON.stringify(await shrink(failure, seed))}`)
}
console.log(`${count} inputs of seed ${seed}, ${found.size} faults, ${seconds()} s`)
process.exitCode = found.size > 0 ? 1 : 0
