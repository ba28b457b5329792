import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Team } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { allTeamsQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { inTree } from './team-tree.ts'
import { SettingsHead } from './SettingsHead.tsx'
import { EscalationSetting } from './EscalationSetting.tsx'
import { TeamDrawer } from './TeamDrawer.tsx'
import './settings.css'

type RowProps = { readonly team: Team; readonly depth: number; readonly open: (() => void) | undefined }

function Row({ team, depth, open }: RowProps) {
  const { say } = useWords()
  return (
    <li>
      <button type="button" className="sheet-row" onClick={open} disabled={open === undefined} style={{ paddingLeft: 4 + depth * 20 }}>
        <span className="grow">
          <b>{team.name}</b>
        </span>
        <span className="s13 ink2">{say('role.people', { count: team.people })}</span>
        {team.retired && <span className="tag">{say('role.retired')}</span>}
      </button>
    </li>
  )
}

/** 班组: who works together, one under another. */
export function Teams() {
  const { say } = useWords()
  const mayManage = useMay('team.manage')
  const { data, error, refetch } = useQuery(allTeamsQuery)
  const [open, setOpen] = useState<string>()
  const [retired, setRetired] = useState(false)
  const teams = data?.items ?? []
  const chosen = teams.find((one) => one.id === open)
  return (
    <main className="sheet">
      <SettingsHead>
        {teams.some((one) => one.retired) && (
          <Checkbox checked={retired} onChange={(event) => setRetired(event.target.checked)}>
            {say('settings.show-retired')}
          </Checkbox>
        )}
        {mayManage && (
          <Button type="primary" onClick={() => setOpen('')}>
            {say('team.add')}
          </Button>
        )}
      </SettingsHead>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && teams.length === 0 && (
        <div className="empty">
          <p>{say('team.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
        {inTree(teams.filter((one) => retired || !one.retired)).map(({ team, depth }) => (
          <Row key={team.id} team={team} depth={depth} open={mayManage ? () => setOpen(team.id) : undefined} />
        ))}
      </ul>
      {mayManage && <EscalationSetting />}
      {open !== undefined && (open === '' || chosen) && (
        <TeamDrawer key={open} team={chosen} teams={teams} close={() => setOpen(undefined)} />
      )}
    </main>
  )
}
