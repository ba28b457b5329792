import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { PlanShifts, RosterWeek, ShiftsPlanned } from '../../wire/roster.ts'
import { tenantNow } from '../../ui/now.ts'
import { isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { RosterDrawer, useRosterWrite } from './RosterDrawer.tsx'

/** What is known of the shift that is wanted: whose gap, or whose day, was pressed. */
export type Wanted = {
  readonly contract?: string | undefined
  readonly desk?: string | undefined
  readonly person?: string | undefined
  readonly day?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

type Typed = {
  readonly contract: string | undefined
  readonly desk: string | undefined
  readonly person: string | undefined
  readonly firstDay: string
  readonly lastDay: string
  readonly weekdays: readonly number[]
  readonly from: string
  readonly until: string
}

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const FIELDS = ['contract', 'desk', 'person', 'firstDay', 'lastDay', 'weekdays', 'from', 'until']

function begun(wanted: Wanted, { contracts }: RosterWeek, today: string): Typed {
  const contract = wanted.contract ?? (contracts.length === 1 ? contracts[0]!.id : undefined)
  const { desk, person, day = today, from = '08:00', until = '18:00' } = wanted
  return { contract, desk, person, firstDay: day, lastDay: day, weekdays: WEEK, from, until }
}

function bodyOf({ contract = '', person = '', desk, weekdays, ...rest }: Typed): PlanShifts {
  const repeats = rest.lastDay !== rest.firstDay
  return { contract, person, ...(desk === undefined ? {} : { desk }), ...(repeats ? { weekdays: [...weekdays] } : {}), ...rest }
}

type PartProps = {
  readonly typed: Typed
  readonly set: (change: Partial<Typed>) => void
  readonly errors: Readonly<Record<string, string>>
}

function Where({ typed, set, errors, contracts }: PartProps & Pick<RosterWeek, 'contracts'>) {
  const { say } = useWords()
  const desks = contracts.find(({ id }) => id === typed.contract)?.desks ?? []
  return (
    <>
      <Field id="plan-contract" label={say('roster.contract')} error={errors.contract}>
        <Select
          id="plan-contract"
          value={typed.contract}
          showSearch={{ optionFilterProp: 'label' }}
          options={contracts.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          onChange={(contract: string) => set({ contract, desk: undefined })}
        />
      </Field>
      <Field id="plan-desk" label={say('roster.desk')} optional error={errors.desk} hint={say('roster.desk-hint')}>
        <Select
          id="plan-desk"
          allowClear
          value={typed.desk}
          options={desks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(desk: string | undefined) => set({ desk })}
        />
      </Field>
    </>
  )
}

function When({ typed, set, errors }: PartProps) {
  const { say } = useWords()
  const day = (name: 'firstDay' | 'lastDay' | 'from' | 'until', type: 'date' | 'time') => (
    <Field id={`plan-${name}`} label={say(`roster.${name}`)} error={errors[name]}>
      <Input
        id={`plan-${name}`}
        type={type}
        value={typed[name] === '24:00' ? '00:00' : typed[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </Field>
  )
  return (
    <>
      <div className="row pair">
        {day('from', 'time')}
        {day('until', 'time')}
      </div>
      {typed.until <= typed.from && <p className="s12 ink3">{say('roster.next-day')}</p>}
      <div className="row pair">
        {day('firstDay', 'date')}
        {day('lastDay', 'date')}
      </div>
      {typed.lastDay !== typed.firstDay && (
        <Field id="plan-weekdays" label={say('roster.weekdays')} error={errors.weekdays}>
          <Checkbox.Group
            value={[...typed.weekdays]}
            options={WEEK.map((value) => ({ value, label: say(`weekday.${value as 1}`) }))}
            onChange={(weekdays) => set({ weekdays: weekdays.toSorted() })}
          />
        </Field>
      )}
    </>
  )
}

/** 排一个班次, or one on each of some weekdays until a day. */
export function PlanDrawer({ week, wanted, close }: { readonly week: RosterWeek; readonly wanted: Wanted; readonly close: () => void }) {
  const { say } = useWords()
  const zone = useZone()
  const [typed, setTyped] = useState(() => begun(wanted, week, isoDay(tenantNow(), zone)))
  const { mutate, isPending, error } = useRosterWrite<ShiftsPlanned>('/roster/shifts', {
    done: ({ records }) => say('roster.planned', { count: records.length }),
    close,
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'plan')
  // A first day after the last one moves it along: most shifts are of one day.
  const set = (change: Partial<Typed>) =>
    setTyped((before) => {
      const next = { ...before, ...change }
      return change.firstDay !== undefined && (before.lastDay === before.firstDay || next.lastDay < next.firstDay)
        ? { ...next, lastDay: next.firstDay }
        : next
    })
  return (
    <RosterDrawer
      title={say('roster.plan')}
      save={say('roster.plan-save')}
      close={close}
      send={() => mutate(bodyOf(typed))}
      isPending={isPending}
      error={error}
      fields={FIELDS}
    >
      <Where typed={typed} set={set} errors={errors} contracts={week.contracts} />
      <Field id="plan-person" label={say('roster.person')} error={errors.person}>
        <PersonChoice id="plan-person" people={week.people} value={typed.person} choose={(person) => set({ person })} />
      </Field>
      <When typed={typed} set={set} errors={errors} />
    </RosterDrawer>
  )
}
