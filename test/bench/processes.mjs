// Whole processes, from their start to their end.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, withDecks } from './decks.mjs'
import { measure, ratio } from './table.mjs'

const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined

const processIn =
  (folder, command, ...args) =>
  () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(command, args, {
      cwd: folder,
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${status}:\n${stderr}`)
    return performance.now() - start
  }

const contestants = (folder, deck) => ({
  node: processIn(folder, process.execPath, '-e', '0'),
  first: processIn(folder, process.execPath, join(root, 'dist/deck.cjs'), 'build', '--no-cache', deck, '-o', 'first.html'),
  cached: processIn(folder, process.execPath, join(root, 'dist/deck.cjs'), 'build', deck, '-o', 'cached.html'),
  ...(has('hovercraft') ? { hovercraft: processIn(folder, 'hovercraft', '-s', deck, 'hovercraft') } : {}),
  ...(has('pandoc') ? { pandoc: processIn(folder, 'pandoc', '-f', 'rst', '-t', 'revealjs', '-s', deck, '-o', 'pandoc.html') } : {}),
})

const others = (times) =>
  ['node', 'hovercraft', 'pandoc'].flatMap((name) => (times[name] === undefined ? [] : [{ name, value: times[name], unit: 'ms' }]))

export const seedDeckRows = () =>
  withDecks(async (folder) => {
    const times = await measure(contestants(folder, 'seed.rst'), 11)
    const { node, first, cached, hovercraft, pandoc } = times
    return {
      title: 'Seed deck, whole process (median of 11)',
      rows: [
        { name: 'deck build, nothing cached', value: first, unit: 'ms', budgets: [{ of: '× node -e 0', value: first / node, most: 4 }] },
        {
          name: 'deck build, drawings cached',
          value: cached,
          unit: 'ms',
          budgets: [
            { of: '× node -e 0', value: cached / node, most: 2.5 },
            { of: '× Hovercraft', value: ratio(cached, hovercraft), most: 0.6 },
          ],
        },
        {
          // However long Node itself takes to start.
          name: 'deck build, drawings cached, less node -e 0',
          value: cached - node,
          unit: 'ms',
          budgets: [{ of: '× pandoc', value: ratio(cached - node, pandoc), most: 0.55 }],
        },
        ...others(times),
      ],
    }
  })

export const largeDeckRows = () =>
  withDecks(async (folder) => {
    const times = await measure(contestants(folder, 'large.rst'), 3)
    const { cached, hovercraft, pandoc } = times
    return {
      title: 'Its slides × 50 (950 slides), whole process (median of 3)',
      rows: [
        {
          name: 'deck build, drawings cached',
          value: cached,
          unit: 'ms',
          budgets: [
            { of: '× Hovercraft', value: ratio(cached, hovercraft), most: 1 / 15 },
            { of: '× pandoc', value: ratio(cached, pandoc), most: 1 / 2 },
          ],
        },
        ...others(times),
      ],
    }
  })
