import { describe, expect, it } from 'vitest'
import { goTo, useStage } from './built-page.ts'

const stage = useStage()

const deck = (theme: string): string => `:theme: ${theme}

----

Title
=====

----

:id: text

Heading
=======

Text with *emphasis*, **more**, \`\`a literal\`\` and a link_.

.. _link: https://x.example

* an item

.. warning:: A warning.

.. tip:: A tip.

=====  =====
A      B
=====  =====
1      2
=====  =====

----

:id: code

.. code:: python

   # A comment
   @decorated
   class Name(Base):
       """A string"""
       def call(self, value=None):
           return len(value) + 42 if value is not None else 'x\\n'

.. code:: diff

   - gone
   + come

.. code:: html

   <p class="a">text</p>
`

interface Text {
  readonly text: string
  /** Of the letters against what is behind them (WCAG 2.2, contrast ratio). */
  readonly contrast: number
  /** Of what is behind them, 0 black to 1 white. */
  readonly ground: number
}

/** Every text of a slide that is shown, as the browser paints it. */
const textsOf = (id: string): Text[] => {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  const read = (css: string): Colour => {
    // Mixed colours are told as `color(srgb 0.9 …)`.
    const whole = css.startsWith('color(') ? 255 : 1
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
    return [red * whole, green * whole, blue * whole, alpha]
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const groundOf = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1]
    const own = read(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own : over(own, groundOf(element.parentElement))
  }
  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const step = document.getElementById(id) as HTMLElement
  const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement || !textContent?.trim()) continue
    const below = groundOf(parentElement)
    const ground = luminance(below)
    const ink = luminance(over(read(getComputedStyle(parentElement).color), below))
    texts.push({ text: textContent.trim(), contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05), ground })
  }
  return texts
}

describe.each(['default', 'dark'])('the theme %s', (theme) => {
  it('writes every text so that it is read, in the light or in the dark', async () => {
    const { page, context, codes } = await stage.open('slides/theme.rst', deck(theme))
    expect(codes).toEqual([])
    for (const id of ['text', 'code']) {
      await goTo(page, id)
      const texts = await page.evaluate(textsOf, id)
      expect(texts.length).toBeGreaterThan(10)
      expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([])
      expect(texts.filter(({ ground }) => (theme === 'dark' ? ground > 0.1 : ground < 0.1))).toEqual([])
    }
    await context.close()
  })
})
