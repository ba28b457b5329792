import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { factWords } from '../../core/promise/event-words.ts'
import { SERVICE_OPENINGS, isAboutDevice, isServiceType, nounOfService } from '../../core/service/vocabulary.ts'
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
import { heldBy, usePictures } from './pictures.ts'
import { LoanerClass } from './LoanerClass.tsx'
import { ServiceDrawer } from './ServiceDrawer.tsx'
import { DeviceField, FormFields, ServiceFields } from './ServiceFields.tsx'
import type { Answers, Device } from './service-form.ts'
import { askedOf, formsFor, formsOf, misread, placeOf, sayOf, unanswered, unansweredForms, valuesOf } from './service-form.ts'

/** Whom a record is for. */
export type ServiceGround = {
  readonly contract?: string | undefined
  readonly ticket?: string | undefined
  readonly devices: readonly Device[]
  /** the device that it stands with, which a record is about unless said otherwise */
  readonly asset?: string | undefined
  /** the record that it is part of */
  readonly partOf?: string | undefined
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

/** `make`: what was drawn becomes a file first. */
type Making = { readonly type: ServiceType; readonly make: () => Promise<Body> }

const CHANGED = ['services', 'tasks', 'roster', 'contract', 'board', 'facts', 'ticket', 'tickets', 'obligations']

function useRecord({ record, close }: Pick<FormProps, 'record' | 'close'>) {
  const { say, locale } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ make }: Making) =>
      write<ServiceChanged>('POST', record ? `/services/${record.id}/continue` : '/services', await make()),
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
  const [partOf, setPartOf] = useState(ground.partOf)
  const [happened, setHappened] = useState<Happened>({})
  const uploads = useUploads()
  const pictures = usePictures()
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const { mutate, isPending, error } = useRecord({ record, close: () => (uploads.queue.clear(), pictures.clear(), close()) })
  const send = (): void => {
    const told = pictures.withPhotos(answers)
    const left = [...unanswered(type, told, record ? 'known' : asset), ...unansweredForms(type, forms, told)]
    const held = heldBy(uploads, pictures, say)
    const wrong = misread(type, told)
    const words = { ...sayOf(left, say('form.required')), ...sayOf(wrong, say('service.length-wrong')) }
    setMissing({ ...words, ...held })
    if (left.length > 0 || wrong.length > 0 || Object.keys(held).length > 0) return
    const { contract, ticket } = ground
    const place = record
      ? { expectedVersion: record.version }
      : {
          ...(partOf !== undefined ? { partOf } : ticket === undefined ? { contract } : { ticket }),
          ...placeOf(answers.occurrence, tasks?.occurrences ?? []),
          ...(asset === undefined ? {} : { asset }),
        }
    const make = async (): Promise<Body> => {
      const filled = formsOf(forms, await pictures.withSignatures(told, say('signature.file')))
      const more = Object.keys(filled).length > 0 ? { forms: filled } : {}
      return { type, ...place, values: valuesOf(type, told), ...more, ...uploads.body, ...happenedBody(happened) }
    }
    mutate({ type, make })
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
    pictures,
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
  const onTicket = ground.ticket === undefined ? undefined : ground.devices[0]?.id
  const onDevice = isAboutDevice(nounOfService(type))
  const asked = { type, answers: form.answers, change, errors, tasks: form.tasks, devices: ground.devices, pictures: form.pictures }
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
      {type === 'loan.delivered' && <LoanerClass asset={form.asset ?? onTicket} answer={form.answers.class} tasks={form.tasks} />}
      <ServiceFields {...asked} fields={askedOf(type)} />
      <FormFields {...asked} forms={form.forms} />
      <FileField uploads={form.uploads} error={errors.files} />
      <When prefix="service" zone={zone} value={form.happened} change={form.setHappened} errors={errors} />
    </ServiceDrawer>
  )
}
