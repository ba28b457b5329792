import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Role } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { allRolesQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { RoleForm } from './RoleForm.tsx'
import { SettingsHead } from './SettingsHead.tsx'
import './settings.css'

function Row({ role, open }: { readonly role: Role; readonly open: (() => void) | undefined }) {
  const { say } = useWords()
  return (
    <li>
      <button type="button" className="sheet-row" onClick={open} disabled={open === undefined}>
        <span className="grow">
          <b>{role.name}</b> <span className="s13 ink3">{role.id}</span>
        </span>
        <span className="s13 ink2">{say('role.grants-count', { count: role.grants.length })}</span>
        <span className="s13 ink2">{say('role.people', { count: role.people })}</span>
        {role.shipped && <span className="tag">{say('role.shipped')}</span>}
        {role.retired && <span className="tag">{say('role.retired')}</span>}
      </button>
    </li>
  )
}

/** 角色与权限: the shipped roles and the firm's own, what each grants and how far. */
export function Roles() {
  const { say } = useWords()
  const mayManage = useMay('role.manage')
  const { data, error, refetch } = useQuery(allRolesQuery)
  const [open, setOpen] = useState<string>()
  const [retired, setRetired] = useState(false)
  const roles = data?.items ?? []
  const chosen = roles.find((one) => one.id === open)
  return (
    <main className="sheet">
      <SettingsHead>
        {roles.some((one) => one.retired) && (
          <Checkbox checked={retired} onChange={(event) => setRetired(event.target.checked)}>
            {say('settings.show-retired')}
          </Checkbox>
        )}
        {mayManage && (
          <Button type="primary" onClick={() => setOpen('')}>
            {say('role.add')}
          </Button>
        )}
      </SettingsHead>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      <ul className="sheet-list">
        {roles
          .filter((one) => retired || !one.retired)
          .map((role) => (
            <Row key={role.id} role={role} open={mayManage ? () => setOpen(role.id) : undefined} />
          ))}
      </ul>
      {open !== undefined && (open === '' || chosen) && <RoleForm key={open} role={chosen} close={() => setOpen(undefined)} />}
    </main>
  )
}
