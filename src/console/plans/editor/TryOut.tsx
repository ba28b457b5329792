import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { CheckedPlan, TriedDue, TriedDues, TryDimension } from '../../../wire/plans.ts'
import { tenantNow } from '../../../ui/now.ts'
import { fromInput, instantWords, toInput } from '../../../ui/time.ts'
import { useWords } from '../../../ui/words/say.ts'
import { call } from '../../api/call.ts'
import { failureWords } from '../../shell/Failure.tsx'
import './tryout.css'

type Asks = NonNullable<CheckedPlan['asks']>
type Case = { readonly start: number; readonly data: Readonly<Record<string, string>> }

/** Of each dimension the value that was chosen, or the first, as far as this plan has it. */
function dataFor({ dimensions }: Asks, chosen: Case['data']): Record<string, string> {
  return Object.fromEntries(
    dimensions.flatMap(({ id, values }) => {
      const value = values.find((one) => one.id === chosen[id]) ?? values[0]
      return value ? [[id, value.id]] : []
    }),
  )
}

/** What is tried out: a text as it stands in the editor, or a version that stands. */
type Tried = { readonly yaml: string } | { readonly plan: string }

function useTried(of: Tried, tried: Case, enabled: boolean) {
  return useQuery({
    queryKey: ['plan-due', of, tried],
    queryFn: ({ signal }) =>
      'plan' in of
        ? call<TriedDues>('POST', `/plans/${of.plan}/due`, { body: tried, signal })
        : call<TriedDues>('POST', '/plans/due', { body: { ...of, ...tried }, signal }),
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

function dimensionName({ id, name }: TryDimension, say: ReturnType<typeof useWords>['say']): string {
  return id === 'grade' || id === 'zone' ? say(`plan-edit.try-${id}`) : (name ?? id)
}

type DueProps = { readonly due: TriedDue; readonly zone: string; readonly now: number }

function Due({ due, zone, now }: DueProps) {
  const { say, locale } = useWords()
  const words = (at: number, ends = false) => instantWords(at, now, { zone, locale, ends })
  const { title, opens, dueAt, from, after, startAt, provisional, why } = due
  const start = after
    ? say('plan-edit.try-after', { title: after, at: words(startAt, true) })
    : from
      ? say('plan-edit.try-from', { event: from, at: words(startAt) })
      : ''
  return (
    <li>
      <details>
        <summary>
          <b>{title}</b> {start}
          {dueAt === undefined ? (
            say(opens ? 'plan-edit.try-unstated' : 'plan-edit.try-none')
          ) : (
            <>
              {say('plan-edit.try-due')} <b className={provisional ? 'provisional' : undefined}>{words(dueAt, true)}</b>
              {provisional && ` ${say('plan-edit.try-provisional')}`}
            </>
          )}
        </summary>
        {why.map((line) => (
          <p key={line} className="s13 ink2">
            {line}
          </p>
        ))}
      </details>
    </li>
  )
}

type TryOutProps = { readonly of: Tried; readonly asks: Asks | undefined; readonly fresh: boolean }

/** 试算: a fault told then and there; what does the plan promise? By the engine that counts live. */
export function TryOut({ of, asks, fresh }: TryOutProps) {
  const { say, locale } = useWords()
  const [last, setLast] = useState(asks)
  if (asks && asks !== last) setLast(asks)
  const zone = last?.timezone ?? 'Asia/Shanghai'
  const [start, setStart] = useState(tenantNow)
  const [chosen, choose] = useState<Case['data']>({})
  const [changing, setChanging] = useState(false)
  const data = last ? dataFor(last, chosen) : {}
  const { data: answer, error } = useTried(of, { start, data }, asks !== undefined && fresh)
  const now = tenantNow()
  const named = last?.dimensions.map(({ id, values }) => values.find((one) => one.id === data[id])?.name ?? '') ?? []
  return (
    <section className="plan-try" aria-label={say('plan-edit.try')}>
      <div className="row">
        <b>{say('plan-edit.try')}</b>
        <span className="ink3 grow">
          {say('plan-edit.try-case', { at: instantWords(start, now, { zone, locale }) })} {named.join(' · ')}
        </span>
        <button type="button" className="link" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {say('plan-edit.try-other')}
        </button>
      </div>
      {changing && last && (
        <div className="row plan-try-fields">
          <Input
            type="datetime-local"
            aria-label={say('plan-edit.try-start')}
            defaultValue={toInput(start, zone)}
            onChange={(event) => {
              const at = fromInput(event.target.value, zone)
              if (at !== undefined) setStart(at)
            }}
          />
          {last.dimensions.map((dimension) => (
            <Select
              key={dimension.id}
              aria-label={dimensionName(dimension, say)}
              value={data[dimension.id]}
              options={dimension.values.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(value: string) => choose({ ...chosen, [dimension.id]: value })}
            />
          ))}
        </div>
      )}
      {error && fresh && <p className="s13">{failureWords(error, say)}</p>}
      {!asks && <p className="s13 ink3">{say('plan-edit.try-not-yet')}</p>}
      {answer && asks && (
        <ul>
          {answer.items.map((due) => (
            <Due key={due.promise} due={due} zone={zone} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}
