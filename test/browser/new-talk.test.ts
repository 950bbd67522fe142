import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { themes } from '../../src/4-look/themes/themes.ts'
import { compile } from '../../src/compile.ts'
import { deck } from '../cli/run.ts'
import { visit } from './browser.ts'
import { goTo, useStage } from './built-page.ts'
import { textsOf } from './contrast.ts'

const stage = useStage()
beforeAll(async () => {
  expect((await deck(stage.folder, ['new', 'talk'])).code).toBe(0)
})

describe.each([...themes.keys()])('the talk that deck new writes, in the theme %s', (theme) => {
  it('has every text so that it is read', async () => {
    const path = join(stage.folder, 'talk/slides/talk.rst')
    const { page: built, deck: talk } = await compile({ path, text: readFileSync(path, 'utf8') }, { player: stage.player, theme })
    const { page, context } = await visit(stage.browser, stage.write(`${theme}.html`, built.html))
    await page.waitForSelector('.impress-enabled .step.active')
    const bad: unknown[] = []
    let count = 0
    for (const { id } of talk.steps) {
      await goTo(page, id)
      const texts = await page.evaluate(textsOf, id)
      count += texts.length
      bad.push(...texts.filter(({ contrast }) => contrast < 4.5).map((text) => ({ id, ...text })))
    }
    expect(count).toBeGreaterThan(40)
    expect(bad).toEqual([])
    await context.close()
  })
})
