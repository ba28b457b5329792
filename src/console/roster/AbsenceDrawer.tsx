import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { Absence, AbsenceAdded, AbsenceReason, RosterWeek } from '../../wire/roster.ts'
import { ABSENCE_REASONS } from '../../wire/roster.ts'
import { tenantNow, useMinute } from '../../ui/now.ts'
import { fromInput, instantWords, isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Button } from 'antd'
import { PersonChoice } from './PersonChoice.tsx'
import { RosterDrawer, useRosterWrite } from './RosterDrawer.tsx'

type Typed = {
  readonly of: 'person' | 'team'
  readonly person: string | undefined
  readonly team: string | undefined
  readonly start: string
  readonly end: string
  readonly reason: AbsenceReason
  readonly note: string
}

function bodyOf({ of, person, team, start, end, reason, note }: Typed, zone: string): object {
  const whom = of === 'person' ? { person } : { team }
  const times = { start: fromInput(start, zone), end: fromInput(end, zone) }
  return { ...whom, ...times, reason, ...(note.trim() === '' ? {} : { note: note.trim() }) }
}

type PartProps = {
  readonly typed: Typed
  readonly set: (change: Partial<Typed>) => void
  readonly errors: Readonly<Record<string, string>>
}

function Whom({ typed, set, errors, week }: PartProps & { readonly week: RosterWeek }) {
  const { say } = useWords()
  const teams = new Map(week.people.flatMap((one) => (one.team ? [[one.team.id, one.team.name] as const] : [])))
  return (
    <>
      <Segmented<'person' | 'team'>
        value={typed.of}
        options={[
          { value: 'person', label: say('absence.of-person') },
          { value: 'team', label: say('absence.of-team') },
        ]}
        onChange={(of) => set({ of })}
      />
      {typed.of === 'person' ? (
        <Field id="absence-person" label={say('absence.person')} error={errors.person}>
          <PersonChoice id="absence-person" people={week.people} value={typed.person} choose={(person) => set({ person })} />
        </Field>
      ) : (
        <Field id="absence-team" label={say('absence.team')} error={errors.team ?? errors.person}>
          <Select
            id="absence-team"
            value={typed.team}
            options={[...teams].map(([value, label]) => ({ value, label }))}
            onChange={(team: string) => set({ team })}
          />
        </Field>
      )}
    </>
  )
}

function Standing({ absence, name, close }: { readonly absence: Absence; readonly name: string; readonly close: () => void }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { mutate, isPending } = useRosterWrite(`/absences/${absence.id}/withdraw`, {
    done: () => say('absence.withdrawn', { name }),
    close,
  })
  const at = (instant: number) => instantWords(instant, now, { zone, locale, ends: true })
  return (
    <li className="sheet-row">
      <span className="grow">
        {name} <span className="s13 ink2">{say(`absence.${absence.reason}`)}</span>
        <span className="s12 ink3 block">
          {[say('roster.span', { from: at(absence.start), until: at(absence.end) }), absence.note].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Button size="small" loading={isPending} onClick={() => mutate(undefined)}>
        {say('absence.withdraw')}
      </Button>
    </li>
  )
}

const FIELDS = ['person', 'team', 'start', 'end', 'reason', 'note']

/** 缺勤 of somebody or of a team; shifts that fall into it are given up. What stands in the week can be taken back. */
export function AbsenceDrawer({ week, close }: { readonly week: RosterWeek; readonly close: () => void }) {
  const { say } = useWords()
  const zone = useZone()
  const today = isoDay(tenantNow(), zone)
  const [typed, setTyped] = useState<Typed>({
    of: 'person',
    person: undefined,
    team: undefined,
    start: `${today}T09:00`,
    end: `${today}T18:00`,
    reason: 'leave',
    note: '',
  })
  const { mutate, isPending, error } = useRosterWrite<AbsenceAdded>('/absences', {
    done: ({ shortened }) => say(shortened === 0 ? 'absence.added' : 'absence.added-cut', { count: shortened }),
    close,
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'absence')
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }))
  const standing = week.people.flatMap(({ name, absences }) => absences.map((absence) => ({ absence, name })))
  const time = (name: 'start' | 'end') => (
    <Field id={`absence-${name}`} label={say(`absence.${name}`)} error={errors[name]}>
      <Input id={`absence-${name}`} type="datetime-local" value={typed[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </Field>
  )
  return (
    <RosterDrawer
      title={say('absence.add')}
      save={say('absence.save')}
      close={close}
      send={() => mutate(bodyOf(typed, zone))}
      isPending={isPending}
      error={error}
      fields={FIELDS}
    >
      <Whom typed={typed} set={set} errors={errors} week={week} />
      <Field id="absence-reason" label={say('absence.reason')} error={errors.reason}>
        <Select
          id="absence-reason"
          value={typed.reason}
          options={ABSENCE_REASONS.map((value) => ({ value, label: say(`absence.${value}`) }))}
          onChange={(reason: AbsenceReason) => set({ reason })}
        />
      </Field>
      {time('start')}
      {time('end')}
      <Field id="absence-note" label={say('absence.note')} optional error={errors.note} hint={say('absence.hint')}>
        <Input id="absence-note" value={typed.note} onChange={(event) => set({ note: event.target.value })} />
      </Field>
      {standing.length > 0 && (
        <section>
          <h3 className="label">{say('absence.standing')}</h3>
          <ul className="sheet-list">
            {standing.map(({ absence, name }) => (
              <Standing key={absence.id} absence={absence} name={name} close={close} />
            ))}
          </ul>
        </section>
      )}
    </RosterDrawer>
  )
}
