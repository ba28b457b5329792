import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { Role } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useIsPhone } from '../phone.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { GrantTable } from './GrantTable.tsx'
import { grantsOf, isChanged, listOf } from './grants.ts'
import type { Grants } from './grants.ts'

type RoleFormProps = {
  /** undefined: a new one */
  readonly role: Role | undefined
  readonly close: () => void
}

type Typed = { readonly id: string; readonly name: string; readonly grants: Grants }

/** Only what is different goes to the server: a shipped role's name is not even sent. */
function requestOf(role: Role | undefined, { id, name, grants }: Typed) {
  if (!role) return { method: 'POST', path: '/roles', body: { id: id.trim(), name: name.trim(), grants: listOf(grants) } } as const
  const changed = {
    ...(name.trim() === role.name ? {} : { name: name.trim() }),
    ...(isChanged(grantsOf(role.grants), grants) ? { grants: listOf(grants) } : {}),
  }
  return { method: 'PATCH', path: `/roles/${role.id}`, body: { version: role.version, ...changed } } as const
}

function useSave(close: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PATCH'; path: string; body: object }) => write<Role>(method, path, body),
    onSuccess: ({ name }) => {
      notify({ words: say('role.saved', { name }) })
      close()
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['roles', 'session', 'people'].includes(String(queryKey[0])) })
    },
  })
}

type NameProps = {
  readonly role: Role | undefined
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly errors: Readonly<Record<string, string>>
}

function NameFields({ role, typed, change, errors }: NameProps) {
  const { say } = useWords()
  return (
    <>
      {!role && (
        <Field id="role-id" label={say('role.id')} error={errors.id} hint={say('role.id-hint')}>
          <Input id="role-id" value={typed.id} onChange={(event) => change({ id: event.target.value })} />
        </Field>
      )}
      {!role?.shipped && (
        <Field id="role-name" label={say('role.name')} error={errors.name}>
          <Input id="role-name" value={typed.name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
      )}
    </>
  )
}

/** A role: its name where it is the firm's own, what it grants, in use or retired. */
export function RoleForm({ role, close }: RoleFormProps) {
  const { say } = useWords()
  const phone = useIsPhone()
  // What one began from: a change that came meanwhile is told, not overwritten.
  const [began] = useState(role)
  const [typed, setTyped] = useState<Typed>({ id: role?.id ?? '', name: role?.name ?? '', grants: grantsOf(role?.grants ?? []) })
  const { mutate, isPending, error } = useSave(close)
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'role')
  const request = requestOf(began, typed)
  const nothing = began !== undefined && Object.keys(request.body).length === 1
  const incomplete = typed.name.trim() === '' || (!began && typed.id.trim() === '')
  const foot = (
    <div className="row">
      <Button type="primary" loading={isPending} disabled={nothing || incomplete} onClick={() => mutate(request)}>
        {say('action.save')}
      </Button>
      {began && !began.shipped && (
        <Button
          loading={isPending}
          onClick={() => mutate({ method: 'PATCH', path: `/roles/${began.id}`, body: { version: began.version, retired: !began.retired } })}
        >
          {say(began.retired ? 'role.reinstate' : 'role.retire')}
        </Button>
      )}
    </div>
  )
  return (
    <Drawer
      open
      title={began?.name ?? say('role.add')}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 520}
      footer={foot}
    >
      <div className="stack">
        {error && <Refused words={failureWords(error, say)} />}
        <NameFields role={began} typed={typed} errors={errors} change={(part) => setTyped((before) => ({ ...before, ...part }))} />
        <h2 className="label">{say('role.grants')}</h2>
        <GrantTable grants={typed.grants} change={(grants) => setTyped((before) => ({ ...before, grants }))} />
      </div>
    </Drawer>
  )
}
