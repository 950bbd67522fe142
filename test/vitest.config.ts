import { defineConfig } from 'vitest/config'
import { ownModule } from '../scripts/own-modules.mjs'

export default defineConfig({
  plugins: [{ name: 'own-modules', enforce: 'pre', resolveId: (name, importer) => ownModule(name, importer) }],
  // The modules that the build takes too, not those with micromark's assertions and logging.
  ssr: { resolve: { conditions: ['module', 'node'] } },
  test: {
    root: 'test',
    include: ['**/*.test.ts'],
    // What imports micromark must be loaded as our sources are, for our copies to take their place; packages in the tests keep micromark's own.
    server: { deps: { inline: [/[/\\](?:micromark|mdast-util-from-markdown)(?:-[\w-]+)?[/\\]/] } },
    // The page's own style sheets are imported as text; vitest empties sheets otherwise.
    css: true,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
