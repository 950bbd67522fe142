/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {readonly { of: string, value: number | undefined, most: number }[]} [budgets] `value` is undefined where there is nothing to compare with.
 */

/** Prints a table: each figure, and each of its budgets with ok or OVER. @param {{ title: string, rows: readonly Row[] }} table */
export const print = ({ title, rows }) => {
  console.log(`\n${title}`)
  for (const { name, value, unit, budgets = [] } of rows) {
    console.log(`  ${name.padEnd(44)} ${figure(value).padStart(8)} ${unit}`)
    for (const { of, value: reached, most } of budgets) {
      const verdict = reached === undefined ? 'nothing to compare with' : `${figure(reached)}  ${reached <= most ? 'ok' : 'OVER'}`
      console.log(`    at most ${figure(most)} ${of}: ${verdict}`)
    }
  }
}

const figure = (value) => (value < 10 ? value.toFixed(3) : value < 100 ? value.toFixed(1) : value.toFixed(0))

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/**
 * Lets contestants run by turns, once unmeasured and then `rounds` times.
 * @param {Record<string, () => Record<string, number> | Promise<Record<string, number>>>} contestants name → one run, which gives its figures
 * @returns {Promise<Record<string, Record<string, number>>>} the median of each figure
 */
export const measureFigures = async (contestants, rounds) => {
  const runs = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const figures = await run()
      if (round >= 0) runs[name].push(figures)
    }
  }
  const medians = (all) => Object.fromEntries(Object.keys(all[0]).map((figure) => [figure, median(all.map((one) => one[figure]))]))
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, medians(all)]))
}

/**
 * The same for runs that give one time each, in ms.
 * @param {Record<string, () => number | Promise<number>>} contestants
 * @returns {Promise<Record<string, number>>} medians
 */
export const measure = async (contestants, rounds) => {
  const timed = Object.entries(contestants).map(([name, run]) => [name, async () => ({ time: await run() })])
  const figures = await measureFigures(Object.fromEntries(timed), rounds)
  return Object.fromEntries(Object.entries(figures).map(([name, { time }]) => [name, time]))
}

/** How often the one goes into the other; undefined where the other did not take part. */
export const ratio = (time, base) => (base === undefined ? undefined : time / base)
