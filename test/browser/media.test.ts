import { describe, expect, it } from 'vitest'
import { type EnginePage, pause } from './engines/engine.ts'
import { engineNames, useEngines } from './engines/use-engines.ts'

const engines = useEngines()

/** So many seconds of silence, as a WAV file of 8000 bytes a second. */
function silence(seconds: number): Buffer {
  const size = 8000 * seconds
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + size, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(8000, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(size, 40)
  return Buffer.concat([header, Buffer.alloc(size, 128)])
}

const files = { 'silence.wav': silence(60) }
const audio = (id: string, attributes: string): string => `<audio id="${id}" muted controls src="silence.wav" ${attributes}></audio>`
const raw = (html: string): string => `.. raw:: html\n\n   ${html}\n`

const deck = `:data-transition-duration: 0
:skip-help: true

----

:id: one

One

----

:id: two

${raw(audio('auto', 'autoplay'))}
${raw(audio('hand', ''))}
${raw(audio('paused', 'data-media-autoplay data-media-autopause="true"'))}
${raw(audio('on', 'data-media-autoplay="true" data-media-autopause="false"'))}
${raw(audio('off', 'data-media-autoplay="false"'))}

----

:id: three
:data-media-autoplay: true

.. container:: substep

   ${raw(audio('late', '')).replace(/\n/g, '\n   ')}
`

/** What plays, and what has been heard of and is not at its start. */
const state = (page: EnginePage): Promise<string> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('audio')]
    const names = (some: readonly HTMLAudioElement[]) => some.map(({ id }) => id).join(' ')
    return `${names(all.filter(({ paused }) => !paused))} | ${names(all.filter(({ paused, currentTime }) => paused && currentTime > 0))}`.trim()
  })

describe.each(engineNames)('films and sound in %s', (name) => {
  it('start on entering and stop on leaving', async () => {
    const page = await engines.open(name, deck, { files })
    await pause(500)
    expect(await state(page)).toBe('|')
    await page.press('ArrowRight')
    await expect.poll(() => state(page)).toBe('auto paused on |')
    expect(await page.evaluate(() => document.body.classList.contains('impress-media-audio-playing'))).toBe(true)
    await page.evaluate(() => (document.getElementById('hand') as HTMLAudioElement).play())
    await pause(600)
    await page.press('PageDown')
    await expect.poll(() => state(page)).toBe('on | hand paused')
    expect(await page.evaluate(() => /impress-media/.test(document.body.className))).toBe(false)
    // What comes with a press starts with it, and stops when it is taken back.
    await page.press('PageDown')
    await expect.poll(() => state(page)).toBe('on late | hand paused')
    await page.press('PageUp')
    await expect.poll(() => state(page)).toBe('on | hand paused')
    expect(await page.said()).toEqual([])
    await page.close()
  })

  it('play in no preview of the console', async () => {
    const page = await engines.open(name, deck, { hash: '#/two', files })
    await page.press('p')
    const console = await page.popup()
    const inPreview = () =>
      console.evaluateInFrame('iframe', () => {
        const playing = [...document.querySelectorAll('audio')].filter(({ paused }) => !paused)
        return document.querySelector('.step.active') && playing.length
      })
    await expect.poll(inPreview, { timeout: 10_000 }).toBe(0)
    // It shows the slide, and in between the next press.
    for (let time = 0; time < 5; time++) {
      await pause(300)
      expect(await inPreview()).toBe(0)
    }
    await console.close()
    await page.close()
  })
})
