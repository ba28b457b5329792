import { Input } from 'antd'
import { useState } from 'react'
import { tenantNow } from '../../ui/now.ts'
import { fromInput, toInput, zoneWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { Field } from './Field.tsx'
import { LATE_MS } from './happened.ts'
import type { Happened } from './happened.ts'

type WhenProps = {
  readonly prefix: string
  readonly zone: string
  readonly value: Happened
  readonly change: (value: Happened) => void
  readonly errors: Readonly<Record<string, string>>
}

function LateQuestions({ prefix, value, change, errors }: WhenProps) {
  const { say } = useWords()
  return (
    <div className="late-questions">
      <p className="s13">{say('late.explained')}</p>
      <Field id={`${prefix}-lateReason`} label={say('late.reason')} error={errors.lateReason}>
        <Input
          id={`${prefix}-lateReason`}
          value={value.lateReason ?? ''}
          placeholder={say('late.reason-hint')}
          onChange={(event) => change({ ...value, lateReason: event.target.value })}
        />
      </Field>
      <Field id={`${prefix}-lateEvidence`} label={say('late.evidence')} error={errors.lateEvidence}>
        <Input
          id={`${prefix}-lateEvidence`}
          value={value.lateEvidence ?? ''}
          placeholder={say('late.evidence-hint')}
          onChange={(event) => change({ ...value, lateEvidence: event.target.value })}
        />
      </Field>
    </div>
  )
}

export function When(props: WhenProps) {
  const { prefix, zone, value, change, errors } = props
  const { say } = useWords()
  const [text, setText] = useState(() => toInput(value.occurredAt ?? tenantNow(), zone))
  const earlier = value.occurredAt !== undefined
  const type = (typed: string): void => {
    setText(typed)
    const at = fromInput(typed, zone)
    if (at !== undefined) change({ ...value, occurredAt: at })
  }
  if (!earlier)
    return (
      <button type="button" className="link s13" onClick={() => change({ ...value, occurredAt: fromInput(text, zone) ?? tenantNow() })}>
        {say('when.earlier')}
      </button>
    )
  const asksWhy = tenantNow() - (value.occurredAt ?? 0) > LATE_MS || errors.lateReason !== undefined || errors.lateEvidence !== undefined
  return (
    <>
      <Field id={`${prefix}-occurredAt`} label={say('when.occurred', { zone: zoneWords(tenantNow(), zone) })} error={errors.occurredAt}>
        <div className="row">
          <Input id={`${prefix}-occurredAt`} type="datetime-local" value={text} onChange={(event) => type(event.target.value)} />
          <button type="button" className="link s13 nowrap" onClick={() => change({})}>
            {say('when.now')}
          </button>
        </div>
      </Field>
      {asksWhy && <LateQuestions {...props} />}
    </>
  )
}
