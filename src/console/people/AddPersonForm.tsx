import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AddedPerson, Customer } from '../../wire/parties.ts'
import { SHIPPED_ROLES } from '../../core/access/roles.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { rolesQuery, teamsQuery } from '../api/queries.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import type { Option } from '../form/Finder.tsx'
import { Refused, failureWords } from '../shell/Failure.tsx'

const isCustomerRole = (id: string): boolean => SHIPPED_ROLES.find((role) => role.id === id)?.party === 'customer'

type Draft = {
  readonly name: string
  readonly account: string
  readonly phone: string
  readonly email: string
  readonly team: string | undefined
  readonly subcontractor: string
  readonly customer: Option | undefined
  readonly roles: readonly string[]
}
const EMPTY: Draft = { name: '', account: '', phone: '', email: '', team: undefined, subcontractor: '', customer: undefined, roles: [] }

function bodyOf({ name, account, phone, email, team, subcontractor, customer, roles }: Draft): Record<string, unknown> {
  return {
    name: name.trim(),
    account: account.trim().toLowerCase(),
    roles,
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(email.trim() ? { email: email.trim() } : {}),
    ...(team && !customer ? { team } : {}),
    ...(subcontractor.trim() && !customer ? { subcontractor: subcontractor.trim() } : {}),
    ...(customer ? { customer: customer.value } : {}),
  }
}

type FieldsProps = {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly errors: Readonly<Record<string, string>>
  /** whose they are is known */
  readonly fixed: boolean
}

function Whose({ draft, change, errors }: Omit<FieldsProps, 'fixed'>) {
  const { say } = useWords()
  return (
    <Field id="person-customer" label={say('person.customer')} optional error={errors.customer} hint={say('person.customer-hint')}>
      <Finder
        id="person-customer"
        path="customers"
        option={(one: Customer) => ({ value: one.id, label: one.name })}
        value={draft.customer}
        choose={(customer) => change({ customer, roles: [] })}
        placeholder={say('report.find-customer')}
      />
    </Field>
  )
}

function Fields({ draft, change, errors, fixed }: FieldsProps) {
  const { say } = useWords()
  const roles = useQuery(rolesQuery).data?.items ?? []
  const teams = useQuery(teamsQuery).data?.items ?? []
  const fitting = roles.filter((role) => isCustomerRole(role.id) === (draft.customer !== undefined))
  return (
    <>
      <Field id="person-name" label={say('person.name')} error={errors.name}>
        <Input id="person-name" autoFocus value={draft.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field id="person-account" label={say('person.account')} error={errors.account} hint={say('person.account-hint')}>
        <Input id="person-account" value={draft.account} onChange={(event) => change({ account: event.target.value })} />
      </Field>
      <Field id="person-phone" label={say('person.phone')} optional error={errors.phone}>
        <Input id="person-phone" value={draft.phone} onChange={(event) => change({ phone: event.target.value })} />
      </Field>
      <Field id="person-email" label={say('person.email')} optional error={errors.email} hint={say('person.email-hint')}>
        <Input id="person-email" value={draft.email} onChange={(event) => change({ email: event.target.value })} />
      </Field>
      {!fixed && <Whose draft={draft} change={change} errors={errors} />}
      {!draft.customer && (
        <Field
          id="person-subcontractor"
          label={say('person.subcontractor')}
          optional
          error={errors.subcontractor}
          hint={say('person.subcontractor-hint')}
        >
          <Input
            id="person-subcontractor"
            value={draft.subcontractor}
            onChange={(event) => change({ subcontractor: event.target.value })}
          />
        </Field>
      )}
      {!draft.customer && (
        <Field id="person-team" label={say('person.team')} optional error={errors.team}>
          <Select
            id="person-team"
            allowClear
            value={draft.team}
            placeholder={say('select.choose')}
            options={teams.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(team: string | undefined) => change({ team })}
          />
        </Field>
      )}
      <Field id="person-roles" label={say('person.roles')} error={errors.roles}>
        <Select
          id="person-roles"
          mode="multiple"
          value={[...draft.roles]}
          placeholder={say('select.choose')}
          options={fitting.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(chosen: string[]) => change({ roles: chosen })}
        />
      </Field>
    </>
  )
}

type FormProps = {
  /** of this customer, who are invited */
  readonly of?: Option
  readonly close: () => void
  readonly done: (made: AddedPerson) => void
}

export function AddPersonForm({ of, close, done }: FormProps) {
  const { say } = useWords()
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, customer: of })
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => write<AddedPerson>('POST', '/people', bodyOf(draft)),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['people'] })
      close()
      done(made)
    },
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'person')
  return (
    <Modal open title={of ? say('party.invite-of', { name: of.label }) : say('person.add')} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        <Fields draft={draft} errors={errors} fixed={of !== undefined} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
        {error && Object.keys(errors).length === 0 && <Refused words={failureWords(error, say)} />}
        <Button
          type="primary"
          htmlType="submit"
          loading={isPending}
          disabled={draft.name.trim() === '' || draft.account.trim() === '' || draft.roles.length === 0}
        >
          {say('person.add-send')}
        </Button>
      </form>
    </Modal>
  )
}
