import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { factWords } from '../../core/promise/event-words.ts'
import { SERVICE_OPENINGS, SERVICE_STEPS, isAboutDevice, isServiceType, nounOfService } from '../../core/service/vocabulary.ts'
import type { ServiceType } from '../../core/service/vocabulary.ts'
import type { ServiceChanged, ServiceRow } from '../../wire/services.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { tasksQuery } from '../api/queries.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import { happenedBody } from '../form/happened.ts'
import type { Happened } from '../form/happened.ts'
import { When } from '../form/When.tsx'
import { useZone } from '../session.ts'
import { notify } from '../shell/notice.ts'
import { ServiceDrawer } from './ServiceDrawer.tsx'
import { DeviceField, FormFields, ServiceFields } from './ServiceFields.tsx'
import type { Answers, Device } from './service-form.ts'
import { formsFor, formsOf, placeOf, unanswered, unansweredForms, valuesOf } from './service-form.ts'

/** Whom a record is for. */
export type ServiceGround = {
  readonly contract?: string | undefined
  readonly ticket?: string | undefined
  readonly devices: readonly Device[]
  /** the device that it stands with, which a record is about unless said otherwise */
  readonly asset?: string | undefined
  /** records of which it may be part: a return, an announced event */
  readonly wholes?: readonly Device[] | undefined
}

type FormProps = {
  readonly ground: ServiceGround
  readonly close: () => void
  /** the record that it goes on with; none: a new one */
  readonly record?: ServiceRow | undefined
  readonly type?: ServiceType | undefined
  readonly answers?: Answers | undefined
}

type Body = { readonly type: ServiceType; readonly values: Readonly<Record<string, unknown>>; readonly [more: string]: unknown }

const CHANGED = ['services', 'tasks', 'roster', 'contract', 'board', 'facts', 'ticket', 'tickets', 'obligations']

function useRecord({ record, close }: Pick<FormProps, 'record' | 'close'>) {
  const { say, locale } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => write<ServiceChanged>('POST', record ? `/services/${record.id}/continue` : '/services', body),
    onSuccess: (_, { type }) => {
      notify({ words: say('service.done', { step: factWords(type, locale) }) })
      close()
      return client.invalidateQueries({ predicate: ({ queryKey }) => CHANGED.includes(String(queryKey[0])) })
    },
  })
}

/** The steps that may be recorded: of a record those that may come next, else what may begin; what the plan listens to first. */
function useTypes(record: ServiceRow | undefined, heard: readonly string[]): readonly ServiceType[] {
  if (record) return record.next.filter(isServiceType)
  const rank = (type: ServiceType) => Number(!heard.includes(type))
  return [...SERVICE_OPENINGS].sort((a, b) => rank(a) - rank(b))
}

function Step({
  value,
  types,
  change,
}: {
  readonly value: ServiceType
  readonly types: readonly ServiceType[]
  readonly change: (type: ServiceType) => void
}) {
  const { say, locale } = useWords()
  return (
    <Field id="service-type" label={say('service.step')}>
      <Select
        id="service-type"
        value={value}
        showSearch={{ optionFilterProp: 'label' }}
        options={types.map((type) => ({ value: type, label: factWords(type, locale) }))}
        onChange={change}
      />
    </Field>
  )
}

function useServiceForm({ ground, close, record, ...start }: FormProps) {
  const { say } = useWords()
  const tasks = useQuery({ ...tasksQuery(ground.contract ?? ''), enabled: ground.contract !== undefined }).data
  const types = useTypes(record, tasks?.types.filter((one) => one.heard).map((one) => one.type) ?? [])
  const [chosen, choose] = useState(start.type)
  const type = chosen ?? types[0] ?? 'callback.made'
  const [answers, setAnswers] = useState<Answers>(start.answers ?? {})
  const forms = formsFor(type, answers, tasks)
  const [asset, setAsset] = useState(ground.asset)
  const [partOf, setPartOf] = useState<string>()
  const [happened, setHappened] = useState<Happened>({})
  const uploads = useUploads()
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const { mutate, isPending, error } = useRecord({ record, close: () => (uploads.queue.clear(), close()) })
  const send = (): void => {
    const left = [...unanswered(type, answers, record ? 'known' : asset), ...unansweredForms(type, forms, answers)]
    const held = uploads.obstacle && { files: say(uploads.obstacle) }
    setMissing({ ...Object.fromEntries(left.map((id) => [id, say('form.required')])), ...held })
    if (left.length > 0 || held) return
    const { contract, ticket } = ground
    const place = record
      ? { expectedVersion: record.version }
      : {
          ...(partOf !== undefined ? { partOf } : ticket === undefined ? { contract } : { ticket }),
          ...placeOf(answers.occurrence, tasks?.occurrences ?? []),
          ...(asset === undefined ? {} : { asset }),
        }
    const filled = formsOf(forms, answers)
    const more = Object.keys(filled).length > 0 ? { forms: filled } : {}
    mutate({ type, ...place, values: valuesOf(type, answers), ...more, ...uploads.body, ...happenedBody(happened) })
  }
  return {
    tasks,
    types,
    type,
    forms,
    choose,
    answers,
    setAnswers,
    asset,
    setAsset,
    partOf,
    setPartOf,
    happened,
    setHappened,
    uploads,
    errors: { ...fieldErrors(error), ...missing },
    error,
    isPending,
    send,
  }
}

/** 登记服务: what was done, for whom, and which promise it keeps. What was typed stays when the server refuses. */
export function ServiceForm(props: FormProps) {
  const { ground, close, record } = props
  const { say } = useWords()
  const zone = useZone()
  const form = useServiceForm(props)
  const { type, errors } = form
  useFocusOnError(errors, 'service')
  const change = (id: string, value: Answers[string]): void => form.setAnswers((before) => ({ ...before, [id]: value }))
  const { wholes = [] } = ground
  const onDevice = isAboutDevice(nounOfService(type))
  const asked = { type, answers: form.answers, change, errors, tasks: form.tasks, devices: ground.devices }
  return (
    <ServiceDrawer id="service-record" title={say('service.record')} save={say('service.send')} close={close} form={form}>
      <Step value={type} types={form.types} change={form.choose} />
      {!record && ground.devices.length > 0 && (
        <Field id="service-device" label={say('service.device')} optional={!onDevice} error={errors.asset}>
          <DeviceField id="service-device" devices={ground.devices} value={form.asset} change={form.setAsset} />
        </Field>
      )}
      {!record && wholes.length > 0 && (
        <Field id="service-part-of" label={say('service.part-of')} optional error={errors.partOf}>
          <DeviceField id="service-part-of" devices={wholes} value={form.partOf} change={form.setPartOf} />
        </Field>
      )}
      <ServiceFields {...asked} fields={SERVICE_STEPS[type].fields} />
      <FormFields {...asked} forms={form.forms} />
      <FileField uploads={form.uploads} error={errors.files} />
      <When prefix="service" zone={zone} value={form.happened} change={form.setHappened} errors={errors} />
    </ServiceDrawer>
  )
}
