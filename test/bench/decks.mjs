import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Runs something in a folder with `seed.rst`, `large.rst` (its slides × 50) and what they name, laid out as Hovercraft wants it. */
export const withDecks = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-bench-'))
  try {
    const text = readFileSync(join(root, 'slides/container-orchestration.rst'), 'utf8')
    cpSync(join(root, 'graphics'), join(folder, 'graphics'), { recursive: true })
    cpSync(join(root, 'graphics/router.png'), join(folder, 'router.png'))
    for (const style of ['presentation.css', 'orchestration.css']) cpSync(join(root, 'styles', style), join(folder, style))
    writeFileSync(join(folder, 'package.json'), '{}')
    writeFileSync(join(folder, 'seed.rst'), text)
    writeFileSync(join(folder, 'large.rst'), repeatSlides(text, 50))
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const repeatSlides = (text, count) => {
  const [head = '', ...slides] = text.split(/^----$/m)
  // Ids may stand once only; a copy's ids get its number, in fields and in the selectors of its styles.
  const ids = [...text.matchAll(/^:id: (\S+)$/gm)].map((match) => match[1])
  const numbered = (slide, copy) =>
    ids.reduce((result, id) => result.replaceAll(new RegExp(`(:id: |#)${id}(?![\\w-])`, 'g'), `$1${id}-${copy}`), slide)
  const copies = Array.from({ length: count }, (_, copy) =>
    slides.map((slide) => (copy === 0 ? slide : numbered(slide, copy))).join('----'),
  )
  return `${head}----${copies.join('\n----\n')}`
}
