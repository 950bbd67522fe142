import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { visit } from './browser.ts'
import { useStage } from './built-page.ts'

const stage = useStage()
let server: Server
let away: string
let asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url !== '/favicon.ico') asked.push(request.url ?? '')
    response.end('window.hacked = 1')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  away = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))

/** A stranger's page in which the compiler has overlooked something, with its policy or without. */
async function withOverlooked(html: string, hasPolicy: boolean): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page } = await compile({ path: '/deck.rst', text: '----\n\nA\n' }, { player: stage.player, safe: true })
  const overlooked = page.html.replace(/(<body[^>]*>)/, `$1${html.replaceAll('AWAY', away)}`)
  const written = hasPolicy ? overlooked : overlooked.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  expect(written === overlooked).toBe(hasPolicy)
  asked = []
  const opened = await visit(stage.browser, stage.write(`policy-${hasPolicy}.html`, written))
  await opened.page.waitForSelector('.impress-enabled .step.active')
  return { page: opened.page, close: () => opened.context.close() }
}

const submit = (page: Page): Promise<void> => page.evaluate(() => document.querySelector('form')?.submit())
const click = (page: Page): Promise<void> => page.evaluate(() => document.querySelector<HTMLElement>('#away')?.click())

describe('the policy of a stranger’s page holds back what the compiler overlooks', () => {
  it.each<[what: string, html: string, act?: (page: Page) => Promise<void>]>([
    ['a script', '<script src="AWAY/"></script>'],
    ['a picture', '<img src="AWAY/">'],
    ['a style sheet', '<link rel="stylesheet" href="AWAY/">'],
    ['a style that imports', '<style>@import "AWAY/";</style>'],
    ['a font', '<style>@font-face{font-family:x;src:url(AWAY/)}p{font-family:x!important}</style>'],
    ['a film', '<video src="AWAY/" autoplay></video>'],
    ['a frame', '<iframe src="AWAY/"></iframe>'],
    ['an object', '<object data="AWAY/"></object>'],
    ['what is to come', '<link rel="prefetch" href="AWAY/">'],
    ['a plug-in', '<embed src="AWAY/" type="image/png">'],
    ['a beacon', '', (page) => page.evaluate((url) => void navigator.sendBeacon(url), away)],
    ['a form', '<form action="AWAY/" method="post"><input name="a" value="b"></form>', submit],
    ['a base', '<base href="AWAY/"><a id="away" href="x">x</a>', click],
  ])('%s', async (_, html, act) => {
    const free = await withOverlooked(html, false)
    await act?.(free.page)
    await expect.poll(() => asked.length, { timeout: 5000 }).toBeGreaterThan(0)
    await free.close()
    const held = await withOverlooked(html, true)
    await act?.(held.page)
    await new Promise((done) => setTimeout(done, 300))
    expect(asked).toEqual([])
    await held.close()
  })

  it.each([
    ['a script', '<script>window.hacked = 1</script>'],
    ['a handler', '<img src="data:," onerror="window.hacked = 1">'],
  ])('%s that asks for nothing', async (_, html) => {
    const isHacked = (page: Page): Promise<boolean> => page.evaluate(() => 'hacked' in window)
    for (const hasPolicy of [false, true]) {
      const { page, close } = await withOverlooked(html, hasPolicy)
      await page.waitForTimeout(200)
      expect(await isHacked(page)).toBe(!hasPolicy)
      await close()
    }
  })
})
