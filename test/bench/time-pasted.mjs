// Text on standard input → how often one parse of it goes into a parse of the text pasted 100 times, warmed; and the same of JSON.parse on the
// trees that come of it. The second shows what the engine takes to keep that many objects, whoever makes them: V8 copies each twice
// before it leaves it in place, but those of one text are garbage by then. Started with a young generation that holds the whole tree
// (--max-semi-space-size), the first shows what the parser takes alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './decks.mjs'
import { measure } from './table.mjs'

const { parse } = await import(join(root, 'dist/rst.js'))
const text = readFileSync(0, 'utf8')
// As it stands: 99 of 100 names are taken already, and each takes a message.
const pasted = Array.from({ length: 100 }, () => text).join('\n\n')
const tree = JSON.stringify(parse(text))
const pastedTree = JSON.stringify(parse(pasted))

const repeats = 20
/** Runs it so many times after each other and gives the time of one, so that no run is measured with what the last left in the caches. */
const timed = (work, times) => () => {
  globalThis.gc()
  const start = performance.now()
  for (let time = 0; time < times; time++) work()
  return (performance.now() - start) / times
}
const times = await measure(
  {
    one: timed(() => parse(text), repeats),
    hundred: timed(() => parse(pasted), 1),
    jsonOne: timed(() => JSON.parse(tree), repeats),
    jsonHundred: timed(() => JSON.parse(pastedTree), 1),
  },
  7,
)
console.log(JSON.stringify({ parse: times.hundred / times.one, json: times.jsonHundred / times.jsonOne, hundred: times.hundred }))
