import { Button } from 'antd'
import { useRef } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import type { OneFile } from '../files/OneFile.tsx'
import { Field } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'

type PictureFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly picture: OneFile
  readonly error: string | undefined
}

/** One picture, sent as soon as it is chosen; what stands there is replaced by the next. */
export function PictureField({ id, label, hint, picture, error }: PictureFieldProps) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [item] = picture.uploads.items
  const isSending = item?.phase === 'reading' || item?.phase === 'sending'
  const choose = (file: File | undefined): void => {
    if (input.current) input.current.value = ''
    if (file) picture.take(file)
  }
  return (
    <Field id={id} label={label} optional hint={hint} error={item?.error === undefined ? error : failureWords(item.error, say)}>
      <div className="row picture-field">
        {picture.id !== undefined && <img className="picture-shown" src={`/api/files/${picture.id}/content`} alt={label} />}
        <Button id={id} loading={isSending} onClick={() => input.current?.click()}>
          {say(isSending ? 'letterhead.sending' : picture.id === undefined ? 'letterhead.choose' : 'letterhead.change')}
        </Button>
        {(item !== undefined || picture.id !== undefined) && (
          <Button
            type="text"
            icon={<Icon name="close" size={14} />}
            aria-label={say('letterhead.remove', { what: label })}
            onClick={() => picture.take(undefined)}
          />
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg"
        aria-label={label}
        onChange={(event) => choose(event.target.files?.[0])}
      />
    </Field>
  )
}
