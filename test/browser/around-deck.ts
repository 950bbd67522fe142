import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from './browser.ts'

/** The slide that is shown and how often the key has been pressed on it, once the camera has arrived. */
export async function shown(page: Page): Promise<string> {
  await page.waitForSelector('.step.active.present', { state: 'attached' })
  return page.evaluate(() => {
    const step = document.querySelector('.step.active')
    const presses = [...(step?.querySelectorAll('.substep-visible') ?? [])].map((part) => part.getAttribute('data-press') ?? part.id)
    return `${step?.id}/${new Set(presses).size}`
  })
}

/** What the open list says, line by line. */
export const lines = (page: Page): Promise<string[]> =>
  page.locator('deck-panels [role=option]').evaluateAll((options) => options.map((option) => option.textContent.replace(/\s+/g, ' ')))

export const isOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => !!document.querySelector('deck-panels')?.shadowRoot?.querySelector('dialog'))

/** Nothing was said, nothing was thrown, nothing was fetched. */
export async function closeSilently({ console, requests, context }: Visit): Promise<void> {
  await context.close()
  expect([...console, ...requests]).toEqual([])
}
