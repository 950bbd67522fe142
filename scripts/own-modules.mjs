// Modules of micromark that our own copies stand for, in the build and in the tests; each copy says why (src/2-document/markdown/micromark).
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../src/2-document/markdown/micromark')

/** By the name that micromark imports it by, and who does. */
const copies = [
  { name: './initialize/document.js', importer: /[/\\]micromark[/\\](?:dev[/\\])?lib[/\\]parse\.js$/, copy: 'document.ts' },
  { name: 'micromark-util-edit-map', importer: /[/\\]node_modules[/\\]/, copy: 'edit-map.ts' },
]

/** The file of our copy, where there is one. */
export function ownModule(name, importer = '') {
  const found = copies.find((copy) => copy.name === name && copy.importer.test(importer))
  return found && resolve(folder, found.copy)
}

/** For esbuild. */
export const ownModules = {
  name: 'own-modules',
  setup: ({ onResolve }) => {
    onResolve({ filter: /document\.js$|^micromark-util-edit-map$/ }, ({ path, importer }) => {
      const file = ownModule(path, importer)
      return file === undefined ? undefined : { path: file }
    })
  },
}
