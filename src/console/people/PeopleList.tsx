import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { AddedPerson } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { peopleQuery, rolesQuery, teamsQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { useMay } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { AddPersonForm } from './AddPersonForm.tsx'
import { InvitationBox } from './InvitationBox.tsx'
import type { Invited } from './InvitationBox.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { PersonRow } from './PersonRow.tsx'
import { More } from '../shell/More.tsx'

type Search = { readonly q?: string; readonly role?: string; readonly team?: string; readonly left?: string }

function useFilters(): { readonly search: Search; readonly change: (part: { [Name in keyof Search]?: string | undefined }) => void } {
  const search: Search = useSearch({ from: '/room/people' })
  const navigate = useNavigate()
  return { search, change: (part) => void navigate({ to: '/people', search: { ...search, ...part } as never, replace: true }) }
}

function Choices() {
  const { say } = useWords()
  const { search, change } = useFilters()
  const roles = useQuery(rolesQuery).data?.items ?? []
  const teams = useQuery(teamsQuery).data?.items ?? []
  return (
    <>
      <Select
        allowClear
        className="narrow"
        value={search.role}
        placeholder={say('person.any-role')}
        aria-label={say('person.any-role')}
        options={roles.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(role: string | undefined) => change({ role })}
      />
      <Select
        allowClear
        className="narrow"
        value={search.team}
        placeholder={say('person.any-team')}
        aria-label={say('person.any-team')}
        options={teams.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(team: string | undefined) => change({ team })}
      />
      <Select
        className="narrow"
        value={search.left ?? 'no'}
        aria-label={say('person.left')}
        options={(['no', 'yes', 'all'] as const).map((one) => ({ value: one, label: say(`person.left-${one}`) }))}
        onChange={(left: string) => change({ left: left === 'no' ? undefined : left })}
      />
    </>
  )
}

/** 人员与角色: who is here, what they may do, who has left. */
export function PeopleList() {
  const { say } = useWords()
  const { search, change } = useFilters()
  const mayManage = useMay('person.manage')
  const mayImport = useMay('customer.manage')
  const [open, setOpen] = useState<string>()
  const [adding, setAdding] = useState(false)
  const [invitation, setInvitation] = useState<Invited>()
  const list = useInfiniteQuery({ ...peopleQuery({ ...search }), placeholderData: keepPreviousData })
  const people = list.data?.pages.flatMap((page) => page.items) ?? []
  const person = people.find((one) => one.id === open)
  const added = (made: AddedPerson): void => setInvitation(made.invitation && { person: made.id, invitation: made.invitation })
  return (
    <main className="sheet">
      <SheetHead title={say('room.people')} find={{ words: say('person.find'), value: search.q, change: (q) => change({ q }) }}>
        <Choices />
        {mayManage && mayImport && (
          <Link to="/master-data" className="s13 nowrap">
            {say('master-data.title')}
          </Link>
        )}
        {mayManage && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('person.add')}
          </Button>
        )}
      </SheetHead>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && people.length === 0 && (
        <div className="empty">
          <p>{say('person.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
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
      {adding && <AddPersonForm close={() => setAdding(false)} done={added} />}
      {invitation && <InvitationBox {...invitation} close={() => setInvitation(undefined)} />}
    </main>
  )
}
