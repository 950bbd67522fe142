// npm run mutate -- FILE…: plants one small fault at a time in our own sources and says which of them no test sees (docs/dev/mutation-check.md).
//   --seed N       which faults are tried where there are more than wanted; 1
//   --most N       of one file; 60
//   --tests PATH   test files or folders to run, several if repeated; without it those that import the file, the nearest first
//   --browser      those that need a browser too, where none is named
//   --build        builds the program before each run, for what tests see in dist alone (src/player)
//   --line N       only faults on this line
import { fork, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { faultsIn } from './faults.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '60' },
    tests: { type: 'string', multiple: true, default: [] },
    browser: { type: 'boolean', default: false },
    build: { type: 'boolean', default: false },
    line: { type: 'string' },
  },
})
const root = process.cwd()
const files = positionals.map((file) => relative(root, resolve(file)))
if (files.length === 0 || files.some((file) => !/^src[/\\].*\.ts$/.test(file) || !existsSync(file))) {
  process.stderr.write('Name TypeScript files below src/: npm run mutate -- src/5-layout/plan.ts\n')
  process.exit(2)
}

/** A fault in the copy is lost with it: nothing of the project itself is touched. */
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'hoverdeck-mutate-')))
const parts = [
  'src',
  'test',
  'docs',
  'graphics',
  'slides',
  'styles',
  'scripts',
  'dist',
  'package.json',
  'tsconfig.json',
  'biome.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
]
for (const part of parts)
  if (existsSync(part)) cpSync(part, join(copy, part), { recursive: true, filter: (path) => !path.includes('node_modules') })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

/** Seeded, so that two runs try the same faults (Mulberry32). */
let state = Number(values.seed)
const chance = () => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
/** So many of the items, in their order. */
const choose = (items, count) => {
  const left = [...items]
  while (left.length > count) left.splice(Math.floor(chance() * left.length), 1)
  return left
}

/** How long tests may take with a fault, ms: thrice as long as without, and some. */
let patience = 600_000
let runner
let testFiles = []

async function startRunner() {
  runner = fork(join(import.meta.dirname, 'tests.mjs'), { cwd: copy, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true })
  testFiles = await new Promise((done, fail) => {
    runner.once('message', ({ ready }) => done(ready))
    runner.once('exit', () => fail(new Error('Vitest does not start.')))
  })
}
const stopRunner = () => {
  try {
    process.kill(-runner.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    process.stderr.write(`\nended by ${signal}\n`)
    stopRunner()
    rmSync(copy, { recursive: true, force: true })
    process.exit(130)
  })
}

/** The answer; 'too long' where there is none in time, after which the runner is another. */
async function ask(question) {
  const answer = await new Promise((done) => {
    const timer = setTimeout(() => done('too long'), patience)
    runner.once('message', (message) => {
      clearTimeout(timer)
      done(message.answer)
    })
    runner.send(question)
  })
  runner.removeAllListeners('message')
  if (answer !== 'too long') return answer
  stopRunner()
  await startRunner()
  return answer
}

/** The tests of a file, in the order in which they are asked: those in the folder that mirrors its own, then the others. */
async function stagesFor(file) {
  const below = (folder) => (test) => test.startsWith(join(copy, folder) + sep) || test === join(copy, folder)
  if (values.tests.length > 0) return [testFiles.filter((test) => values.tests.some((path) => below(relative(root, resolve(path)))(test)))]
  const related = await ask({ ask: 'related', path: join(copy, file) })
  const wanted = related.filter((test) => values.browser || !/[/\\]test[/\\](?:browser|player|package)[/\\]/.test(test))
  const near = []
  for (let folder = dirname(file).replace(/^src/, 'test'); folder !== 'test' && near.length === 0; folder = dirname(folder))
    near.push(...wanted.filter(below(folder)))
  const far = wanted.filter((test) => !near.includes(test))
  return [near, far].filter((stage) => stage.length > 0)
}

/** Which test sees the fault; undefined where none does. */
async function caughtBy(path, stages) {
  if (values.build && spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: copy }).status !== 0) return 'the build'
  for (const stage of stages) {
    const seen = await ask({ ask: 'run', path, files: stage })
    if (seen !== undefined && seen !== null) return seen
  }
  return undefined
}

const lineOf = (text, offset) => text.slice(0, offset).split('\n').length
const linesAround = (text, start, end) =>
  text.slice(text.lastIndexOf('\n', start - 1) + 1, (text.indexOf('\n', end) + text.length + 1) % (text.length + 1) || text.length)

async function check(file) {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  const possible = faultsIn(file, source, { choose }).filter(
    ({ start }) => values.line === undefined || lineOf(source, start) === Number(values.line),
  )
  const faults = choose(possible, Number(values.most))
  const stages = await stagesFor(file)
  const count = stages.flat().length
  if (count === 0) return report(file, `no tests import it`)
  const begin = Date.now()
  const without = await caughtBy(path, stages)
  if (without) return report(file, `its tests fail without a fault: ${without}`)
  patience = (Date.now() - begin) * 3 + 5000
  process.stderr.write(
    `${file}: ${faults.length} of ${possible.length} faults, ${count} test files, ${Math.round((Date.now() - begin) / 1000)} s without a fault\n`,
  )
  let survivors = 0
  for (const fault of faults) {
    const planted = source.slice(0, fault.start) + fault.text + source.slice(fault.end)
    writeFileSync(path, planted)
    if (await caughtBy(path, stages)) {
      process.stderr.write('.')
      continue
    }
    survivors++
    const { start, end, text, what } = fault
    console.log(`\n${file}:${lineOf(source, start)} ${what}`)
    console.log(linesAround(source, start, end).replace(/^/gm, '- '))
    console.log(linesAround(planted, start, start + text.length).replace(/^/gm, '+ '))
  }
  writeFileSync(path, source)
  await ask({ ask: 'forget', path })
  report(file, `${faults.length - survivors} of ${faults.length} caught`)
}

const totals = []
const report = (file, text) => totals.push(`${file}: ${text}`)

try {
  await startRunner()
  for (const file of files) await check(file)
  console.log(`\n${totals.join('\n')}`)
} finally {
  stopRunner()
  rmSync(copy, { recursive: true, force: true })
}
process.exit(0)
