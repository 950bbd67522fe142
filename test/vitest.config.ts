import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: 'test',
    include: ['**/*.test.ts'],
    // The page's own style sheets are imported as text; vitest empties sheets otherwise.
    css: true,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
