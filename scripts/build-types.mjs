// npm run build:types: dist/index.d.ts and dist/rst.d.ts, each with every type that its export needs in one file.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

/** Who uses `rstParse` has unified and its types. Anybody else reads the file without them: `rstParse` is `any` then. */
const ofUnified = /^import (?=.* from ["']unified["'])/gm
const mayBeAbsent = '// @ts-ignore: unified is an optional peer dependency\nimport type '

const scratch = mkdtempSync(join(tmpdir(), 'hoverdeck-types-'))
const tsc = ['-p', 'tsconfig.json', '--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', scratch]
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...tsc], { stdio: 'inherit' })
if (status === 0) {
  for (const name of ['index', 'rst']) {
    const bundle = await rolldown({
      input: { [name]: join(scratch, `${name}.d.ts`) },
      external: ['unified'],
      // Comments that name the module which a type comes from would hold paths of this machine.
      experimental: { attachDebugInfo: 'none' },
      plugins: [dts({ dtsInput: true, emitDtsOnly: true, tsconfig: false })],
    })
    const { output } = await bundle.generate({ format: 'es' })
    await bundle.close()
    if (output.length > 1) throw new Error(`The types of ${name} come in ${output.length} files.`)
    writeFileSync(`dist/${name}.d.ts`, output[0].code.replace(ofUnified, mayBeAbsent))
  }
}
rmSync(scratch, { recursive: true })
process.exitCode = status ?? 1
