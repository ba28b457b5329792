import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ClipboardEvent } from 'react'
import { useWords } from '../../ui/words/say.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { UploadQueue, obstacle } from '../../ui/files/queue.ts'
import type { UploadItem } from '../../ui/files/queue.ts'

export type Uploads = {
  readonly queue: UploadQueue
  readonly items: readonly UploadItem[]
  /** for the `onPaste` of the form around: a pasted picture becomes a file, pasted text stays text */
  readonly paste: (event: ClipboardEvent) => void
  /** why the form cannot be sent off yet */
  readonly obstacle: WordKey | undefined
  /** `{ files: [ids] }` for the request, `{}` where there are none */
  readonly body: { readonly files?: readonly string[] }
}

/** The files of a queue that somebody else keeps, and closes. */
export function useQueue(queue: UploadQueue): Uploads {
  const { say } = useWords()
  const items = useSyncExternalStore(queue.subscribe, queue.items)
  const paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    // a screenshot from the clipboard is always called so
    queue.add(files.map((file) => (file.name === 'image.png' ? new File([file], `${say('files.pasted')}.png`, { type: file.type }) : file)))
  }
  const ids = keptIds(items)
  return { queue, items, paste, obstacle: obstacle(items), body: ids.length === 0 ? {} : { files: ids } }
}

/** Those that have arrived. */
export function keptIds(items: readonly UploadItem[]): readonly string[] {
  return items.flatMap(({ phase, id }) => (phase === 'kept' && id !== undefined ? [id] : []))
}

/** The files of one form. What is not sent off with it when it goes is taken back; after it was sent off, `queue.clear()`. */
export function useUploads(): Uploads {
  const [queue] = useState(() => new UploadQueue())
  useEffect(() => () => queue.close(), [queue])
  return useQueue(queue)
}
