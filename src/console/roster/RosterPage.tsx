import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { RosterShift, RosterWeek } from '../../wire/roster.ts'
import { useMinute } from '../../ui/now.ts'
import { dayWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { rosterWeekQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { useIsPhone } from '../phone.ts'
import { useMay, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { AbsenceDrawer } from './AbsenceDrawer.tsx'
import { DayList } from './DayList.tsx'
import { DutyNow } from './DutyNow.tsx'
import { PlanDrawer } from './PlanDrawer.tsx'
import type { Wanted } from './PlanDrawer.tsx'
import { ShiftDrawer } from './ShiftDrawer.tsx'
import { WeekTable } from './WeekTable.tsx'
import { dayAfter } from './roster-week.ts'
import './roster.css'

/** The week that is shown, and the ones beside it; the address keeps it. */
function WeekSteps({ week }: { readonly week: RosterWeek }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const navigate = useNavigate()
  const show = (day: string | undefined) => void navigate({ to: '/roster', search: (before) => ({ ...before, day }), replace: true })
  const monday = week.days[0]!.day
  const span = { from: dayWords(week.from, now, { zone, locale }), until: dayWords(week.until - 1, now, { zone, locale }) }
  return (
    <div className="row week-steps">
      <Button onClick={() => show(dayAfter(monday, -7))}>{say('roster.week-before')}</Button>
      <Button onClick={() => show(undefined)}>{say('roster.this-week')}</Button>
      <Button onClick={() => show(dayAfter(monday, 7))}>{say('roster.week-after')}</Button>
      <b className="nowrap">{say('roster.span', span)}</b>
    </div>
  )
}

function TeamChoice({ week }: { readonly week: RosterWeek }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const { team } = useSearch({ from: '/room/roster' })
  const teams = new Map(week.people.flatMap((one) => (one.team ? [[one.team.id, one.team.name] as const] : [])))
  return (
    <Select
      id="roster-team"
      className="narrow"
      aria-label={say('roster.team')}
      value={team ?? ''}
      options={[{ value: '', label: say('roster.all-teams') }, ...[...teams].map(([value, label]) => ({ value, label }))]}
      onChange={(chosen) => void navigate({ to: '/roster', search: (before) => ({ ...before, team: chosen || undefined }), replace: true })}
    />
  )
}

type Open =
  | { readonly kind: 'plan'; readonly wanted: Wanted }
  | { readonly kind: 'absence' }
  | { readonly kind: 'shift'; readonly shift: RosterShift; readonly person: { readonly id: string; readonly name: string } }

function Opened({ open, week, close }: { readonly open: Open | undefined; readonly week: RosterWeek; readonly close: () => void }) {
  if (!open) return null
  if (open.kind === 'plan') return <PlanDrawer week={week} wanted={open.wanted} close={close} />
  if (open.kind === 'absence') return <AbsenceDrawer week={week} close={close} />
  return <ShiftDrawer week={week} shift={open.shift} person={open.person} close={close} />
}

/** 排班: a week of shifts and absences of everybody, beside the hours that contracts promise and nobody covers. */
export function RosterPage() {
  const { say } = useWords()
  const { day, team } = useSearch({ from: '/room/roster' })
  const mayPlan = useMay('service.record')
  const phone = useIsPhone()
  const { data: week, error, refetch } = useQuery(rosterWeekQuery(day))
  const [open, setOpen] = useState<Open>()
  if (error && !week) return <Failure error={error} retry={() => void refetch()} />
  if (!week) return <div className="skeleton board-skeleton" />
  const plan = (wanted: Wanted) => setOpen({ kind: 'plan', wanted })
  const shown = {
    week,
    people: week.people.filter((one) => team === undefined || one.team?.id === team),
    plan: mayPlan ? plan : undefined,
    open: (shift: RosterShift, person: { readonly id: string; readonly name: string }) => setOpen({ kind: 'shift', shift, person }),
  }
  return (
    <main className="sheet">
      <SheetHead title={say('room.roster')}>
        <TeamChoice week={week} />
        {mayPlan && <Button onClick={() => setOpen({ kind: 'absence' })}>{say('absence.add')}</Button>}
        {mayPlan && (
          <Button type="primary" onClick={() => plan({})}>
            {say('roster.plan')}
          </Button>
        )}
      </SheetHead>
      <section className="card place-card">
        <h2 className="label">{say('duty.now')}</h2>
        <DutyNow items={week.onDuty} />
      </section>
      <WeekSteps week={week} />
      {phone ? <DayList {...shown} /> : <WeekTable {...shown} />}
      <Opened open={open} week={week} close={() => setOpen(undefined)} />
    </main>
  )
}
