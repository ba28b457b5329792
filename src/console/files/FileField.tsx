import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { FILE_KINDS, MEDIA_TYPES } from '../../core/file/kind.ts'
import type { MediaType } from '../../core/file/kind.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { FileSign } from './FileSign.tsx'
import { percentOf, sizeWords } from '../../ui/files/size.ts'
import type { UploadItem } from '../../ui/files/queue.ts'
import { failureWords } from '../shell/Failure.tsx'
import type { Uploads } from './uploads.ts'
import './files.css'

/** What the chooser offers. A phone then offers its camera too. */
const accepted = (types: readonly MediaType[]): string =>
  types.flatMap((type) => [type, ...FILE_KINDS[type].extensions.map((extension) => `.${extension}`)]).join(',')
const ACCEPTED = accepted(MEDIA_TYPES)
const PICTURES = accepted(MEDIA_TYPES.filter((type) => FILE_KINDS[type].group === 'image'))

function Row({ item, uploads }: { readonly item: UploadItem; readonly uploads: Uploads }) {
  const { say } = useWords()
  const { key, name, file, phase, done, error, thumbnail } = item
  const percent = percentOf(done, file.size)
  const under = phase === 'reading' || phase === 'sending'
  const refused = phase === 'refused' || phase === 'stopped'
  return (
    <li className={`upload ${phase}`}>
      <FileSign name={name} thumbnail={thumbnail} />
      <div className="upload-what">
        <span className="upload-name" title={name}>
          {name}
        </span>
        <span className="s12 ink2" role={refused ? 'alert' : undefined}>
          {refused ? failureWords(error, say) : say(`files.${phase}`, { percent, size: sizeWords(file.size) })}
        </span>
        {under && (
          <span className="upload-bar" role="progressbar" aria-label={name} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
            <i style={{ width: `${percent}%` }} />
          </span>
        )}
      </div>
      {phase === 'stopped' && (
        <Button size="small" onClick={() => uploads.queue.retry(key)}>
          {say('files.go-on')}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        icon={<Icon name="close" size={14} />}
        aria-label={say(under ? 'files.cancel' : 'files.remove', { name })}
        onClick={() => uploads.queue.remove(key)}
      />
    </li>
  )
}

type FileFieldProps = {
  readonly uploads: Uploads
  readonly error?: string | undefined
  /** photos alone; the button bears the id, so that a label and an error lead to it */
  readonly photos?: { readonly id: string } | undefined
}

/** Files for a form: chosen, dropped here, or pasted anywhere in the form where it hands its `onPaste` to `uploads.paste`. */
export function FileField({ uploads, error, photos }: FileFieldProps) {
  const { say } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    uploads.queue.add([...event.dataTransfer.files])
  }
  const choose = (files: FileList | null): void => {
    uploads.queue.add([...(files ?? [])])
    // the same file may be chosen again after it was removed
    if (input.current) input.current.value = ''
  }
  return (
    <div className={`file-field ${over ? 'over' : ''}`} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      {uploads.items.length > 0 && (
        <ul className="upload-list">
          {uploads.items.map((item) => (
            <Row key={item.key} item={item} uploads={uploads} />
          ))}
        </ul>
      )}
      <div className="row">
        <Button
          id={photos?.id}
          size="small"
          icon={<Icon name="clip" size={14} />}
          aria-label={photos && say('files.add-photos')}
          aria-describedby={id}
          onClick={() => input.current?.click()}
        >
          {say(photos ? 'files.add-photos' : 'files.add')}
        </Button>
        <span className="s12 ink3" id={id}>
          {say(over ? 'files.drop' : 'files.hint')}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={photos ? PICTURES : ACCEPTED}
        aria-label={say(photos ? 'files.add-photos' : 'files.add')}
        onChange={(event) => choose(event.target.files)}
      />
      {error !== undefined && (
        <p className="field-error" role="alert">
          <Icon name="no" size={14} /> {error}
        </p>
      )}
    </div>
  )
}
