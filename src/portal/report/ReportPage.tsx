import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { writeUnder } from '../../ui/api/call.ts'
import { fieldErrors } from '../../ui/api/problem.ts'
import { UploadQueue } from '../../ui/files/queue.ts'
import type { PortalDevice, ReportForm } from '../../wire/portal.ts'
import type { TicketChanged } from '../../wire/ticket-commands.ts'
import { FilePicker, useObstacle } from '../files/FilePicker.tsx'
import { useLoad } from '../load.ts'
import { go } from '../router.ts'
import { useSession } from '../session.ts'
import { Failure, Refused } from '../shell/Failure.tsx'
import { Chips, Field, TextArea, TextInput } from '../shell/Field.tsx'
import { Head } from '../shell/Shell.tsx'
import { useWords } from '../words/say.ts'
import { DeviceChoice } from './DeviceChoice.tsx'
import { EMPTY, dropDraft, hasWords, keepDraft, keyFor, readDraft, requestOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { Promises } from './Promises.tsx'
import { Questions } from './Questions.tsx'

export type Change = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => void

/** The draft as this browser keeps it: with every touch it is written down. */
export function useDraft(person: string): { readonly draft: Draft; readonly change: Change; readonly found: boolean } {
  const [found] = useState(() => readDraft(person))
  const [draft, setDraft] = useState<Draft>(found ?? EMPTY)
  const change = useCallback<Change>(
    (part) =>
      setDraft((before) => {
        const after = { ...before, ...(typeof part === 'function' ? part(before) : part) }
        keepDraft(person, after)
        return after
      }),
    [person],
  )
  return { draft, change, found: found !== undefined && hasWords(found) }
}

/** A device that the address names is chosen already. */
function useDeviceAsked(id: string | undefined, change: Change): void {
  const { data } = useLoad<PortalDevice>(id === undefined ? undefined : `/portal/devices/${id}`)
  const takenRef = useRef<string>(undefined)
  useEffect(() => {
    // Once: whoever chooses another one after that is not overruled.
    if (!data || takenRef.current === data.id) return
    takenRef.current = data.id
    change({ device: { id: data.id, name: data.name, site: data.site.name } })
  }, [data, change])
}

function formPath({ type, device, site }: Draft): string {
  const place = device ? `&asset=${device.id}` : site === undefined ? '' : `&site=${site}`
  return `/portal/report-form?type=${type}${place}`
}

type PartProps = {
  readonly draft: Draft
  readonly change: Change
  readonly form: Pick<ReportForm, 'grades' | 'dimensions'>
  readonly errors: Readonly<Record<string, string>>
}

export function Grade({ draft, change, form, errors }: PartProps) {
  const { say } = useWords()
  if (form.grades.length === 0) return null
  const meaning = form.grades.find(({ id }) => id === draft.grade)?.text
  return (
    <Field id="report-grade" label={say('report.grade')} optional hint={meaning} error={errors.customerGrade}>
      <Chips
        id="report-grade"
        label={say('report.grade')}
        free
        options={form.grades}
        value={draft.grade}
        change={(grade) => change({ grade })}
      />
    </Field>
  )
}

export function Dimensions({ draft, change, form, errors }: PartProps) {
  return form.dimensions.map((one) => (
    <Field key={one.id} id={`report-dimension-${one.id}`} label={one.name} optional error={errors[`dimensions.${one.id}`]}>
      <Chips
        id={`report-dimension-${one.id}`}
        label={one.name}
        free
        options={one.values}
        value={draft.dimensions[one.id]}
        change={(value) => change({ dimensions: { ...draft.dimensions, [one.id]: value } })}
      />
    </Field>
  ))
}

/** `wanted`: nobody knows otherwise who reports. */
export function Contact({ draft, change, errors, wanted = false }: PartProps & { readonly wanted?: boolean }) {
  const { say } = useWords()
  return (
    <section className="card stack" aria-label={say('report.contact')}>
      <h2>{say('report.contact')}</h2>
      <Field id="report-contact-name" label={say('report.contact-name')} optional={!wanted} error={errors['contact.name']}>
        <TextInput
          id="report-contact-name"
          value={draft.contactName}
          max={60}
          autoComplete="name"
          change={(contactName) => change({ contactName })}
        />
      </Field>
      <Field id="report-contact-phone" label={say('report.contact-phone')} optional={!wanted} error={errors['contact.phone']}>
        <TextInput
          id="report-contact-phone"
          type="tel"
          value={draft.contactPhone}
          max={40}
          autoComplete="tel"
          change={(contactPhone) => change({ contactPhone })}
        />
      </Field>
    </section>
  )
}

type WholePart = PartProps & { readonly form: ReportForm }
type What = WholePart & { readonly queue: UploadQueue }

function WhatHappened(props: What) {
  const { say } = useWords()
  const { draft, change, form, errors, queue } = props
  const changeValue = (id: string, value: Draft['values'][string]): void => change({ values: { ...draft.values, [id]: value } })
  return (
    <section className="card stack" aria-label={say('report.what')}>
      <Field id="report-type" label={say('report.type')}>
        <Chips
          id="report-type"
          label={say('report.type')}
          options={form.types}
          value={draft.type}
          change={(type) => change({ type: type as Draft['type'] })}
        />
      </Field>
      <Field id="report-text" label={say('report.what')} error={errors.title ?? errors.description}>
        <TextArea
          id="report-text"
          value={draft.text}
          max={4000}
          placeholder={say('report.what-hint')}
          change={(text) => change({ text })}
        />
      </Field>
      <FilePicker queue={queue} kept={draft.files} change={(to) => change((before) => ({ files: to(before.files) }))} />
      <Grade {...props} />
      <Dimensions {...props} />
      <details className="more">
        <summary>{say('report.more')}</summary>
        <div className="stack">
          <Questions fields={form.fields} values={draft.values} change={changeValue} errors={errors} />
        </div>
      </details>
    </section>
  )
}

function Site({ draft, change, form, errors }: WholePart) {
  const { say } = useWords()
  if (draft.device || form.sites.length < 2) return null
  return (
    <section className="card">
      <Field id="report-site" label={say('report.site')} optional error={errors.site}>
        <Chips
          id="report-site"
          label={say('report.site')}
          free
          options={form.sites}
          value={draft.site}
          change={(site) => change({ site })}
        />
      </Field>
    </section>
  )
}

/** Sends what stands there, once, however often it is tried. */
function useReport({ draft, change, form }: { readonly draft: Draft; readonly change: Change; readonly form: ReportForm | undefined }) {
  const { say } = useWords()
  const { me } = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [missing, setMissing] = useState<string>()
  const customer = me.customer?.id ?? ''
  const request = requestOf(draft, { customer, fields: form?.fields ?? [], line: form?.line })
  const report = async (): Promise<void> => {
    setMissing(draft.text.trim() === '' ? say('report.what-missing') : undefined)
    if (draft.text.trim() === '') return document.getElementById('report-text')?.focus()
    const tried = keyFor(draft, request)
    change({ tried })
    setBusy(true)
    try {
      const { id } = await writeUnder<TicketChanged>('POST', '/tickets', { body: request, key: tried.key })
      dropDraft(me.id, draft)
      go(`/portal/tickets/${id}`)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const errors = { ...fieldErrors(error), ...(missing === undefined || draft.text.trim() !== '' ? {} : { title: missing }) }
  return { report, busy, error, errors, request }
}

/** 报修: which device, what happened, what is promised; nothing that was typed is lost. */
export function ReportPage({ device }: { readonly device: string | undefined }) {
  const { say } = useWords()
  const { me } = useSession()
  const { draft, change, found } = useDraft(me.id)
  const [queue] = useState(() => new UploadQueue())
  useDeviceAsked(device, change)
  const { data: form, error: formError, reload } = useLoad<ReportForm>(formPath(draft))
  const [last, setLast] = useState<ReportForm>()
  useEffect(() => {
    if (form) setLast(form)
  }, [form])
  const shown = form ?? last
  const { report, busy, error, errors, request } = useReport({ draft, change, form: shown })
  const waits = useObstacle(queue)
  const startOver = (): void => {
    queue.close()
    change({ ...EMPTY, tried: undefined })
  }
  if (!shown) return formError === undefined ? null : <Failure error={formError} retry={() => void reload()} />
  const part = { draft, change, form: shown, errors }
  return (
    <form
      className="report"
      onSubmit={(event) => {
        event.preventDefault()
        void report()
      }}
    >
      <Head title={say('report.title')} />
      {found && (
        <p className="notice row">
          <span className="grow">{say('report.kept-draft')}</span>
          <button type="button" className="link" onClick={startOver}>
            {say('report.start-over')}
          </button>
        </p>
      )}
      <DeviceChoice device={draft.device} choose={(chosen) => change({ device: chosen })} />
      <Site {...part} />
      <Promises request={request} zone={shown.zone} contract={shown.contract?.number} path="/tickets/preview" />
      <WhatHappened {...part} queue={queue} />
      <Contact {...part} />
      <Refused error={error} />
      {waits !== undefined && <p className="notice">{say(waits)}</p>}
      <div className="bottom">
        <button type="submit" className="button primary" disabled={busy || waits === 'files.wait'}>
          {say(busy ? 'report.sending' : 'report.send')}
        </button>
      </div>
    </form>
  )
}
