import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Contact } from '../../wire/messages.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { contactsQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { CardHead } from '../shell/CardHead.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { ContactForm } from './ContactForm.tsx'
import './messages.css'

function useRemove(contract: string) {
  const { say } = useWords()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['contacts', contract] })
  const restore = useMutation({
    mutationFn: ({ name, email, phone, locale }: Contact) =>
      write('POST', `/contracts/${contract}/contacts`, { name, email, locale, ...(phone ? { phone } : {}) }),
    onSuccess: refresh,
  })
  return useMutation({
    mutationFn: (contact: Contact) => write('DELETE', `/contacts/${contact.id}`),
    onSuccess: (_, contact) => {
      notify({
        words: say('contact.removed', { name: contact.name }),
        undo: { words: say('contact.put-back'), act: () => restore.mutate(contact) },
      })
      return refresh()
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

/** 合同联系人: whom the customer named for this contract; notices go to them. */
export function Contacts({ contract, ended }: { readonly contract: string; readonly ended: boolean }) {
  const { say } = useWords()
  const mayManage = useMay('contract.manage') && !ended
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(contactsQuery(contract))
  const remove = useRemove(contract)
  if (!data || (data.items.length === 0 && !mayManage)) return null
  return (
    <section className="card place-card">
      <CardHead title={say('contact.title')} act={mayManage ? { name: say('contact.add'), run: () => setAdding(true) } : undefined} />
      {data.items.length === 0 && <p className="s13 ink2">{say('contact.none')}</p>}
      <ul>
        {data.items.map((one) => (
          <li key={one.id} className="contact-line s13">
            <span className="grow">
              {one.name}
              <span className="ink2 block">{[one.email, one.phone].filter(Boolean).join(' · ')}</span>
            </span>
            {mayManage && (
              <Button
                size="small"
                type="text"
                aria-label={say('contact.remove', { name: one.name })}
                loading={remove.isPending}
                onClick={() => remove.mutate(one)}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <ContactForm contract={contract} close={() => setAdding(false)} />}
    </section>
  )
}
