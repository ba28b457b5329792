import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { DAYS } from '../../core/calendar/hours.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { OFFICE, readHours, timeOf, writeHours } from './hours-form.ts'
import type { HoursForm, HoursRow, TypedSpan } from './hours-form.ts'

type Weekly = Extract<HoursForm, { kind: 'weekly' }>
type SpanProps = { readonly span: TypedSpan; readonly change: (span: TypedSpan) => void; readonly drop: (() => void) | undefined }

function Span({ span, change, drop }: SpanProps) {
  const { say } = useWords()
  const time = (end: 'from' | 'until') => (
    <Input
      className="hours-time"
      aria-label={say(`hours.${end}`)}
      value={span[end]}
      inputMode="numeric"
      maxLength={5}
      onChange={(event) => change({ ...span, [end]: event.target.value })}
      onBlur={(event) => change({ ...span, [end]: timeOf(event.target.value) })}
    />
  )
  return (
    <span className="hours-span">
      {time('from')} {say('hours.to')} {time('until')}
      {drop && (
        <button type="button" className="plain" aria-label={say('hours.drop-span')} onClick={drop}>
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}

type RowProps = { readonly row: HoursRow; readonly change: (row: HoursRow) => void; readonly drop: (() => void) | undefined }

/** Days that are pressed, and their hours. */
function WeekRow({ row, change, drop }: RowProps) {
  const { say } = useWords()
  const { days, spans } = row
  const without = (at: number) => change({ days, spans: spans.filter((_, other) => other !== at) })
  return (
    <div className="hours-row">
      <div className="hours-days">
        {DAYS.map((day) => (
          <button
            key={day}
            type="button"
            className="choice-chip"
            aria-pressed={days.includes(day)}
            onClick={() => change({ days: DAYS.filter((one) => (one === day) !== days.includes(one)), spans })}
          >
            {say(`hours.${day}`)}
          </button>
        ))}
      </div>
      {spans.map((span, at) => (
        <Span
          key={at}
          span={span}
          change={(changed) => change({ days, spans: spans.with(at, changed) })}
          drop={spans.length > 1 ? () => without(at) : undefined}
        />
      ))}
      <button type="button" className="link s13" onClick={() => change({ days, spans: [...spans, { from: '', until: '' }] })}>
        {say('hours.add-span')}
      </button>
      {drop && (
        <button type="button" className="link s13" onClick={drop}>
          {say('hours.drop-row')}
        </button>
      )}
    </div>
  )
}

function Week({ form, change }: { readonly form: Weekly; readonly change: (form: Weekly) => void }) {
  const { say } = useWords()
  const { rows } = form
  return (
    <>
      {rows.map((row, at) => (
        <WeekRow
          key={at}
          row={row}
          change={(changed) => change({ ...form, rows: rows.with(at, changed) })}
          drop={rows.length > 1 ? () => change({ ...form, rows: rows.filter((_, other) => other !== at) }) : undefined}
        />
      ))}
      <div className="row">
        <Button size="small" onClick={() => change({ ...form, rows: [...rows, { days: ['sat'], spans: [{ from: '', until: '' }] }] })}>
          {say('hours.add-row')}
        </Button>
        <Checkbox checked={form.holidays} onChange={(event) => change({ ...form, holidays: event.target.checked })}>
          {say('hours.holidays')}
        </Checkbox>
      </div>
    </>
  )
}

type Props = { readonly id: string; readonly label: string; readonly value: string; readonly change: (value: string) => void }

/** Service hours: round the clock, or by the days of the week; what no form shows is typed as it was. */
export function HoursField({ id, label, value, change }: Props) {
  const { say } = useWords()
  const [form, setForm] = useState(() => readHours(value))
  const set = (next: HoursForm): void => {
    setForm(next)
    if (next.kind !== 'text') change(writeHours(next))
  }
  if (form.kind === 'text')
    return (
      <Input
        id={id}
        aria-label={label}
        value={value}
        placeholder={say('contract.hours-hint')}
        onChange={(event) => change(event.target.value)}
      />
    )
  return (
    <div className="hours-field">
      <Select
        id={id}
        aria-label={label}
        allowClear
        value={form.kind === 'none' ? undefined : form.kind}
        placeholder={say('select.choose')}
        options={(['always', 'weekly'] as const).map((kind) => ({ value: kind, label: say(`hours.${kind}`) }))}
        onChange={(kind: 'always' | 'weekly' | undefined) => set(kind === 'weekly' ? OFFICE : { kind: kind ?? 'none' })}
      />
      {form.kind === 'weekly' && <Week form={form} change={set} />}
    </div>
  )
}
