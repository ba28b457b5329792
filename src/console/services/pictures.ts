import { useEffect, useState } from 'react'
import type { Say, WordKey } from '../../ui/words/say.ts'
import { UploadQueue, obstacle } from '../../ui/files/queue.ts'
import { sendFile } from '../../ui/files/send.ts'
import { keptIds } from '../files/uploads.ts'
import type { Uploads } from '../files/uploads.ts'
import type { Answer, Answers } from './service-form.ts'
import { isSigned } from './service-form.ts'
import type { Stroke } from './signature.ts'
import { pictureOf } from './signature.ts'

/** Photos and signatures of a form's fields: each field of photos has its queue; a signature becomes a file as the form is sent off. */
export class Pictures {
  readonly #queues = new Map<string, UploadQueue>()
  /** strokes → the file that was made of them: sent once, however often the form is */
  readonly #signed = new WeakMap<readonly Stroke[], string>()

  queueOf(field: string): UploadQueue {
    const queue = this.#queues.get(field) ?? new UploadQueue()
    this.#queues.set(field, queue)
    return queue
  }

  /** Why the form cannot be sent off yet, by field. */
  obstacles(): readonly (readonly [field: string, why: WordKey])[] {
    return [...this.#queues].flatMap(([field, queue]) => {
      const why = obstacle(queue.items())
      return why === undefined ? [] : [[field, why] as const]
    })
  }

  /** With the photos that were added. */
  withPhotos(answers: Answers): Answers {
    const added = [...this.#queues].map(([field, queue]): [string, Answer] => [
      field,
      [...((answers[field] as readonly string[] | undefined) ?? []), ...keptIds(queue.items())],
    ])
    return { ...answers, ...Object.fromEntries(added) }
  }

  /** With each signature as a file. Throws what the server says where it cannot be kept. */
  async withSignatures(answers: Answers, called: string): Promise<Answers> {
    const signed: Record<string, Answer | undefined> = { ...answers }
    for (const [field, answer] of Object.entries(answers))
      if (isSigned(answer) && answer.strokes.length > 0) signed[field] = { ...answer, file: await this.#fileOf(answer.strokes, called) }
    return signed
  }

  async #fileOf(strokes: readonly Stroke[], called: string): Promise<string> {
    const known = this.#signed.get(strokes)
    if (known !== undefined) return known
    const file = await pictureOf(strokes, `${called}.png`)
    const never = new AbortController().signal
    const { id } = await sendFile({ file, name: file.name, signal: never, progress: () => undefined, begun: () => undefined })
    this.#signed.set(strokes, id)
    return id
  }

  /** After the form was sent off. */
  clear(): void {
    for (const queue of this.#queues.values()) queue.clear()
  }

  close(): void {
    for (const queue of this.#queues.values()) queue.close()
  }
}

/** The pictures of one form; what is not sent off with it when it goes is taken back. */
export function usePictures(): Pictures {
  const [pictures] = useState(() => new Pictures())
  useEffect(() => () => pictures.close(), [pictures])
  return pictures
}

/** What has not arrived yet keeps the form from being sent off: said under its field. */
export function heldBy({ obstacle: why }: Pick<Uploads, 'obstacle'>, pictures: Pictures, say: Say): Record<string, string> {
  const photos = pictures.obstacles().map(([field, one]) => [`forms.${field.replace('/', '.')}`, say(one)])
  return { ...Object.fromEntries(photos), ...(why === undefined ? {} : { files: say(why) }) }
}
