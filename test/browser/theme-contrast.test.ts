import { describe, expect, it } from 'vitest'
import { goTo, useStage } from './built-page.ts'
import { textsOf } from './contrast.ts'

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
