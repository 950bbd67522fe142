import { expect, it } from 'vitest'
import { fuzz } from './run.ts'

// `npm run fuzz` goes on where this stops: the full run takes minutes.
it('whatever an author writes, nothing throws, hangs or stands nowhere', async () => {
  const failures: string[] = []
  const count = await fuzz({
    seed: 20_261_128,
    from: 0,
    to: 600,
    patience: 20_000,
    onFailure: ({ target, index, error }) => failures.push(`${target} ${index}: ${error instanceof Error ? error.stack : error}`),
  })
  expect(failures).toEqual([])
  expect(count).toBe(600)
}, 120_000)

it('the same seed gives the same inputs, none twice', async () => {
  const seen = async (): Promise<string[]> => {
    const inputs: string[] = []
    await fuzz({ seed: 5, from: 7, to: 17, patience: -1, onFailure: ({ target, input }) => inputs.push(`${target} ${input}`) })
    return inputs
  }
  const first = await seen()
  expect(first).toHaveLength(10)
  expect(new Set(first).size).toBe(10)
  expect(await seen()).toEqual(first)
})
