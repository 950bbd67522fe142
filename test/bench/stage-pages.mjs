// One talk as three pages: 60 slides with a drawing of 400 nodes each, some text and a press. The slides of the others are those that we write, as HTML.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './decks.mjs'

const slides = 60
const groups = 80

/** Every one another, so that no tool can share what it knows of one. Nodes: `groups` × (a group, a box, a circle, a line, a word). */
const drawing = (seed) => {
  const at = (index, step, most) => ((index + seed) * step) % most
  const part = (_, index) => {
    const [x, y] = [at(index, 97, 1000), at(index, 61, 280)]
    return `<g id="d${seed}g${index}" transform="translate(${x} ${y})"><rect width="60" height="30" rx="4" fill="hsl(${at(index, 37, 360)} 60% 80%)"/>
<circle cx="12" cy="15" r="8" fill="#345"/><path d="M60 15C90 ${at(index, 13, 60)} 100 40 120 15" fill="none" stroke="#345"/>
<text x="24" y="20" font-family="sans-serif" font-size="11">n${index}</text></g>`
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="320" viewBox="0 0 1100 320">${Array.from({ length: groups }, part).join('')}</svg>`
}

const slide = (index) => `----

Slide ${index}
==========

* What this slide is about, in a line of text

.. class:: substep

* What is said of it later

.. svg:: d${index}.svg
`

/** Writes the pages into the folder. @returns {Record<'ours' | 'reveal' | 'impress', string>} their URLs, once `browser` has read ours. */
export const writePages = async (browser, folder) => {
  const numbers = Array.from({ length: slides }, (_, index) => index + 1)
  for (const number of numbers) writeFileSync(join(folder, `d${number}.svg`), drawing(number))
  writeFileSync(join(folder, 'talk.rst'), `:skip-help: true\n\n${numbers.map(slide).join('\n')}`)
  const args = [join(root, 'dist/deck.cjs'), 'build', 'talk.rst', '-o', 'ours.html']
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const steps = await readSteps(browser, readFileSync(join(folder, 'ours.html'), 'utf8'))
  writeFileSync(join(folder, 'reveal.html'), revealPage(steps))
  writeFileSync(join(folder, 'impress.html'), impressPage(steps))
  return Object.fromEntries(['ours', 'reveal', 'impress'].map((name) => [name, pathToFileURL(join(folder, `${name}.html`)).href]))
}

/** What stands in our slides, and their places. */
const readSteps = async (browser, html) => {
  const page = await browser.newPage()
  const steps = await page.evaluate(
    (text) =>
      [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.step')].map((step) => ({
        places: [...step.attributes].filter(({ name }) => name.startsWith('data-')).map(({ name, value }) => `${name}="${value}"`),
        html: step.innerHTML,
      })),
    html,
  )
  await page.close()
  return steps
}

const installed = (path) => readFileSync(join(root, 'node_modules', path), 'utf8')

const page = (head, body) =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Talk</title>${head}</head>\n<body>${body}</body></html>\n`

const revealPage = (steps) => {
  const sections = steps.map(({ html }) => `<section>${html.replaceAll('class="substep"', 'class="fragment"')}</section>`)
  return page(
    `<style>${installed('reveal.js/dist/reveal.css')}</style><style>${installed('reveal.js/dist/theme/white.css')}</style>`,
    `<div class="reveal"><div class="slides">${sections.join('\n')}</div></div>
<script>${installed('reveal.js/dist/reveal.js')}</script><script>Reveal.initialize({ width: 1400, height: 800 })</script>`,
  )
}

const impressPage = (steps) =>
  page(
    `<style>body { background: #e9edf2; font: 32px sans-serif } .step { background: #fff; box-sizing: border-box; height: 720px; padding: 60px; width: 1280px }
.step:not(.active) { opacity: 0.35 } .substep { opacity: 0 } .substep-visible { opacity: 1 }</style>`,
    `<div id="impress" data-width="1400" data-height="800" data-max-scale="4">${steps
      .map(({ places, html }) => `<div class="step" ${places.join(' ')}>${html}</div>`)
      .join('\n')}</div>
<script>${installed('impress.js/js/impress.js')}</script><script>impress().init()</script>`,
  )
