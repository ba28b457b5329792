import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { OPTIONAL_KINDS } from '../../core/message/kinds.ts'
import { LOCALES } from '../../core/words.ts'
import type { ChangeMessageSettings, MessageSettings as Settings, Tried } from '../../wire/messages.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { messageSettingsQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { LOCALE_NAMES } from '../shell/UserMenu.tsx'
import { clockText, minuteOf } from './minutes.ts'

function useSave() {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeMessageSettings) => write<Settings>('PUT', '/message-settings', body),
    onSuccess: (kept) => {
      client.setQueryData(messageSettingsQuery.queryKey, kept)
      notify({ words: say('record.saved') })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

type PartProps = {
  readonly value: ChangeMessageSettings
  readonly change: (part: Partial<ChangeMessageSettings>) => void
}

function Quiet({ value, change }: PartProps) {
  const { say } = useWords()
  return (
    <Field id="quiet-from" label={say('message.quiet')} optional hint={say('message.quiet-hint')}>
      <div className="row">
        <Input
          id="quiet-from"
          type="time"
          className="quiet-time"
          value={clockText(value.quietFrom)}
          onChange={(event) => change({ quietFrom: minuteOf(event.target.value) })}
        />
        <span className="ink3">{say('message.quiet-until')}</span>
        <Input
          id="quiet-until"
          type="time"
          className="quiet-time"
          value={clockText(value.quietUntil)}
          onChange={(event) => change({ quietUntil: minuteOf(event.target.value) })}
        />
      </div>
    </Field>
  )
}

const MORNING = 8 * 60

function Digest({ value, change }: PartProps) {
  const { say } = useWords()
  const { digestAt } = value
  return (
    <Field id="digest" label={say('message.kind.digest')} hint={say('message.digest-hint')}>
      <div className="row">
        <Checkbox id="digest" checked={digestAt !== null} onChange={(event) => change({ digestAt: event.target.checked ? MORNING : null })}>
          {say('message.digest')}
        </Checkbox>
        {digestAt !== null && (
          <Input
            aria-label={say('message.digest-at')}
            id="digest-at"
            type="time"
            className="quiet-time"
            value={clockText(digestAt)}
            onChange={(event) => change({ digestAt: minuteOf(event.target.value) })}
          />
        )}
      </div>
    </Field>
  )
}

/** Does a mail arrive at all? */
function TryMail({ on }: { readonly on: boolean }) {
  const { say } = useWords()
  const { mutate, isPending } = useMutation({
    mutationFn: () => write<Tried>('POST', '/message-settings/try'),
    onSuccess: ({ address }) => notify({ words: say('message.tried', { address }) }),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return (
    <Button type="text" disabled={!on} loading={isPending} onClick={() => mutate()}>
      {say('message.try')}
    </Button>
  )
}

function Form({ settings }: { readonly settings: Settings }) {
  const { say } = useWords()
  const { mailOn, address, ...kept } = settings
  const [value, setValue] = useState<ChangeMessageSettings>(kept)
  const { mutate, isPending } = useSave()
  const change = (part: Partial<ChangeMessageSettings>): void => setValue((before) => ({ ...before, ...part }))
  const where = !mailOn ? say('message.mail-off') : address === undefined ? say('message.no-address') : say('message.mail-to', { address })
  return (
    <form
      className="card form-card"
      onSubmit={(event) => {
        event.preventDefault()
        mutate(value)
      }}
    >
      <h2>{say('message.settings')}</h2>
      <p className="s13 ink2">{where}</p>
      <Field id="mail-kinds" label={say('message.by-mail')} hint={say('message.by-mail-hint')}>
        <div id="mail-kinds" className="row">
          {OPTIONAL_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              checked={!value.mailOff.includes(kind)}
              onChange={(event) =>
                change({ mailOff: event.target.checked ? value.mailOff.filter((one) => one !== kind) : [...value.mailOff, kind] })
              }
            >
              {say(`message.kind.${kind}`)}
            </Checkbox>
          ))}
        </div>
      </Field>
      <Field id="mail-language" label={say('message.language')}>
        <Select
          id="mail-language"
          className="quiet-language"
          value={value.locale ?? ''}
          options={[
            { value: '', label: say('message.language-same') },
            ...LOCALES.map((one) => ({ value: one, label: LOCALE_NAMES[one] })),
          ]}
          onChange={(chosen: string) => change({ locale: LOCALES.find((one) => one === chosen) ?? null })}
        />
      </Field>
      <Quiet value={value} change={change} />
      <Digest value={value} change={change} />
      <div className="row">
        <Button htmlType="submit" loading={isPending}>
          {say('action.save')}
        </Button>
        <TryMail on={mailOn && address !== undefined} />
      </div>
    </form>
  )
}

/** What one wants by mail, in which language, and when one is left alone. */
export function MessageSettings() {
  const { data } = useQuery(messageSettingsQuery)
  return data ? <Form settings={data} /> : null
}
