import type { Locator } from 'playwright-core'

/** A picture of one point. */
export const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

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
