import type { Picture } from './document.ts'

/** A picture on paper needs no more: 500 KB are 60 mm at 600 points an inch, in colour. */
export const MOST_PICTURE_BYTES = 500 * 1024
/** Points along one side: a small file may unfold to more than the typesetter can hold. */
export const MOST_PICTURE_POINTS = 4_000

/** What is taken as a picture, at most. */
export type PictureLimits = { readonly bytes: number; readonly points: number }

const SMALL: PictureLimits = { bytes: MOST_PICTURE_BYTES, points: MOST_PICTURE_POINTS }
/** Photos as telephones take them. A PNG may be all of one colour and unfold to a thousand times its size: it keeps its bound. */
export const PHOTO: PictureLimits = { bytes: 8 * 1024 * 1024, points: 9_000 }

export type PictureFault = 'kind' | 'too-large' | 'too-many-points' | 'unreadable'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function pngSize(bytes: Buffer): number | undefined {
  return bytes.length < 24 ? undefined : Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
}

/** The frame's own header names its size; before it stand segments that each say how long they are. */
function jpegSize(bytes: Buffer): number | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return Math.max(bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7))
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/** The picture that lies in these bytes, or why none of ours can be made of it. Whether it can be drawn, only drawing it tells. */
export function readPicture(given: Uint8Array, most: PictureLimits = SMALL): Picture | PictureFault {
  const bytes = Buffer.from(given)
  const type = bytes.subarray(0, 8).equals(PNG) ? 'png' : bytes[0] === 0xff && bytes[1] === 0xd8 ? 'jpeg' : undefined
  if (type === undefined) return 'kind'
  if (bytes.length > most.bytes) return 'too-large'
  const points = type === 'png' ? pngSize(bytes) : jpegSize(bytes)
  if (points === undefined || points === 0) return 'unreadable'
  return points > (type === 'png' ? MOST_PICTURE_POINTS : most.points) ? 'too-many-points' : { type, bytes }
}
