import { readdirSync, readFileSync } from 'node:fs'

/** The folder of a package that a bundled file lies in: the last node_modules of its path, and the package's name. */
const packageFolder = /^.*node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/

/** Name, version and licence of each package that these files (paths from here) come from, the packages with the same text together. */
export function licencesOf(files) {
  const folders = new Set([...files].flatMap((file) => packageFolder.exec(file)?.[0] ?? []))
  const byText = new Map()
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    if (!file && !license) throw new Error(`${name} is bundled and has no licence.`)
    const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Licence: ${license}`
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`])
  }
  return [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`)
}
