// npm run bench: how long whole processes take, medians and ratios from one interleaved run (DESIGN.md §11).
// Hovercraft and pandoc take part where they are installed.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'hoverdeck-bench-'))
const cache = join(scratch, 'cache')
const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined

/** The deck with everything it names beside it, as Hovercraft wants it, and the same with its slides × 50. */
const prepare = () => {
  const text = readFileSync(join(root, 'slides/container-orchestration.rst'), 'utf8')
  const [head = '', ...slides] = text.split(/^----$/m)
  // Ids may stand once only; a copy's ids get its number, in fields and in the selectors of its styles.
  const ids = [...text.matchAll(/^:id: (\S+)$/gm)].map((match) => match[1])
  const numbered = (slide, copy) =>
    ids.reduce((result, id) => result.replaceAll(new RegExp(`(:id: |#)${id}(?![\\w-])`, 'g'), `$1${id}-${copy}`), slide)
  const copies = Array.from({ length: 50 }, (_, copy) => slides.map((slide) => (copy === 0 ? slide : numbered(slide, copy))).join('----'))
  cpSync(join(root, 'graphics'), join(scratch, 'graphics'), { recursive: true })
  cpSync(join(root, 'graphics/router.png'), join(scratch, 'router.png'))
  for (const style of ['presentation.css', 'orchestration.css']) cpSync(join(root, 'styles', style), join(scratch, style))
  writeFileSync(join(scratch, 'package.json'), '{}')
  writeFileSync(join(scratch, 'seed.rst'), text)
  writeFileSync(join(scratch, 'large.rst'), `${head}----${copies.join('\n----\n')}`)
}

const once = ([command, ...args], environment) => {
  const start = performance.now()
  const { status, stderr } = spawnSync(command, args, {
    cwd: scratch,
    env: { ...process.env, XDG_CACHE_HOME: cache, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${status}:\n${stderr}`)
  return performance.now() - start
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Runs the rows by turns, so that a slow moment of the machine hits all of them. */
const measure = (rows, rounds) => {
  for (const row of rows) once(row.command, row.environment)
  const times = new Map(rows.map((row) => [row.name, []]))
  for (let round = 0; round < rounds; round++) for (const row of rows) times.get(row.name).push(once(row.command, row.environment))
  return new Map([...times].map(([name, values]) => [name, median(values)]))
}

const table = (title, medians, bases) => {
  console.log(`\n${title}`)
  for (const [name, time] of medians) {
    const ratios = bases
      .filter((base) => medians.has(base) && base !== name)
      .map((base) => `${(time / medians.get(base)).toFixed(2)} × ${base}`)
    console.log(`  ${name.padEnd(34)} ${time.toFixed(0).padStart(7)} ms   ${ratios.join('   ')}`)
  }
}

const deck = (...args) => [process.execPath, join(root, 'dist/deck.js'), 'build', ...args]
const bare = { name: 'node -e 0', command: [process.execPath, '-e', '0'] }
const hovercraft = (file) => (has('hovercraft') ? [{ name: 'hovercraft', command: ['hovercraft', '-s', file, `out-${file}`] }] : [])
const pandoc = (file) =>
  has('pandoc') ? [{ name: 'pandoc', command: ['pandoc', '-f', 'rst', '-t', 'revealjs', '-s', file, '-o', `pandoc-${file}.html`] }] : []

prepare()
try {
  table(
    'seed deck, whole process (median of 11)',
    measure(
      [
        bare,
        { name: 'deck build, nothing in the cache', command: deck('--no-cache', 'seed.rst', '-o', 'seed.html') },
        { name: 'deck build, drawings cached', command: deck('seed.rst', '-o', 'seed.html') },
        ...hovercraft('seed.rst'),
        ...pandoc('seed.rst'),
      ],
      11,
    ),
    ['node -e 0', 'hovercraft'],
  )
  table(
    'its slides × 50 (950 slides), whole process (median of 3)',
    measure(
      [
        bare,
        { name: 'deck build, drawings cached', command: deck('large.rst', '-o', 'large.html') },
        ...hovercraft('large.rst'),
        ...pandoc('large.rst'),
      ],
      3,
    ),
    ['hovercraft', 'pandoc'],
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
