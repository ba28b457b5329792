import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { SERVICE_STEPS } from '../../core/service/vocabulary.ts'
import { serviceName } from '../../core/service/refusal.ts'
import type { ContactList, NoticeText, SentNotice } from '../../wire/messages.ts'
import type { ServiceTasks } from '../../wire/services.ts'
import { useWords } from '../../ui/words/say.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { call, newKey, write } from '../api/call.ts'
import { contactsQuery, tasksQuery } from '../api/queries.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useIsPhone } from '../phone.ts'
import { useSettled } from '../shell/Palette.tsx'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { optionsOf } from '../services/service-form.ts'
import { MailOff } from './Messages.tsx'
import './messages.css'

type Draft = { readonly kind: string; readonly contacts: readonly string[]; readonly details: string }

const NAMED = ['renewal', 'renewal-notice', 'maintenance', 'maintenance-notice', 'recall', 'upgrade']

/** What the notice may be: first what this contract's plan listens for. */
function useKinds(tasks: ServiceTasks | undefined): readonly { value: string; label: string }[] {
  const { say, locale } = useWords()
  const kind = SERVICE_STEPS['notice.delivered'].fields.find((field) => field.id === 'kind')
  const codes = kind ? optionsOf('notice.delivered', kind, tasks) : []
  const nameOf = (code: string): string =>
    tasks?.forms.find((form) => form.id === code)?.name ??
    (NAMED.includes(code) ? say(`notice.kind.${code}` as WordKey) : serviceName('choice', code, locale))
  return codes.map((code) => ({ value: code, label: nameOf(code) }))
}

function bodyOf({ kind, contacts, details }: Draft): object {
  return { kind, contacts, ...(details.trim() ? { details } : {}) }
}

/** The mail as the first of its readers gets it, while one writes. */
function Preview({ contract, draft }: { readonly contract: string; readonly draft: Draft }) {
  const { say } = useWords()
  const settled = useSettled(JSON.stringify(bodyOf(draft)))
  const text = useQuery({
    queryKey: ['notice-preview', contract, settled],
    queryFn: ({ signal }) =>
      call<NoticeText>('POST', `/contracts/${contract}/notices/preview`, { body: JSON.parse(settled), key: newKey(), signal }),
    enabled: draft.contacts.length > 0 && draft.kind !== '',
    placeholderData: keepPreviousData,
    retry: false,
  }).data
  if (!text || draft.contacts.length === 0) return null
  return (
    <section aria-label={say('template.preview')}>
      <h2 className="label">{say('template.preview')}</h2>
      <div className="card message-paper">
        <b>{text.subject}</b>
        <p className="message-body">{text.body}</p>
      </div>
    </section>
  )
}

function Readers({
  list,
  draft,
  change,
}: {
  readonly list: ContactList
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}) {
  return (
    <div id="notice-contacts" className="stack">
      {list.items.map((one) => (
        <Checkbox
          key={one.id}
          checked={draft.contacts.includes(one.id)}
          onChange={(event) =>
            change({ contacts: event.target.checked ? [...draft.contacts, one.id] : draft.contacts.filter((id) => id !== one.id) })
          }
        >
          {one.name} <span className="s13 ink2">{one.email}</span>
        </Checkbox>
      ))}
    </div>
  )
}

function useSend(contract: string, close: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: Draft) => write<SentNotice>('POST', `/contracts/${contract}/notices`, bodyOf(draft)),
    onSuccess: ({ messages }) => {
      notify({ words: say('notice.sent', { names: messages.map((one) => one.name).join(say('list.and')) }) })
      close()
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['messages', 'mail'].includes(String(queryKey[0])) })
    },
  })
}

type NoticeProps = { readonly contract: string; readonly close: () => void; readonly otherwise: (() => void) | undefined }

function Form({ contract, list, close }: { readonly contract: string; readonly list: ContactList; readonly close: () => void }) {
  const { say } = useWords()
  const tasks = useQuery(tasksQuery(contract)).data
  const kinds = useKinds(tasks)
  const [chosen, setDraft] = useState<Draft>({ kind: '', contacts: list.items.map((one) => one.id), details: '' })
  const draft = { ...chosen, kind: chosen.kind || (kinds[0]?.value ?? '') }
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const { mutate, isPending, error } = useSend(contract, close)
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'notice')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        mutate(draft)
      }}
    >
      {error && Object.keys(errors).length === 0 && <Refused words={failureWords(error, say)} />}
      <Field id="notice-kind" label={say('notice.kind')} error={errors.kind}>
        <Select id="notice-kind" value={draft.kind} options={[...kinds]} onChange={(kind) => change({ kind })} />
      </Field>
      <Field id="notice-contacts" label={say('notice.contacts')} error={errors.contacts}>
        <Readers list={list} draft={draft} change={change} />
      </Field>
      <Field id="notice-details" label={say('notice.details')} error={errors.details} hint={say('notice.details-hint')}>
        <Input.TextArea
          id="notice-details"
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={draft.details}
          onChange={(event) => change({ details: event.target.value })}
        />
      </Field>
      <Button type="primary" htmlType="submit" loading={isPending} disabled={draft.contacts.length === 0}>
        {say('notice.send')}
      </Button>
      <p className="s12 ink3">{say('notice.explained')}</p>
      <Preview contract={contract} draft={draft} />
    </form>
  )
}

/** 发送通知: by mail to the contract's contacts; what was handed over otherwise is recorded with its evidence. */
export function NoticeForm({ contract, close, otherwise }: NoticeProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  const list = useQuery(contactsQuery(contract)).data
  return (
    <Drawer open title={say('notice.title')} onClose={close} placement={phone ? 'bottom' : 'right'} size={phone ? '90%' : 520}>
      <div className="stack">
        {list && !list.mailOn && <MailOff missing={list.missing} />}
        {list?.mailOn && list.items.length === 0 && <p className="s13 ink2">{say('notice.no-contacts')}</p>}
        {list?.mailOn && list.items.length > 0 && <Form contract={contract} list={list} close={close} />}
        {otherwise && (
          <div>
            <Button onClick={otherwise}>{say('notice.otherwise')}</Button>
          </div>
        )}
      </div>
    </Drawer>
  )
}
