import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { LOCALES } from '../../core/words.ts'
import type { Locale } from '../../core/words.ts'
import type { Contact } from '../../wire/messages.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { LOCALE_NAMES } from '../shell/UserMenu.tsx'

type Typed = { readonly name: string; readonly email: string; readonly phone: string; readonly locale: Locale }

/** A new contact; what was typed stays when the server refuses. */
export function ContactForm({ contract, close }: { readonly contract: string; readonly close: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [typed, setTyped] = useState<Typed>({ name: '', email: '', phone: '', locale: 'zh-CN' })
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ phone, ...rest }: Typed) =>
      write<Contact>('POST', `/contracts/${contract}/contacts`, { ...rest, ...(phone.trim() ? { phone } : {}) }),
    onSuccess: ({ name }) => {
      notify({ words: say('contact.added', { name }) })
      close()
      return client.invalidateQueries({ queryKey: ['contacts', contract] })
    },
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'contact')
  const text = (field: 'name' | 'email' | 'phone', optional = false) => (
    <Field id={`contact-${field}`} label={say(`contact.${field}`)} optional={optional} error={errors[field]}>
      <Input id={`contact-${field}`} value={typed[field]} onChange={(event) => setTyped({ ...typed, [field]: event.target.value })} />
    </Field>
  )
  return (
    <Modal open title={say('contact.add')} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate(typed)
        }}
      >
        {error && Object.keys(errors).length === 0 && <Refused words={failureWords(error, say)} />}
        {text('name')}
        {text('email')}
        {text('phone', true)}
        <Field id="contact-locale" label={say('contact.locale')}>
          <Select
            id="contact-locale"
            value={typed.locale}
            options={LOCALES.map((one) => ({ value: one, label: LOCALE_NAMES[one] }))}
            onChange={(locale) => setTyped({ ...typed, locale })}
          />
        </Field>
        <Button type="primary" htmlType="submit" loading={isPending} disabled={typed.name.trim() === '' || typed.email.trim() === ''}>
          {say('action.save')}
        </Button>
      </form>
    </Modal>
  )
}
