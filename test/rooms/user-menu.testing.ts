import type { Page } from 'playwright-core'

/**
 * Opens the menu of the person, a group in it, and takes a choice. Menus slide in: a pointer that comes before they stand still leaves
 * them behind, so each is waited for.
 */
export async function chooseInMenu(page: Page, group: string, choice: string): Promise<void> {
  await page.locator('.top .avatar').click()
  const heading = page.getByRole('menuitem', { name: group })
  const wanted = page.getByRole('menuitem', { name: choice, exact: true })
  await heading.click({ trial: true })
  await heading.hover()
  await page.waitForFunction(() => !document.querySelector('[class*=-enter-active], [class*=-appear-active]'))
  await wanted.click()
  // Nothing of the menu stays behind on the page.
  await page.waitForFunction(() => !document.querySelector('[role=menuitem]'))
}
