import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Has the project's linter look at files of these texts, by path; returns its complaints, a line each with the path in it. */
export function lintPlanted(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-lint-'))
  try {
    for (const path of ['biome.json', 'scripts/author-words.grit']) cpSync(path, join(folder, path))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const options = ['--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github']
    const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), ['lint', ...options, 'src'], { cwd: folder, encoding: 'utf8' })
    return stdout.split('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
