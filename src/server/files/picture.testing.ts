/** A picture of one point, which every reader of pictures takes. */
export const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** One as it is chosen in a browser, with other bytes for each name. */
export const pictureNamed = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.concat([POINT, Buffer.from(name)]) })
