import type { Page } from 'playwright-core'

/** Picks from a list by the words shown. Each list is found by its own field: the one before may still be closing. */
export async function choose(page: Page, id: string, label: string | RegExp): Promise<void> {
  await page.locator(`[id="${id}"]`).click()
  const list = page.locator('.ant-select-dropdown', { has: page.locator(`[id="${id}_list"]`) })
  await list.locator('.ant-select-item-option', { hasText: label }).first().click()
}
