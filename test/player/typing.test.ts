import { describe, expect, it } from 'vitest'
import { useStage } from '../browser/built-page.ts'

const stage = useStage()

const open = async (html: string) => {
  const raw = `.. raw:: html\n\n   ${html}\n`
  const fields = ':data-transition-duration: 0\n:skip-help: true'
  const visit = await stage.open('slides/deck.rst', `${fields}\n\n----\n\n:id: a\n\n${raw}\n----\n\n:id: b\n\nB\n\n----\n\n:id: c\n\nC\n`)
  const press = async (key: string): Promise<string> => {
    await visit.page.keyboard.press(key)
    return (await visit.page.evaluate(() => document.querySelector('.step.active')?.id)) ?? ''
  }
  return { ...visit, press }
}

describe('keys', () => {
  it.each([
    ['a field', '<input id="x">'],
    ['a number', '<input id="x" type="number">'],
    ['a slider of HTML', '<input id="x" type="range">'],
    ['a choice', '<input id="x" type="radio" name="n"><input type="radio" name="n">'],
    ['a text field', '<textarea id="x"></textarea>'],
    ['a list to choose from', '<select id="x"><option>1</option><option>2</option></select>'],
    ['what can be edited', '<div id="x" contenteditable>text</div>'],
    ['what can be edited as plain text', '<div id="x" contenteditable="plaintext-only">text</div>'],
    ['what is within something that can be edited', '<div contenteditable="true"><p id="x" tabindex="0">text</p></div>'],
    ['a text box of ARIA', '<div id="x" role="textbox" tabindex="0">text</div>'],
    ['a slider of ARIA', '<div id="x" role="slider" tabindex="0">text</div>'],
    ['an option of a list of ARIA', '<div role="listbox"><div id="x" role="option" tabindex="0">text</div></div>'],
  ])('are left to %s', async (_, html) => {
    const { page, context, press } = await open(html)
    await page.focus('#x')
    for (const key of ['ArrowRight', 'PageDown', ' ', 'End', 'b']) expect(await press(key)).toBe('a')
    expect(await page.evaluate(() => document.body.classList.contains('impress-blank'))).toBe(false)
    await context.close()
  })

  it.each([
    ['a button', '<button id="x">press</button>'],
    ['a button of ARIA', '<div id="x" role="button" tabindex="0">press</div>'],
    ['a checkbox', '<input id="x" type="checkbox">'],
    ['details', '<details><summary id="x">more</summary>text</details>'],
    ['a film', '<video id="x" controls tabindex="0"></video>'],
  ])('are not taken by %s, but Space and Enter are', async (_, html) => {
    const { page, context, press } = await open(html)
    await page.focus('#x')
    expect([await press(' '), await press('Enter'), await press('ArrowRight')]).toEqual(['a', 'a', 'b'])
    await context.close()
  })

  it('go on from a link, where Space does nothing', async () => {
    const { page, context, press } = await open('<a id="x" href="https://a.example">away</a>')
    await page.focus('#x')
    expect(await press(' ')).toBe('b')
    await context.close()
  })

  it('are left to what has a field in a document tree of its own, and to what a frame shows', async () => {
    const { page, context, press } = await open('<p id="host"></p><iframe id="frame" srcdoc="<input>"></iframe>')
    await page.evaluate(() => {
      const root = document.getElementById('host')?.attachShadow({ mode: 'open' })
      root?.append(document.createElement('input'))
      root?.querySelector('input')?.focus()
    })
    expect([await press('ArrowRight'), await press('b')]).toEqual(['a', 'a'])
    await page.frameLocator('#frame').locator('input').focus()
    expect([await press('ArrowRight'), await press('b')]).toEqual(['a', 'a'])
    await context.close()
  })

  it('do not load the page again in full screen: a remote sends F5 to begin', async () => {
    const { page, context, press } = await open('text')
    await page.evaluate(() => {
      const heard: boolean[] = []
      addEventListener('keydown', (event) => {
        if (event.key === 'F5') heard.push(event.defaultPrevented)
        event.preventDefault()
      })
      Object.assign(window, { heard })
    })
    await press('F5')
    await press('f')
    await page.waitForFunction(() => document.fullscreenElement)
    await press('F5')
    expect(await page.evaluate(() => (window as unknown as { heard: boolean[] }).heard)).toEqual([false, true])
    expect(await press('PageDown')).toBe('b')
    await context.close()
  })
})
