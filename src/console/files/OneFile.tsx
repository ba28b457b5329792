import { Button } from 'antd'
import { useState } from 'react'
import type { AttachedFile } from '../../wire/files.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { FileField } from './FileField.tsx'
import { FileSign } from './FileSign.tsx'
import { useUploads } from './uploads.ts'
import type { Uploads } from './uploads.ts'

export type Chosen = Pick<AttachedFile, 'id' | 'name'>

/** One file of a form. */
export type OneFile = {
  readonly uploads: Uploads
  /** what stood there before and goes along as long as nothing else was chosen */
  readonly given: Chosen | undefined
  /** what goes with the form; undefined: nothing, or not yet */
  readonly id: string | undefined
  /** why the form cannot be sent off without it, or not yet */
  readonly obstacle: WordKey | undefined
  readonly take: (file: File | undefined) => void
  readonly clear: () => void
}

/** Exactly one file, and all of it here. `given`: stands there until it is taken away or another is chosen. */
export function useOneFile(given?: Chosen): OneFile {
  const uploads = useUploads()
  const [taken, setTaken] = useState<string>()
  const { queue, items } = uploads
  const before = given !== undefined && given.id !== taken && items.length === 0 ? given : undefined
  const [id = before?.id, ...more] = uploads.body.files ?? []
  const obstacle = uploads.obstacle ?? (id === undefined ? 'files.none-yet' : more.length > 0 ? 'files.one-only' : undefined)
  const clear = (): void => (queue.clear(), setTaken(undefined))
  /** In the place of what stands there; undefined: nothing is to stand there. */
  const take = (file: File | undefined): void => {
    setTaken(given?.id)
    for (const { key } of items) queue.remove(key)
    if (file) queue.add([file])
  }
  return { uploads, given: before, id: obstacle === undefined ? id : undefined, obstacle, take, clear }
}

function Given({ file, origin, remove }: { readonly file: Chosen; readonly origin: string | undefined; readonly remove: () => void }) {
  const { say } = useWords()
  return (
    <ul className="upload-list">
      <li className="upload kept">
        <FileSign name={file.name} thumbnail={`/api/files/${file.id}/content`} />
        <div className="upload-what">
          <span className="upload-name" title={file.name}>
            {file.name}
          </span>
          <span className="s12 ink2">{origin}</span>
        </div>
        <Button
          type="text"
          size="small"
          icon={<Icon name="close" size={14} />}
          aria-label={say('files.remove', { name: file.name })}
          onClick={remove}
        />
      </li>
    </ul>
  )
}

type OneFileFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly file: OneFile
  /** where the picture that stands there comes from */
  readonly origin?: string
  readonly error: string | undefined
}

/** The place of one file in a form. */
export function OneFileField({ id, label, hint, file, origin, error }: OneFileFieldProps) {
  const { uploads, given, take } = file
  return (
    <div className="field" id={id} role="group" aria-labelledby={`${id}-label`} tabIndex={-1}>
      <span className="field-label" id={`${id}-label`}>
        {label} <span className="ink3 s12">{hint}</span>
      </span>
      {given && <Given file={given} origin={origin} remove={() => take(undefined)} />}
      <FileField uploads={uploads} error={error} />
    </div>
  )
}
