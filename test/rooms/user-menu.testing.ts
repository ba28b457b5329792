import type { Page } from 'playwright-core'

const RETRY_MS = 1500
const TRIES = 5

/**
 * Opens the menu of the person, a group in it, and takes a choice. Menus slide in: a pointer that comes before they stand still leaves
 * them behind, so each is first tried without moving the pointer.
 */
export async function chooseInMenu(page: Page, group: string, choice: string): Promise<void> {
  await page.locator('.top .avatar').click()
  const heading = page.getByRole('menuitem', { name: group })
  const wanted = page.getByRole('menuitem', { name: choice, exact: true })
  const stands = (): Promise<boolean> =>
    wanted.click({ trial: true, timeout: RETRY_MS }).then(
      () => true,
      () => false,
    )
  for (let tried = 0; tried < TRIES && !(await wanted.isVisible()); tried++) {
    await heading.click({ trial: true })
    await heading.hover()
    if (await stands()) break
    await page.mouse.move(0, 0)
  }
  await wanted.click()
  await wanted.waitFor({ state: 'hidden' })
}
