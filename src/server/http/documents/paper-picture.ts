import type { Locale } from '../../../core/words.ts'
import type { Letterhead, Picture } from '../../documents/document.ts'
import { DocumentRefused } from '../../documents/documents.ts'
import type { Documents } from '../../documents/documents.ts'
import { bytesOfFile } from '../../documents/letterhead.ts'
import { MOST_PICTURE_BYTES, MOST_PICTURE_POINTS, readPicture } from '../../documents/picture.ts'
import { sampleOf } from '../../documents/sample.ts'
import type { Caller } from '../caller.ts'
import { fileNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { Refused, refuseField } from '../problem.ts'
import { setting } from './send.ts'

type Asks = { readonly http: Http; readonly caller: Caller }

/** The picture that a field names, if a paper can carry it; else why not. Whether it can be drawn, `sampleSet` tells. */
export async function pictureNamed(asks: Asks, { field, id }: { readonly field: string; readonly id: string }): Promise<Picture | Refused> {
  const file = await fileNamed(asks, { field, id })
  if (file instanceof Refused) return file
  const bytes = await bytesOfFile(asks.http.services, asks.caller.tenant, id)
  const picture = bytes === undefined ? 'unreadable' : readPicture(bytes)
  if (typeof picture === 'object') return picture
  return refuseField(field, `picture.${picture}`, { max: MOST_PICTURE_BYTES / 1024, points: MOST_PICTURE_POINTS })
}

export type Head = { readonly letterhead: Letterhead; readonly seal: Picture | undefined }

/** Sets the sample. Where it cannot be set, each picture is tried by itself, so that the refusal names the one that is broken. */
export async function sampleSet<Set>(
  { http, locale }: Pick<Asks, 'http'> & { readonly locale: Locale },
  head: Head,
  set: (one: ReturnType<typeof sampleOf>) => Promise<Set>,
): Promise<Set | Refused> {
  const content = (one: Head) => sampleOf({ locale, ...one, date: 0 })
  try {
    return await set(content(head))
  } catch (error) {
    if (error instanceof DocumentRefused) return setting(() => Promise.reject(error))
    const { documents } = http.services
    const plain = { letterhead: { ...head.letterhead, logo: undefined }, seal: undefined }
    const bad = async (one: Head) => (await documents.picture(content(one)).catch(() => undefined)) === undefined
    if (head.letterhead.logo && (await bad({ ...plain, letterhead: head.letterhead }))) return refuseField('logo', 'picture.unreadable')
    if (head.seal && (await bad({ ...plain, seal: head.seal }))) return refuseField('seal', 'picture.unreadable')
    throw error
  }
}

const NO_HEAD = { firm: '' }

/** Whether a seal can be drawn on paper. Throws `DocumentRefused` where nothing can be set now. */
export async function isDrawable(documents: Documents, seal: Picture): Promise<boolean> {
  try {
    await documents.picture(sampleOf({ locale: 'zh-CN', letterhead: NO_HEAD, seal, date: 0 }))
    return true
  } catch (error) {
    if (error instanceof DocumentRefused) throw error
    return false
  }
}

/** Undefined: the seal that a field names is a picture that every paper can carry, drawn once to see that it is. */
export async function sealProblem(asks: Asks, named: { readonly field: string; readonly id: string }): Promise<Refused | undefined> {
  const seal = await pictureNamed(asks, named)
  if (seal instanceof Refused) return seal
  const drawn = await setting(() => isDrawable(asks.http.services.documents, seal))
  if (drawn instanceof Refused) return drawn
  return drawn ? undefined : refuseField(named.field, 'picture.unreadable')
}
