import { useEffect, useRef } from 'preact/hooks'
import { obstacle } from '../../ui/files/queue.ts'
import type { UploadItem, UploadQueue } from '../../ui/files/queue.ts'
import { percentOf, sizeWords } from '../../ui/files/size.ts'
import { failureWords } from '../shell/Failure.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useSyncExternal } from '../store.ts'
import { useWords } from '../words/say.ts'
import type { WordKey } from '../words/say.ts'

export type Attached = { readonly id: string; readonly name: string; readonly size: number }

const KINDS = [
  { icon: 'camera', accept: 'image/*', capture: 'environment', name: 'files.photo' },
  { icon: 'voice', accept: 'audio/*', capture: 'user', name: 'files.voice' },
  { icon: 'video', accept: 'video/*', capture: 'environment', name: 'files.video' },
] as const

type PickerProps = {
  readonly queue: UploadQueue
  readonly kept: readonly Attached[]
  readonly change: (to: (kept: readonly Attached[]) => readonly Attached[]) => void
}

/** What keeps the form from being sent; undefined: nothing. */
export function useObstacle(queue: UploadQueue): WordKey | undefined {
  return obstacle(useSyncExternal(queue.subscribe, queue.items))
}

function Sending({ item, queue }: { readonly item: UploadItem; readonly queue: UploadQueue }) {
  const { say } = useWords()
  const { key, name, file, phase, done, error } = item
  const failed = phase === 'refused' || phase === 'stopped'
  return (
    <li className="attached">
      <span className="grow">
        {name}{' '}
        <span className="s13 ink2" role={failed ? 'alert' : undefined}>
          {failed
            ? failureWords(error, say)
            : say(phase === 'reading' ? 'files.reading' : 'files.sending', { percent: percentOf(done, file.size) })}
        </span>
      </span>
      {phase === 'stopped' && (
        <button type="button" className="link" onClick={() => queue.retry(key)}>
          {say('files.go-on')}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={say('files.remove', { name })} onClick={() => queue.remove(key)}>
        <Icon name="close" />
      </button>
    </li>
  )
}

/** Hands over what has arrived, each once. */
function useArrived(items: readonly UploadItem[], change: PickerProps['change']): void {
  const settledRef = useRef(new Set<string>())
  useEffect(() => {
    const settled = settledRef.current
    const arrived = items.filter(({ key, phase, id }) => phase === 'kept' && id !== undefined && !settled.has(key))
    if (arrived.length === 0) return
    for (const { key } of arrived) settled.add(key)
    const files = arrived.map(({ id = '', name, file }) => ({ id, name, size: file.size }))
    change((kept) => [...kept, ...files])
  }, [items, change])
}

/** Photo, voice, video: the phone offers its camera and its recorder. Each is sent at once, and goes with the form by its id. */
export function FilePicker({ queue, kept, change }: PickerProps) {
  const { say } = useWords()
  const items = useSyncExternal(queue.subscribe, queue.items)
  useArrived(items, change)
  return (
    <div className="picker">
      <div className="pick-row">
        {KINDS.map(({ icon, accept, capture, name }) => (
          <label key={name} className="pick">
            <Icon name={icon} size={20} />
            <span>{say(name)}</span>
            <input
              type="file"
              multiple
              accept={accept}
              capture={capture}
              onChange={(event) => {
                queue.add([...(event.currentTarget.files ?? [])])
                // the same file may be chosen again after it was removed
                event.currentTarget.value = ''
              }}
            />
          </label>
        ))}
      </div>
      <ul>
        {kept.map(({ id, name, size }) => (
          <li key={id} className="attached">
            <Icon name="check" />
            <span className="grow">
              {name} <span className="s13 ink2">{say('files.kept', { size: sizeWords(size) })}</span>
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={say('files.remove', { name })}
              onClick={() => change((files) => files.filter((one) => one.id !== id))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {items
          .filter(({ phase }) => phase !== 'kept')
          .map((item) => (
            <Sending key={item.key} item={item} queue={queue} />
          ))}
      </ul>
    </div>
  )
}
