// npm run build: what ships, in dist/. The types are made by build-types.mjs.
//   deck.cjs           the command: starts program-HASH.cjs with V8's code cache beside it (src/cli/deck.ts)
//   program-HASH.cjs   all of the command that most decks need, in one file
//   parts/*.cjs        what few decks need, each in one file, loaded when it is: formulas, Markdown, each language's colours
//   index.js, rst.js   the package's exports, as ES modules that share chunk-*.js, and parts/ with the command
//   player.js …        what runs in the browser
//   LICENCES.txt       those of the packages whose code is in all of this
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { minify } from 'terser'
import { licencesOf } from './licences.mjs'
import { ownModules } from './own-modules.mjs'

const outdir = 'dist'
// Large, and not all of it can be bundled.
const external = ['playwright-core']
// Blanks and comments are a third of the package. Names stay in code of ours, so that a stack trace tells where it failed.
const common = {
  bundle: true,
  write: true,
  metafile: true,
  outdir,
  legalComments: 'none',
  logLevel: 'warning',
  minifyWhitespace: true,
  minifySyntax: true,
}
const node = { ...common, platform: 'node', target: 'node20', loader: { '.css': 'text' } }
const commonJs = { ...node, format: 'cjs', supported: { 'dynamic-import': false }, outExtension: { '.js': '.cjs' } }
const licences = `${outdir}/LICENCES.txt`
const written = new Set([resolve(licences)])
const bundled = new Set()

/** Runs esbuild, notes what it read and wrote, and gives the name of the first file in dist. */
const make = async (options) => {
  const { metafile } = await build(options)
  const files = Object.keys(metafile.outputs)
  for (const file of files) written.add(resolve(file))
  for (const file of Object.keys(metafile.inputs)) bundled.add(file)
  return basename(files[0] ?? '')
}

/** What these modules and any package, imported dynamically, need stays out of the program. */
const lateModules = /[/\\](?:parse-markdown|temml|cli[/\\]convert|export[/\\](?:browser-export|print-notes)|safe[/\\]raw-html)\.ts$/

/** Collects in `parts` (name → file) what is loaded late, and leaves an import of `${folder}NAME.cjs` in its place. */
const splitLateParts = (parts, folder) => ({
  name: 'late-parts',
  setup: ({ onResolve, resolve: find }) => {
    onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'found') return undefined
      const isOurs = path.startsWith('.') && !resolveDir.includes('node_modules')
      if (!isOurs && (kind !== 'dynamic-import' || external.includes(path))) return undefined
      const found = await find(path, { kind, resolveDir, pluginData: 'found' })
      if (isOurs && !lateModules.test(found.path)) return undefined
      const name = basename(found.path).replace(/\.\w+$/, '')
      parts[name] = found.path
      return { path: `${folder}${name}.cjs`, external: true }
    })
  },
})

/** Commander can start other programs as its commands. Ours are none, and Node's module for it costs a twentieth of a build. */
const withoutChildProcesses = {
  name: 'without-child-processes',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:node:)?child_process$/ }, ({ importer }) =>
      /[/\\]commander[/\\]/.test(importer) ? { path: 'child_process', namespace: 'empty' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const parts = {}
const makeParts = (entries, options) =>
  make({
    ...commonJs,
    ...options,
    entryPoints: Object.fromEntries(entries),
    external,
    outdir: `${outdir}/parts`,
    // Of a part it counts what it is called, no more (src/1-source/text-cache.ts).
    define: { 'import.meta.url': '__filename' },
    // An ES module that imports CommonJS sees the whole of it as its default.
    footer: { js: "if ('default' in module.exports) module.exports = module.exports.default;" },
    plugins: [splitLateParts(parts, './'), ownModules],
  })
const program = await make({
  ...commonJs,
  entryPoints: { program: 'src/cli/run.ts' },
  entryNames: '[name]-[hash]',
  // `import.meta.url` says where the package lies.
  define: { 'import.meta.url': 'moduleUrl' },
  // An expression, as the loader runs it (src/cli/load-program.ts).
  banner: {
    js: "(function (exports, require, module, __filename, __dirname) { const moduleUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  plugins: [splitLateParts(parts, './parts/'), withoutChildProcesses, ownModules],
})
await make({
  ...node,
  entryPoints: ['src/cli/deck.ts'],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { programName: JSON.stringify(program), 'import.meta.dirname': '__dirname' },
})
await make({
  ...node,
  entryPoints: ['src/index.ts', 'src/rst.ts'],
  format: 'esm',
  splitting: true,
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  plugins: [splitLateParts(parts, './parts/'), ownModules],
})
// In a part others can be found.
for (let made = 0; made < Object.keys(parts).length; ) {
  const todo = Object.entries(parts).slice(made)
  made += todo.length
  const isPackage = ([, file]) => file.includes('node_modules')
  await makeParts(todo.filter(isPackage), { minifyIdentifiers: true })
  await makeParts(
    todo.filter((part) => !isPackage(part)),
    {},
  )
}
// What runs in the browser is in every page: terser makes it a fifteenth smaller than esbuild does.
for (const name of ['player', 'preview', 'export']) {
  const file = await make({ ...common, entryPoints: [`src/player/${name}.ts`], platform: 'browser', target: 'es2020', format: 'iife' })
  const { code } = await minify(readFileSync(join(outdir, file), 'utf8'), { ecma: 2020, compress: { passes: 3 } })
  writeFileSync(join(outdir, file), code)
}

writeFileSync(licences, licencesOf(bundled))

for (const entry of readdirSync(outdir, { recursive: true })) {
  const file = resolve(outdir, entry)
  if (!written.has(file) && !entry.endsWith('.d.ts') && statSync(file, { throwIfNoEntry: false })?.isFile()) rmSync(file)
}

// The first run leaves V8's code cache beside the program.
const scratch = mkdtempSync(join(tmpdir(), 'hoverdeck-build-'))
const deck = ['build', '--no-cache', 'slides/container-orchestration.rst', '-o', join(scratch, 'deck.html')]
const { status, stderr } = spawnSync(process.execPath, [join(outdir, 'deck.cjs'), ...deck], { encoding: 'utf8' })
rmSync(scratch, { recursive: true })
if (status !== 0) {
  process.stderr.write(stderr)
  process.exitCode = 1
}
