import type { Locator } from 'playwright-core'
import { POINT } from '../../src/server/files/picture.testing.ts'

/** Pastes something into a field: `text` as it stands, else a picture. */
export async function paste(field: Locator, text?: string): Promise<void> {
  await field.evaluate(
    (area, { bytes, words }) => {
      const clipboardData = new DataTransfer()
      if (words === undefined) clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
      else clipboardData.setData('text/plain', words)
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { bytes: [...POINT], words: text },
  )
}
