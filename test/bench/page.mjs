// What a page weighs beyond what it shows.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root, withDecks } from './decks.mjs'

const build = (folder, text) => {
  writeFileSync(join(folder, 'page.rst'), text)
  const args = [join(root, 'dist/deck.cjs'), 'build', 'page.rst', '-o', 'page.html']
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return readFileSync(join(folder, 'page.html'), 'utf8')
}

const drawing = 'Slide\n=====\n\n.. raw:: html\n   :file: graphics/k8s_network.svg\n'
const withoutDrawing = 'Slide\n=====\n'

export const pageRows = () =>
  withDecks((folder) => {
    const steps = (...slides) => Buffer.byteLength(build(folder, slides.map((slide) => `----\n\n${slide}`).join('\n')))
    const slide = steps(drawing, withoutDrawing, withoutDrawing) - steps(drawing, withoutDrawing)
    const inclusion = steps(drawing, drawing, drawing) - steps(drawing, drawing) - slide
    const page = build(folder, `----\n\n${withoutDrawing}`)
    const rest = page.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    return {
      title: 'Page',
      rows: [
        {
          name: 'each further inclusion of a drawing',
          value: inclusion,
          unit: 'bytes',
          budgets: [{ of: 'bytes', value: inclusion, most: 300 }],
        },
        {
          name: 'one slide without scripts and styles, gzip',
          value: gzipSync(rest).length,
          unit: 'bytes',
          budgets: [{ of: 'bytes', value: gzipSync(rest).length, most: 25_000 }],
        },
        { name: 'one slide with them, gzip', value: gzipSync(page).length, unit: 'bytes' },
      ],
    }
  })
