import type { Page } from 'playwright-core'

/** Puts a whole text in the place of what the plan editor holds, as by pasting. */
export async function pastePlan(page: Page, text: string): Promise<void> {
  const box = page.locator('#plan-yaml')
  await box.click()
  await page.keyboard.press('Control+a')
  await box.evaluate((element, pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}
