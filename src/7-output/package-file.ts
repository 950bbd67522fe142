import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../1-source/project.ts'

/** A script that `npm run build:node` made, from this package's dist: `player`, `preview` or `export`. */
export function readBuiltScript(name: 'player' | 'preview' | 'export'): string {
  return readFileSync(packageFile(`dist/${name}.js`), 'utf8')
}

/** The absolute path of a file or folder of this package, wherever it is installed. */
export function packageFile(path: string): string {
  const here = fileURLToPath(import.meta.url)
  return join(projectRoot(here) ?? dirname(here), path)
}
