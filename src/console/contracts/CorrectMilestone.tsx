import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import type { ContractDetail, MovedDate, MovedDates } from '../../wire/contracts.ts'
import { tenantNow, useMinute } from '../../ui/now.ts'
import { fromInput, instantWords, toInput, zoneWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { call, write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

/** What is put right: a milestone at its minute, or the day on which the contract was signed. */
export type Dated = Pick<ContractDetail['milestones'][number], 'fact' | 'at'> & { readonly name: string; readonly kind: 'minute' | 'day' }

function useMovedDates(contract: string, of: string, to: number | undefined) {
  return useQuery({
    queryKey: ['correction-preview', contract, of, to],
    queryFn: ({ signal }) => call<MovedDates>('POST', `/contracts/${contract}/correction-preview`, { body: { of, to }, signal }),
    enabled: to !== undefined && to <= tenantNow(),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
}

function DateCell({ at }: { readonly at: number | undefined }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return at === undefined ? say('running.no-due') : instantWords(at, now, { zone, locale, ends: true })
}

function MovedRow({ moved }: { readonly moved: MovedDate }) {
  const { say } = useWords()
  const { title, kind, episode, of, count, before, after, stateAfter, reason } = moved
  return (
    <tr>
      <td>
        <b>{kind === 'due' && episode > 1 ? say('clock.episode', { title, episode }) : title}</b>
        <span className="s12 ink3 block">{count === 1 ? of : say('redate.and-more', { of, count })}</span>
      </td>
      <td className="nowrap" data-label={say('running.before')}>
        <DateCell at={before} />
      </td>
      <td className={stateAfter === 'broken' ? 'tone-broken toned nowrap' : 'nowrap'} data-label={say('redate.after')}>
        <b>
          <DateCell at={after} />
        </b>
        {stateAfter !== undefined && stateAfter !== 'open' && (
          <span className="s12 ink2 block">{stateAfter === 'broken' ? say('running.broken-then') : say(`state.${stateAfter}`)}</span>
        )}
      </td>
      <td className="s13 ink2" data-label={say('redate.because')}>
        {reason}
      </td>
    </tr>
  )
}

/** Every date that hangs on the milestone: as it stands, as it would stand, and from what it comes. */
function MovedTable({ moved }: { readonly moved: MovedDates }) {
  const { say } = useWords()
  if (moved.items.length === 0) return <p className="s13 ink2">{say('redate.nothing-moves')}</p>
  return (
    <div className="moves-scroll">
      <table className="moves">
        <thead>
          <tr>
            <th scope="col">{say('running.clause')}</th>
            <th scope="col">{say('running.before')}</th>
            <th scope="col">{say('redate.after')}</th>
            <th scope="col">{say('redate.because')}</th>
          </tr>
        </thead>
        <tbody>
          {moved.items.map((one) => (
            <MovedRow key={`${one.kind} ${one.promise} ${one.episode} ${one.of}`} moved={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useCorrect(dated: Dated, close: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (typed: { readonly to: number; readonly reason: string }) =>
      write('POST', `/facts/${dated.fact}/correct`, { field: 'occurredAt', from: dated.at, ...typed }),
    onSuccess: () => {
      notify({ words: say('redate.done', { milestone: dated.name }) })
      close()
      return client.invalidateQueries()
    },
  })
}

/** A day without an hour is gone when it is over; today is not over yet. */
function instantTyped(typed: string, { kind }: Dated, zone: string): number | undefined {
  if (kind === 'minute') return fromInput(typed, zone)
  const over = fromInput(`${typed}T23:59`, zone)
  const isToday = typed === toInput(tenantNow(), zone).slice(0, TYPED_LENGTH.day)
  return isToday ? tenantNow() : over
}

const TYPED_LENGTH = { minute: 16, day: 10 } as const

type CorrectProps = { readonly contract: string; readonly dated: Dated; readonly close: () => void }

/** 更正时间: the date of a milestone or of the signature put right in one act, with all that it moves in sight before anybody decides; what stood is kept. */
export function CorrectMilestone({ contract, dated, close }: CorrectProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { name, kind, at } = dated
  const [began] = useState(() => toInput(at, zone).slice(0, TYPED_LENGTH[kind]))
  const [typed, setTyped] = useState(began)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const to = useMemo(() => (typed === began ? undefined : instantTyped(typed, dated, zone)), [typed, began, dated, zone])
  const moved = useMovedDates(contract, dated.fact, to)
  const correcting = useCorrect(dated, close)
  const errors = { ...fieldErrors(correcting.error), ...missing }
  useFocusOnError(errors, 'correct')
  const send = (): void => {
    const left = {
      ...(to === undefined ? { to: say('redate.same') } : {}),
      ...(reason.trim() === '' ? { reason: say('form.required') } : {}),
    }
    setMissing(left)
    if (to !== undefined && reason.trim() !== '') correcting.mutate({ to, reason: reason.trim() })
  }
  return (
    <Modal open width={760} title={say('redate.title', { milestone: name })} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p className="s13 ink2">{say('redate.explained', { at: kind === 'day' ? began : instantWords(at, now, { zone, locale }) })}</p>
        {correcting.error && Object.keys(errors).length === 0 && <Refused words={failureWords(correcting.error, say)} />}
        <Field
          id="correct-to"
          label={kind === 'day' ? say('contract.signed-on') : say('contract.milestone-at', { zone: zoneWords(tenantNow(), zone) })}
          error={errors.to ?? errors.from}
        >
          <Input
            id="correct-to"
            type={kind === 'day' ? 'date' : 'datetime-local'}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        {moved.error && <p className="field-error">{failureWords(moved.error, say)}</p>}
        {to !== undefined && moved.data && <MovedTable moved={moved.data} />}
        <Field id="correct-reason" label={say('redate.reason')} error={errors.reason}>
          <Input.TextArea
            id="correct-reason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Button type="primary" htmlType="submit" loading={correcting.isPending}>
          {say('redate.act')}
        </Button>
      </form>
    </Modal>
  )
}
