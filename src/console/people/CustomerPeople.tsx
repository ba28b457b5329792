import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { AddedPerson, Customer } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { peopleQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { More } from '../shell/More.tsx'
import { AddPersonForm } from './AddPersonForm.tsx'
import { InvitationBox } from './InvitationBox.tsx'
import type { Invited } from './InvitationBox.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { PersonRow } from './PersonRow.tsx'

/** 客户的人: who of a customer has an account of the portal; whoever manages people invites more of them, and changes or ends what is there. */
export function CustomerPeople({ customer }: { readonly customer: Customer }) {
  const { say } = useWords()
  const mayRead = useMay('person.read')
  const mayManage = useMay('person.manage')
  const [open, setOpen] = useState<string>()
  const [inviting, setInviting] = useState(false)
  const [invitation, setInvitation] = useState<Invited>()
  const list = useInfiniteQuery({ ...peopleQuery({ customer: customer.id }), enabled: mayRead })
  const people = list.data?.pages.flatMap((page) => page.items) ?? []
  const person = people.find((one) => one.id === open)
  const added = (made: AddedPerson): void => setInvitation(made.invitation && { person: made.id, invitation: made.invitation })
  if (!list.data) return null
  return (
    <section className="card place-card" aria-label={say('party.people')}>
      <header className="row">
        <h2 className="label grow">{say('party.people')}</h2>
        {mayManage && (
          <Button size="small" onClick={() => setInviting(true)}>
            {say('party.invite')}
          </Button>
        )}
      </header>
      {people.length === 0 && <p className="s13 ink2">{say('party.no-people')}</p>}
      <ul>
        {people.map((one) => (
          <PersonRow key={one.id} person={one} open={() => setOpen(one.id)} />
        ))}
      </ul>
      <More list={list} />
      {person && (
        <PersonDrawer
          person={person}
          close={() => setOpen(undefined)}
          invited={(one) => setInvitation({ person: person.id, invitation: one })}
        />
      )}
      {inviting && <AddPersonForm of={{ value: customer.id, label: customer.name }} close={() => setInviting(false)} done={added} />}
      {invitation && <InvitationBox {...invitation} close={() => setInvitation(undefined)} />}
    </section>
  )
}
