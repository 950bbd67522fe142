import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../1-source/project.ts'

/** A script that `npm run build:node` made, from this package's dist: `player`, `preview` or `export`. */
export function readBuiltScript(name: 'player' | 'preview' | 'export'): string {
  const here = fileURLToPath(import.meta.url)
  return readFileSync(join(projectRoot(here) ?? dirname(here), 'dist', `${name}.js`), 'utf8')
}
