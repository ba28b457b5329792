import { FILE_KINDS, typeByName } from '../../core/file/kind.ts'
import { call, newKey } from '../api/call.ts'
import { problemOf } from '../api/problem.ts'
import { sendFile } from './send.ts'

/** `stopped`: the line broke and it can go on; `refused`: the server said why it will not have it. */
export type Phase = 'reading' | 'sending' | 'kept' | 'stopped' | 'refused'

export type UploadItem = {
  readonly key: string
  readonly file: File
  readonly name: string
  readonly phase: Phase
  /** of the current phase, in bytes */
  readonly done: number
  /** the server's id, once it has one */
  readonly id: string | undefined
  readonly error: unknown
  /** the picture itself, as far as this browser can show it */
  readonly thumbnail: string | undefined
}

/** What keeps a form with these files from being sent off, as the key of its sentence; undefined: nothing. */
export function obstacle(items: readonly Pick<UploadItem, 'phase'>[]): 'files.wait' | 'files.not-all' | undefined {
  if (items.some(({ phase }) => phase === 'reading' || phase === 'sending')) return 'files.wait'
  return items.some(({ phase }) => phase !== 'kept') ? 'files.not-all' : undefined
}

/** The same file chosen twice is one. */
function isSame(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified
}

function thumbnailOf(file: File): string | undefined {
  const type = typeByName(file.name)
  const shows = type !== undefined && FILE_KINDS[type].group === 'image' && FILE_KINDS[type].shown
  return shows ? URL.createObjectURL(file) : undefined
}

/** What the server would say again, however often it is asked. */
function isFinal(error: unknown): boolean {
  const status = problemOf(error)?.status ?? 0
  return status >= 400 && status < 500 && status !== 429
}

/** The files of one form: each is sent at once when it is added, and goes with the form by its id. */
export class UploadQueue {
  #items: readonly UploadItem[] = []
  readonly #running = new Map<string, AbortController>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly items = (): readonly UploadItem[] => this.#items

  add(files: readonly File[]): void {
    for (const file of files) {
      if (this.#items.some((item) => isSame(item.file, file))) continue
      const thumbnail = thumbnailOf(file)
      const item: UploadItem = {
        key: newKey(),
        file,
        name: file.name,
        phase: 'reading',
        done: 0,
        id: undefined,
        error: undefined,
        thumbnail,
      }
      this.#become([...this.#items, item])
      this.#send(item)
    }
  }

  retry(key: string): void {
    const item = this.#items.find((one) => one.key === key)
    if (!item) return
    this.#change(key, { phase: 'reading', done: 0, error: undefined })
    this.#send(item)
  }

  /** Stops it, or takes it back. */
  remove(key: string): void {
    for (const item of this.#items.filter((one) => one.key === key)) this.#takeBack(item)
    this.#become(this.#items.filter((one) => one.key !== key))
  }

  /** After the form was sent off: they belong to its fact now. */
  clear(): void {
    for (const { thumbnail } of this.#items) if (thumbnail !== undefined) URL.revokeObjectURL(thumbnail)
    this.#become([])
  }

  /** The form is gone: what it did not take along is taken back. */
  close(): void {
    for (const item of this.#items) this.#takeBack(item)
    this.clear()
  }

  #takeBack({ key, id, thumbnail }: UploadItem): void {
    this.#running.get(key)?.abort()
    this.#running.delete(key)
    if (thumbnail !== undefined) URL.revokeObjectURL(thumbnail)
    if (id !== undefined) void call('DELETE', `/files/${id}`).catch(() => undefined)
  }

  #send({ key, file, name }: UploadItem): void {
    const control = new AbortController()
    this.#running.set(key, control)
    const { signal } = control
    const progress = ({ phase, bytes }: { readonly phase: Phase; readonly bytes: number }): void =>
      this.#change(key, { phase, done: bytes })
    sendFile({ file, name, signal, progress, begun: (id) => this.#change(key, { id }) }).then(
      ({ id }) => this.#change(key, { phase: 'kept', id, done: file.size }),
      (error: unknown) => {
        if (!signal.aborted) this.#change(key, { phase: isFinal(error) ? 'refused' : 'stopped', error })
      },
    )
  }

  #change(key: string, to: Partial<UploadItem>): void {
    this.#become(this.#items.map((item) => (item.key === key ? { ...item, ...to } : item)))
  }

  #become(items: readonly UploadItem[]): void {
    this.#items = items
    for (const listener of this.#listeners) listener()
  }
}
