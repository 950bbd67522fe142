// Started by mutate.mjs in a copy of the project: runs test files in one Vitest, again and again, and says whether they pass. A process of its own, for a fault
// may never end.
import { createVitest } from 'vitest/node'

const vitest = await createVitest('test', {
  config: 'test/vitest.config.ts',
  watch: true,
  bail: 1,
  reporters: [{}],
  silent: true,
  fileParallelism: process.env.MUTATE_PARALLEL === '1',
})
const all = await vitest.globTestSpecifications()
// Vitest's own watcher would run everything on each change.
await vitest.vite.watcher.close()

/** Test files that need a module, by the imports that they come to it through. */
async function related(path) {
  vitest.config.related = [path]
  const found = await vitest.getRelevantTestSpecifications()
  vitest.config.related = undefined
  return found.map(({ moduleId }) => moduleId)
}

async function run(files) {
  const wanted = new Set(files)
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(all.filter(({ moduleId }) => wanted.has(moduleId)))
  const failed = testModules.flatMap((module) => [
    ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message.split('\n')[0]}`),
    ...[...module.children.allTests('failed')].map((test) => `${module.relativeModuleId}: ${test.fullName}`),
  ])
  return failed[0] ?? (unhandledErrors.length > 0 ? 'an unhandled error' : undefined)
}

process.on('message', async ({ ask, path, files }) => {
  // What was read of it before is of another text.
  vitest.invalidateFile(path)
  try {
    process.send({ answer: ask === 'related' ? await related(path) : ask === 'run' ? await run(files) : undefined })
  } catch (error) {
    process.send({ answer: `the test runner: ${error instanceof Error ? error.message : error}` })
  }
})
process.send({ ready: all.map(({ moduleId }) => moduleId) })
