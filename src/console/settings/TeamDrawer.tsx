import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import type { Person, Team } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { peopleQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import { useIsPhone } from '../phone.ts'
import { useMay } from '../session.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

type TeamDrawerProps = {
  /** undefined: a new one */
  readonly team: Team | undefined
  readonly teams: readonly Team[]
  readonly close: () => void
}

type Typed = { readonly id: string; readonly name: string; readonly parent: string | undefined }

function useSave(team: Team | undefined, close: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: object) =>
      team ? write<Team>('PATCH', `/teams/${team.id}`, { version: team.version, ...body }) : write<Team>('POST', '/teams', body),
    onSuccess: ({ name }) => {
      notify({ words: say('team.saved', { name }) })
      close()
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['teams', 'people', 'session'].includes(String(queryKey[0])) })
    },
  })
}

function useMove(team: Team) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ person, into }: { person: Person; into: string | null }) =>
      write<Person>('PATCH', `/people/${person.id}`, { version: person.version, team: into }),
    onSuccess: ({ name }, { into }) => {
      notify({ words: say(into === team.id ? 'team.member-added' : 'team.member-removed', { name }) })
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['teams', 'people'].includes(String(queryKey[0])) })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

/** Who is in the team; those who manage people put somebody in or out. */
function Members({ team }: { readonly team: Team }) {
  const { say } = useWords()
  const mayManage = useMay('person.manage')
  const people = useInfiniteQuery(peopleQuery({ team: team.id, limit: '200' })).data?.pages.flatMap((page) => page.items) ?? []
  const { mutate, isPending } = useMove(team)
  return (
    <section className="stack">
      <h2 className="label">{say('team.members')}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id} className="sheet-row">
            <span className="grow">
              {person.name} <span className="s13 ink2">{person.roles.map((role) => role.name).join(say('list.and'))}</span>
            </span>
            {mayManage && (
              <Button
                type="text"
                size="small"
                disabled={isPending}
                aria-label={say('team.remove-member', { name: person.name })}
                onClick={() => mutate({ person, into: null })}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayManage && !team.retired && (
        <Field id="team-add" label={say('team.add-member')}>
          <Finder
            id="team-add"
            path="people"
            filters={{ left: 'no' }}
            option={(one: Person) => ({ value: one.id, label: one.name, detail: one.team?.name ?? one.customer?.name })}
            value={undefined}
            choose={(_, person) => person && mutate({ person, into: team.id })}
            placeholder={say('contract.find-person')}
          />
        </Field>
      )}
    </section>
  )
}

/** A team: its name, the team above it, its people, in use or retired. */
export function TeamDrawer({ team, teams, close }: TeamDrawerProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  const [began] = useState(team)
  const [typed, setTyped] = useState<Typed>({ id: '', name: team?.name ?? '', parent: team?.parent })
  const { mutate, isPending, error } = useSave(began, close)
  const errors = fieldErrors(error)
  const changed = {
    ...(typed.name.trim() === began?.name ? {} : { name: typed.name.trim() }),
    ...(typed.parent === began?.parent ? {} : { parent: typed.parent ?? null }),
  }
  const id = typed.id.trim()
  const fresh = { ...(id === '' ? {} : { id }), name: typed.name.trim(), ...(typed.parent === undefined ? {} : { parent: typed.parent }) }
  const body = began ? changed : fresh
  return (
    <Drawer open title={began?.name ?? say('team.add')} onClose={close} placement={phone ? 'bottom' : 'right'} size={phone ? '85%' : 420}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate(body)
        }}
      >
        {error && Object.keys(errors).length === 0 && <Refused words={failureWords(error, say)} />}
        <Field id="team-name" label={say('team.name')} error={errors.name}>
          <Input id="team-name" value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} />
        </Field>
        {!began && (
          <Field id="team-id" label={say('team.id')} optional error={errors.id} hint={say('team.id-hint')}>
            <Input id="team-id" value={typed.id} onChange={(event) => setTyped({ ...typed, id: event.target.value })} />
          </Field>
        )}
        <Field id="team-parent" label={say('team.parent')} optional error={errors.parent}>
          <Select
            id="team-parent"
            allowClear
            value={typed.parent}
            placeholder={say('team.top')}
            options={teams.filter((one) => one.id !== began?.id && !one.retired).map((one) => ({ value: one.id, label: one.name }))}
            onChange={(parent: string | undefined) => setTyped({ ...typed, parent })}
          />
        </Field>
        <div className="row">
          <Button
            type="primary"
            htmlType="submit"
            loading={isPending}
            disabled={typed.name.trim() === '' || Object.keys(body).length === 0}
          >
            {say('team.save')}
          </Button>
          {began && (
            <Button loading={isPending} onClick={() => mutate({ retired: !began.retired })}>
              {say(began.retired ? 'team.reinstate' : 'team.retire')}
            </Button>
          )}
        </div>
      </form>
      {began && <Members team={began} />}
    </Drawer>
  )
}
