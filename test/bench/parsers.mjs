// reStructuredText parsers, warmed, in one process each.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { RstToHtmlCompiler } from 'rst-compiler'
import { root } from './decks.mjs'
import { measure, ratio } from './table.mjs'

/** docutils' own manual where it lies beside the checkout; else a text of ours of the same length. */
const manual = () => {
  const shared = join(root, '../shared/conformance/large.json')
  if (existsSync(shared)) {
    const found = JSON.parse(readFileSync(shared, 'utf8')).cases.find(({ id }) => id.endsWith('restructuredtext.rst'))
    if (found) return { name: 'restructuredtext.rst', text: found.input }
  }
  const sample = readFileSync(join(import.meta.dirname, 'sample.rst'), 'utf8')
  return { name: 'sample.rst', text: repeated(sample, Math.ceil(120_000 / sample.length)) }
}

/** A text so many times, each time with names of its own. */
const repeated = (text, count) => Array.from({ length: count }, (_, copy) => text.replaceAll('NAME', `name ${copy}`)).join('\n\n')

const timed = (work) => () => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** rst-compiler tells the console what it cannot do. */
const silently = (work) => () => {
  const told = { ...console }
  Object.assign(console, { log() {}, warn() {}, error() {} })
  try {
    return work()
  } finally {
    Object.assign(console, told)
  }
}

/** A Python that parses the text from its first line of input, once for each further line, and answers with the time in ms. */
const docutils = (text) => {
  const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import docutils.core']).status === 0)
  if (!python) return undefined
  const child = spawn(python, [join(import.meta.dirname, 'time-docutils.py')], { stdio: ['pipe', 'pipe', 'ignore'] })
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  child.stdin.write(`${JSON.stringify(text)}\n`)
  return {
    run: async () => {
      child.stdin.write('\n')
      return Number((await answers.next()).value)
    },
    end: () => child.stdin.end(),
  }
}

/** What time-pasted.mjs answers, in a process of its own. */
const timesPasted = (text, ...flags) => {
  const child = spawnSync(process.execPath, ['--expose-gc', ...flags, join(import.meta.dirname, 'time-pasted.mjs')], { input: text })
  if (child.status !== 0) throw new Error(`time-pasted.mjs: ${child.stderr}`)
  return JSON.parse(child.stdout.toString())
}

export const parserRows = async () => {
  const { parse, resolve } = await import(join(root, 'dist/rst.js'))
  const { name, text } = manual()
  const sample = readFileSync(join(import.meta.dirname, 'sample.rst'), 'utf8')
  const hundred = repeated(sample, 100)
  const peer = docutils(text)
  const compiler = new RstToHtmlCompiler()
  const times = await measure(
    {
      parse: timed(() => parse(text)),
      whole: timed(() => resolve(parse(text))),
      compiler: silently(timed(() => compiler.parse(text))),
      ...(peer ? { docutils: peer.run } : {}),
      once: timed(() => {
        for (let copy = 0; copy < 100; copy++) resolve(parse(sample))
      }),
      hundred: timed(() => resolve(parse(hundred))),
    },
    9,
  )
  peer?.end()
  const pasted = timesPasted(text)
  const roomy = timesPasted(text, '--max-semi-space-size=1024', '--min-semi-space-size=1024')
  return {
    title: `Parser, ${name} (${Math.round(text.length / 1000)} kB), warmed, in process (median of 9)`,
    rows: [
      {
        name: 'parse and resolve',
        value: times.whole,
        unit: 'ms',
        budgets: [{ of: '× docutils', value: ratio(times.whole, times.docutils), most: 1 / 5 }],
      },
      { name: 'parse', value: times.parse, unit: 'ms', budgets: [{ of: '× rst-compiler', value: times.parse / times.compiler, most: 1 }] },
      { name: 'rst-compiler, parse', value: times.compiler, unit: 'ms' },
      ...(times.docutils === undefined ? [] : [{ name: 'docutils, parse and resolve', value: times.docutils, unit: 'ms' }]),
      {
        name: `${name} × 100, parse`,
        value: pasted.hundred,
        unit: 'ms',
        budgets: [{ of: '× the time of one', value: pasted.parse, most: 110 }],
      },
      { name: '  JSON.parse of its tree, for comparison', value: pasted.json, unit: '× the time of one' },
      {
        name: '  where the young generation holds the tree',
        value: roomy.hundred,
        unit: 'ms',
        budgets: [{ of: '× the time of one', value: roomy.parse, most: 110 }],
      },
      {
        name: 'sample.rst × 100, names of its own each time, parse and resolve',
        value: times.hundred,
        unit: 'ms',
        budgets: [{ of: '× the time of one', value: (times.hundred / times.once) * 100, most: 110 }],
      },
    ],
  }
}
