import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { spanWords } from '../../core/plan/span-words.ts'
import { serviceName } from '../../core/service/refusal.ts'
import { isServiceType } from '../../core/service/vocabulary.ts'
import type { ServiceField, ServiceType } from '../../core/service/vocabulary.ts'
import type { ServiceChanged, ServiceRow, ServiceTasks } from '../../wire/services.ts'
import { tenantNow, useMinute } from '../../ui/now.ts'
import { fromInput, instantWords, toInput, zoneWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { tasksQuery } from '../api/queries.ts'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { LATE_MS } from '../form/happened.ts'
import { useZone } from '../session.ts'
import { notify } from '../shell/notice.ts'
import { heldBy, usePictures } from './pictures.ts'
import { ServiceDrawer } from './ServiceDrawer.tsx'
import { FormFields, ServiceFields } from './ServiceFields.tsx'
import type { ServiceGround } from './ServiceForm.tsx'
import type { Answer, Answers } from './service-form.ts'
import {
  answersFrom,
  askedOf,
  changedFields,
  formAnswersFrom,
  formsFor,
  formsOf,
  misread,
  sayOf,
  unanswered,
  unansweredForms,
  valuesOf,
} from './service-form.ts'

type Entry = ServiceRow['entries'][number]
type CorrectProps = {
  readonly row: ServiceRow
  readonly entry: Entry & { readonly type: ServiceType }
  readonly ground: ServiceGround
  readonly close: () => void
}

/** What is typed for a field, in words. */
function useAnswerWords(
  tasks: ServiceTasks | undefined,
  { devices }: ServiceGround,
): (field: ServiceField, answer: Answer | undefined) => string {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const code = (value: unknown): string => tasks?.forms.find(({ id }) => id === value)?.name ?? serviceName('choice', String(value), locale)
  return ({ kind }, answer) => {
    if (answer === undefined || answer === '') return say('service.left-out')
    if (kind === 'duration') return spanWords(String(answer), locale) ?? say('service.left-out')
    if (typeof answer === 'boolean') return say(answer ? 'answer.yes' : 'answer.no')
    if (kind === 'instant') return instantWords(Number(answer), now, { zone, locale })
    if (kind === 'asset') return devices.find(({ id }) => id === answer)?.name ?? String(answer)
    if (Array.isArray(answer)) return answer.map(kind === 'list' ? code : String).join(say('list.and'))
    if (typeof answer === 'object') return 'label' in answer ? answer.label : ''
    return kind === 'code' ? code(answer) : String(answer)
  }
}

type Change = { readonly label: string; readonly before: string; readonly after: string }

/** Before and after, line by line. */
function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { say } = useWords()
  if (changes.length === 0) return <p className="s13 ink3">{say('service.nothing-changed')}</p>
  return (
    <ul className="s13 correct-changes">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label} <s className="ink3">{before}</s> → <b>{after}</b>
        </li>
      ))}
    </ul>
  )
}

type Body = { readonly reason: string; readonly values: Readonly<Record<string, unknown>>; readonly [more: string]: unknown }

function useCorrect({ row, close }: Pick<CorrectProps, 'row' | 'close'>) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (make: () => Promise<Body>) => write<ServiceChanged>('POST', `/services/${row.id}/correct`, await make()),
    onSuccess: () => {
      notify({ words: say('service.corrected') })
      close()
      return client.invalidateQueries()
    },
  })
}

function useCorrectForm({ row, entry, ground, close }: CorrectProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { type } = entry
  const tasks = useQuery({ ...tasksQuery(ground.contract ?? ''), enabled: ground.contract !== undefined }).data
  const [began] = useState(() =>
    answersFrom(type, entry.answers.values, ({ id }) => entry.said.find(({ field }) => field === id)?.words ?? ''),
  )
  const [typed, setTyped] = useState<Answers>({})
  const answers: Answers = { ...began, ...formAnswersFrom(tasks?.forms ?? [], entry.answers.forms as never), ...typed }
  const forms = formsFor(type, answers, tasks)
  const [time, setTime] = useState(() => toInput(entry.at, zone))
  const at = time === toInput(entry.at, zone) ? entry.at : fromInput(time, zone)
  const [why, setWhy] = useState({ reason: '', lateEvidence: '' })
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const uploads = useUploads()
  const pictures = usePictures()
  const { mutate, isPending, error } = useCorrect({ row, close: () => (uploads.queue.clear(), pictures.clear(), close()) })
  const wordsOf = useAnswerWords(tasks, ground)
  const instant = (one: number | undefined): string => (one === undefined ? '—' : instantWords(one, now, { zone, locale }))
  const late = at !== undefined && tenantNow() - at > LATE_MS
  const changes: Change[] = [
    ...(at === entry.at ? [] : [{ label: say('service.happened'), before: instant(entry.at), after: instant(at) }]),
    ...changedFields(type, began, answers).map((field) => ({
      label: serviceName('field', field.called ?? field.id, locale),
      before: wordsOf(field, began[field.id]),
      after: wordsOf(field, answers[field.id]),
    })),
  ]
  const bodyOf = (said: Answers): Body => {
    const { occurrence } = entry.answers.values
    const filled = { ...entry.answers.forms, ...formsOf(forms, said) }
    const kept = [...(entry.files ?? []).map(({ id }) => id), ...(uploads.body.files ?? [])]
    return {
      fact: entry.fact,
      reason: why.reason.trim(),
      values: { ...valuesOf(type, said), ...(occurrence === undefined ? {} : { occurrence }) },
      occurredAt: at,
      expectedVersion: row.version,
      ...(Object.keys(filled).length > 0 ? { forms: filled } : {}),
      ...(kept.length > 0 ? { files: kept } : {}),
      ...(late ? { lateEvidence: why.lateEvidence.trim() } : {}),
    }
  }
  const send = (): void => {
    const told = pictures.withPhotos(answers)
    const left = [...unanswered(type, told, 'known'), ...unansweredForms(type, forms, told)]
    const required = {
      reason: why.reason.trim() === '',
      lateEvidence: late && why.lateEvidence.trim() === '',
      occurredAt: at === undefined,
    }
    const open = [...left, ...Object.entries(required).flatMap(([id, is]) => (is ? [id] : []))]
    const wrong = misread(type, answers)
    const held = heldBy(uploads, pictures, say)
    setMissing({ ...sayOf(open, say('form.required')), ...sayOf(wrong, say('service.length-wrong')), ...held })
    if (open.length > 0 || wrong.length > 0 || Object.keys(held).length > 0) return
    mutate(async () => bodyOf(await pictures.withSignatures(told, say('signature.file'))))
  }
  const change = (id: string, value: Answer | undefined): void => setTyped((before) => ({ ...before, [id]: value }))
  const errors = { ...fieldErrors(error), ...missing }
  return { tasks, forms, answers, change, time, setTime, why, setWhy, late, changes, uploads, pictures, errors, error, isPending, send }
}

/** 更正: what a step should have said, before beside after, and why; the wrong entry is void and stays to be seen. */
export function CorrectEntry(props: CorrectProps) {
  const { entry, ground, close } = props
  const { say } = useWords()
  const zone = useZone()
  const form = useCorrectForm(props)
  const { answers, change, errors, tasks, why, setWhy } = form
  useFocusOnError(errors, 'service')
  const asked = { type: entry.type, answers, change, errors, tasks, devices: ground.devices, pictures: form.pictures }
  const prose = (id: 'reason' | 'lateEvidence') => (
    <Field id={`service-${id}`} label={say(id === 'reason' ? 'service.correct-reason' : 'ask.evidence')} error={errors[id]}>
      <Input.TextArea
        id={`service-${id}`}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={why[id]}
        onChange={(event) => setWhy((before) => ({ ...before, [id]: event.target.value }))}
      />
    </Field>
  )
  return (
    <ServiceDrawer
      id="service-correct"
      title={say('service.correct-title', { step: entry.words })}
      save={say('service.correct')}
      close={close}
      form={form}
      lead={<p className="s13 ink2">{say('service.correct-explained')}</p>}
    >
      <Field id="service-at" label={say('service.happened-at', { zone: zoneWords(tenantNow(), zone) })} error={errors.occurredAt}>
        <Input id="service-at" type="datetime-local" value={form.time} onChange={(event) => form.setTime(event.target.value)} />
      </Field>
      <ServiceFields {...asked} fields={askedOf(entry.type).filter(({ kind }) => kind !== 'occurrence')} />
      <FormFields {...asked} forms={form.forms} />
      <Changes changes={form.changes} />
      {prose('reason')}
      {form.late && prose('lateEvidence')}
      <FileField uploads={form.uploads} error={errors.files} />
    </ServiceDrawer>
  )
}

/** May an entry be put right here? */
export function isCorrectable(entry: Entry): entry is CorrectProps['entry'] {
  return isServiceType(entry.type) && !entry.voided
}
