import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { RosterShift, RosterWeek, ShiftsPlanned } from '../../wire/roster.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useMay, useZone } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { RosterDrawer, useRosterWrite } from './RosterDrawer.tsx'

type ShiftProps = {
  readonly week: RosterWeek
  readonly shift: RosterShift
  readonly person: { readonly id: string; readonly name: string }
  readonly close: () => void
}

type Way = 'stand-in' | 'swap'

function useHours() {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return ({ start, end }: Pick<RosterShift, 'start' | 'end'>) => {
    const at = (instant: number) => instantWords(instant, now, { zone, locale, ends: true })
    return say('roster.span', { from: at(start), until: at(end) })
  }
}

/** Gives the shift up without anybody in its place: from now on, or whole where it has not begun. */
function DropShift({ shift, reason, close }: Pick<ShiftProps, 'shift' | 'close'> & { readonly reason: string }) {
  const { say } = useWords()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      write('POST', `/services/${shift.record}/continue`, {
        type: 'shift.dropped',
        values: reason.trim() === '' ? {} : { summary: reason.trim() },
      }),
    onSuccess: () => {
      notify({ words: say('roster.dropped') })
      close()
      return client.invalidateQueries()
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return (
    <Button loading={isPending} onClick={() => mutate()}>
      {say('roster.drop')}
    </Button>
  )
}

function About({ shift, person }: Pick<ShiftProps, 'shift' | 'person'>) {
  const hours = useHours()
  return (
    <div>
      <p>
        <b>{person.name}</b> {shift.desk?.name}
      </p>
      <p className="s13 ink2">{hours(shift)}</p>
      <p className="s13">
        <Link to="/contracts/$id" params={{ id: shift.contract.id }}>
          {shift.contract.number} {shift.contract.title}
        </Link>
      </p>
    </div>
  )
}

const FIELDS = ['person', 'for', 'reason']

/** A shift: what it is, and 替班, 换班 or giving it up while it is not over. */
export function ShiftDrawer({ week, shift, person, close }: ShiftProps) {
  const { say } = useWords()
  const hours = useHours()
  const mayPlan = useMay('service.record')
  const [way, setWay] = useState<Way>('stand-in')
  const [to, setTo] = useState<string>()
  const [back, setBack] = useState<string>()
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useRosterWrite<ShiftsPlanned>(`/roster/shifts/${shift.record}/hand-over`, {
    done: () => say(way === 'swap' ? 'roster.swapped' : 'roster.handed'),
    close,
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'hand')
  const others = week.people.filter(({ id }) => id !== person.id)
  const theirs = (week.people.find(({ id }) => id === to)?.shifts ?? []).filter(
    (one) => one.contract.id === shift.contract.id && one.end > week.now,
  )
  const isOver = shift.end <= week.now
  const send = () => mutate({ person: to ?? '', reason, ...(way === 'swap' ? { for: back ?? '' } : {}) })
  const form = { title: say('roster.shift'), save: say('roster.hand-over'), close, send, isPending, error, fields: FIELDS }
  if (isOver || !mayPlan)
    return (
      <RosterDrawer {...form} save={say('action.close')} send={close}>
        <About shift={shift} person={person} />
        {isOver && <p className="s13 ink2">{say('roster.is-over')}</p>}
      </RosterDrawer>
    )
  return (
    <RosterDrawer {...form}>
      <About shift={shift} person={person} />
      <Segmented<Way>
        value={way}
        options={[
          { value: 'stand-in', label: say('roster.stand-in') },
          { value: 'swap', label: say('roster.swap') },
        ]}
        onChange={setWay}
      />
      <Field id="hand-person" label={say('roster.taker')} error={errors.person}>
        <PersonChoice id="hand-person" people={others} value={to} choose={setTo} />
      </Field>
      {way === 'swap' && (
        <Field id="hand-for" label={say('roster.in-return')} error={errors.for} hint={say('roster.in-return-hint')}>
          <Select
            id="hand-for"
            value={back}
            options={theirs.map((one) => ({ value: one.record, label: hours(one) }))}
            onChange={(chosen: string) => setBack(chosen)}
          />
        </Field>
      )}
      <Field id="hand-reason" label={say('roster.reason')} error={errors.reason}>
        <Input id="hand-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <DropShift shift={shift} reason={reason} close={close} />
    </RosterDrawer>
  )
}
