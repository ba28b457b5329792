import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { SHIPPED_ROLES } from '../../core/access/roles.ts'
import type { Invitation, Person } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { rolesQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { RecordForm } from '../form/RecordForm.tsx'
import { useIsPhone } from '../phone.ts'
import { useMay, useSession } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

type Change = { readonly what: 'roles' | 'leave' | 'invite'; readonly body?: Record<string, unknown> }

function usePersonChange(person: Person, invited: (invitation: Invitation) => void) {
  const client = useQueryClient()
  const { say } = useWords()
  return useMutation({
    mutationFn: ({ what, body }: Change) => write<Person | Invitation>('POST', `/people/${person.id}/${what}`, body),
    onSuccess: (answer, { what }) => {
      if (what === 'invite') invited(answer as Invitation)
      else notify({ words: say(`person.done-${what === 'leave' ? 'leave' : 'roles'}`, { name: person.name }) })
      void client.invalidateQueries({ queryKey: ['people'] })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

function Roles({
  person,
  save,
  busy,
}: {
  readonly person: Person
  readonly save: (roles: readonly string[]) => void
  readonly busy: boolean
}) {
  const { say } = useWords()
  const all = useQuery(rolesQuery).data?.items ?? []
  const [chosen, setChosen] = useState<readonly string[]>(person.roles.map((role) => role.id))
  const party = person.customer ? 'customer' : 'vendor'
  const fitting = all.filter((role) => (SHIPPED_ROLES.find((one) => one.id === role.id)?.party ?? 'vendor') === party)
  const changed =
    chosen.toSorted().join() !==
    person.roles
      .map((role) => role.id)
      .toSorted()
      .join()
  return (
    <Field id="drawer-roles" label={say('person.roles')} hint={say('person.roles-hint')}>
      <Select
        id="drawer-roles"
        mode="multiple"
        value={[...chosen]}
        options={fitting.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(roles: string[]) => setChosen(roles)}
      />
      <Button disabled={!changed || chosen.length === 0} loading={busy} onClick={() => save(chosen)}>
        {say('person.save-roles')}
      </Button>
    </Field>
  )
}

function Leaving({ person, leave, busy }: { readonly person: Person; readonly leave: () => void; readonly busy: boolean }) {
  const { say } = useWords()
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button onClick={() => setAsked(true)}>{say('person.leave')}</Button>
  return (
    <div className="late-questions stack">
      <p className="s13">{say('person.leave-explained', { name: person.name })}</p>
      <div className="row">
        <Button loading={busy} onClick={leave}>
          {say('person.leave-now')}
        </Button>
        <Button type="text" onClick={() => setAsked(false)}>
          {say('action.cancel')}
        </Button>
      </div>
    </div>
  )
}

function About({ person, withRoles }: { readonly person: Person; readonly withRoles: boolean }) {
  const { say } = useWords()
  return (
    <dl className="pairs">
      <dt>{say('person.account')}</dt>
      <dd>{person.account}</dd>
      <dt>{say('person.phone')}</dt>
      <dd>{person.phone ?? '—'}</dd>
      <dt>{say('person.email')}</dt>
      <dd>{person.email ?? '—'}</dd>
      <dt>{say(person.customer ? 'person.customer' : 'person.team')}</dt>
      <dd>{person.customer?.name ?? person.team?.name ?? '—'}</dd>
      {!person.customer && (
        <>
          <dt>{say('person.subcontractor')}</dt>
          <dd>{person.subcontractor ?? say('person.own')}</dd>
        </>
      )}
      {withRoles && (
        <>
          <dt>{say('person.roles')}</dt>
          <dd>{person.roles.map((role) => role.name).join(say('list.and'))}</dd>
        </>
      )}
    </dl>
  )
}

/** One person: contact, roles, a new password link, leaving. */
export function PersonDrawer({
  person,
  close,
  invited,
}: {
  readonly person: Person
  readonly close: () => void
  readonly invited: (invitation: Invitation) => void
}) {
  const { say } = useWords()
  const phone = useIsPhone()
  const { me } = useSession()
  const mayManage = useMay('person.manage') && !person.left
  const [editing, setEditing] = useState(false)
  const { mutate, isPending } = usePersonChange(person, invited)
  const fields = [
    { id: 'name', label: say('person.name'), required: true },
    { id: 'phone', label: say('person.phone') },
    { id: 'email', label: say('person.email'), hint: say('person.email-hint') },
    ...(person.customer ? [] : [{ id: 'subcontractor', label: say('person.subcontractor'), hint: say('person.subcontractor-hint') }]),
  ]
  return (
    <Drawer open title={person.name} onClose={close} placement={phone ? 'bottom' : 'right'} size={phone ? '85%' : 420}>
      <div className="stack">
        <About person={person} withRoles={!mayManage} />
        {mayManage && (
          <>
            <div className="row">
              <Button onClick={() => setEditing(true)}>{say('action.change')}</Button>
              <Button loading={isPending} onClick={() => mutate({ what: 'invite' })}>
                {say('person.invite')}
              </Button>
            </div>
            <Roles
              key={person.version}
              person={person}
              busy={isPending}
              save={(roles) => mutate({ what: 'roles', body: { version: person.version, roles } })}
            />
            {person.id !== me.id && (
              <Leaving person={person} busy={isPending} leave={() => mutate({ what: 'leave', body: { version: person.version } })} />
            )}
          </>
        )}
      </div>
      {editing && (
        <RecordForm
          title={say('action.change')}
          fields={fields}
          before={{ name: person.name, phone: person.phone, email: person.email, subcontractor: person.subcontractor }}
          version={person.version}
          method="PATCH"
          path={`/people/${person.id}`}
          close={() => setEditing(false)}
        />
      )}
    </Drawer>
  )
}
