import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { AttachedFile } from '../../wire/files.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { sendFile } from '../files/send.ts'
import { Field } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'

export type Chosen = Pick<AttachedFile, 'id' | 'name'>

type PictureFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value: Chosen | undefined
  readonly error: string | undefined
  readonly change: (to: Chosen | undefined) => void
}

/** One picture, sent as soon as it is chosen; what stands there is replaced by the next. */
export function PictureField({ id, label, hint, value, error, change }: PictureFieldProps) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const choose = (file: File | undefined): void => {
    if (input.current) input.current.value = ''
    if (!file) return
    setSending(true)
    setFailure(undefined)
    sendFile({ file, name: file.name, signal: new AbortController().signal, progress: () => undefined, begun: () => undefined })
      .then((kept) => change({ id: kept.id, name: kept.name }), setFailure)
      .finally(() => setSending(false))
  }
  return (
    <Field id={id} label={label} optional hint={hint} error={failure === undefined ? error : failureWords(failure, say)}>
      <div className="row picture-field">
        {value && <img className="picture-shown" src={`/api/files/${value.id}/content`} alt={label} />}
        <Button id={id} loading={sending} onClick={() => input.current?.click()}>
          {say(sending ? 'letterhead.sending' : value ? 'letterhead.change' : 'letterhead.choose')}
        </Button>
        {value && (
          <Button
            type="text"
            icon={<Icon name="close" size={14} />}
            aria-label={say('letterhead.remove', { what: label })}
            onClick={() => change(undefined)}
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
