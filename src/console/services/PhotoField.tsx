import { Button } from 'antd'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { FileField } from '../files/FileField.tsx'
import type { UploadQueue } from '../../ui/files/queue.ts'
import { useQueue } from '../files/uploads.ts'

type Props = {
  readonly id: string
  readonly queue: UploadQueue
  /** photos that stand there already */
  readonly given: readonly string[]
  readonly keep: (given: readonly string[]) => void
}

/** 照片: those that stand there, and new ones. */
export function PhotoField({ id, queue, given, keep }: Props) {
  const { say } = useWords()
  const uploads = useQueue(queue)
  return (
    <div className="stack">
      {given.length > 0 && (
        <ul className="photos">
          {given.map((file, at) => (
            <li key={file}>
              <img src={`/api/files/${file}/content`} alt="" loading="lazy" />
              <Button
                type="text"
                size="small"
                icon={<Icon name="close" size={14} />}
                aria-label={say('files.remove', { name: String(at + 1) })}
                onClick={() => keep(given.filter((one) => one !== file))}
              />
            </li>
          ))}
        </ul>
      )}
      <FileField uploads={uploads} photos={{ id }} />
    </div>
  )
}
