import { useEffect, useState } from 'preact/hooks'
import { writeUnder } from '../../ui/api/call.ts'
import { fieldErrors } from '../../ui/api/problem.ts'
import { setTenantNow } from '../../ui/tenant-clock.ts'
import type { ReportByCodeInput, ReportedByCode, Scanned } from '../../wire/codes.ts'
import { CoverLine } from '../devices/CoverLine.tsx'
import { useLoad } from '../load.ts'
import { Failure, Refused } from '../shell/Failure.tsx'
import { Chips, Field, TextArea } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'
import { dropDraft, keyFor, requestOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { Contact, Dimensions, Grade, useDraft } from './ReportPage.tsx'
import type { Change } from './ReportPage.tsx'
import { Promises } from './Promises.tsx'
import { Questions } from './Questions.tsx'

/** What a code may say: the device is known by it, and files need a log-in. */
function requestByCode(draft: Draft, { fields }: Scanned['form']): ReportByCodeInput {
  const { type, title, description, customerGrade, values, dimensions, contact } = requestOf(draft, {
    customer: '',
    fields,
    line: undefined,
  })
  return {
    type,
    title,
    description,
    customerGrade,
    values,
    dimensions,
    contact: { name: contact?.name ?? '', phone: contact?.phone ?? '' },
  }
}

function Device({ scanned: { device, covers, form } }: { readonly scanned: Scanned }) {
  const { say } = useWords()
  const serial = device.serial === undefined ? undefined : say('device.serial', { serial: device.serial })
  return (
    <section className="card stack" aria-label={say('ticket.device')}>
      <div>
        <h1>{device.name}</h1>
        <div className="s13 ink2">{[device.model, device.site, serial].filter(Boolean).join(' · ')}</div>
      </div>
      {covers.length === 0 && <p className="ink2">{say('device.no-cover')}</p>}
      <ul className="rows">
        {covers.map((cover) => (
          <li key={`${cover.title} ${cover.start}`} className="row wrap">
            <span>{cover.title}</span> <CoverLine cover={cover} zone={form.zone} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type FormProps = { readonly code: string; readonly scanned: Scanned; readonly draft: Draft; readonly change: Change }

/** Sends what stands there, once, however often it is tried; what is missing is said by the fields before that. */
function useReport({ code, scanned, draft, change }: FormProps, done: (reported: ReportedByCode) => void) {
  const { say } = useWords()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [tried, setTried] = useState(false)
  const request = requestByCode(draft, scanned.form)
  const missing = Object.fromEntries(
    [
      ['title', draft.text, say('report.what-missing')] as const,
      ['contact.name', draft.contactName, say('form.required')] as const,
      ['contact.phone', draft.contactPhone, say('form.required')] as const,
    ].flatMap(([field, text, words]) => (text.trim() === '' ? [[field, words]] : [])),
  )
  const report = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    const under = keyFor(draft, request)
    change({ tried: under })
    setBusy(true)
    try {
      const reported = await writeUnder<ReportedByCode>('POST', `/codes/${code}/report`, { body: request, key: under.key })
      dropDraft(code, draft)
      done(reported)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return { report, busy, error, errors: { ...fieldErrors(error), ...(tried ? missing : {}) }, request }
}

function CodeForm(props: FormProps & { readonly done: (reported: ReportedByCode) => void }) {
  const { say } = useWords()
  const { code, scanned, draft, change, done } = props
  const { form } = scanned
  const { report, busy, error, errors, request } = useReport(props, done)
  const part = { draft, change, form, errors }
  return (
    <form
      className="report"
      onSubmit={(event) => {
        event.preventDefault()
        void report()
      }}
    >
      <Device scanned={scanned} />
      <Promises request={request} zone={form.zone} path={`/codes/${code}/preview`} />
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
        <Grade {...part} />
        <Dimensions {...part} />
        <details className="more">
          <summary>{say('report.more')}</summary>
          <div className="stack">
            <Questions
              fields={form.fields}
              values={draft.values}
              errors={errors}
              change={(id, value) => change({ values: { ...draft.values, [id]: value } })}
            />
          </div>
        </details>
      </section>
      <Contact {...part} wanted />
      <Refused error={error} />
      <div className="bottom">
        <button type="submit" className="button primary" disabled={busy}>
          {say(busy ? 'report.sending' : 'report.send')}
        </button>
      </div>
    </form>
  )
}

function Reported({ number, phone, again }: { readonly number: string; readonly phone: string; readonly again: () => void }) {
  const { say } = useWords()
  return (
    <section className="card stack" role="status">
      <h1>{say('code.reported', { number })}</h1>
      <p>{say('code.reported-lead', { phone })}</p>
      <button type="button" className="button" onClick={again}>
        {say('code.again')}
      </button>
    </section>
  )
}

/** What a device's code opens, without a log-in: the device, its cover, what is promised, and the form of a report. */
export function CodePage({ code }: { readonly code: string }) {
  const { say } = useWords()
  const { draft, change } = useDraft(code)
  const [reported, setReported] = useState<ReportedByCode>()
  const { data, error, reload } = useLoad<Scanned>(`/codes/${code}?type=${draft.type}`)
  const [last, setLast] = useState<Scanned>()
  useEffect(() => {
    if (!data) return
    setLast(data)
    setTenantNow(data.asOf)
  }, [data])
  const scanned = data ?? last
  const again = (): void => {
    change({ text: '', values: {}, grade: undefined, dimensions: {}, tried: undefined })
    setReported(undefined)
  }
  return (
    <>
      <header className="top scanned-top">
        <b className="firm">{scanned?.firm ?? say('portal.title')}</b>
        <a className="s13" href="/portal/">
          {say('login.enter')}
        </a>
      </header>
      <main className="page scanned-page">
        {!scanned && error !== undefined && <Failure error={error} retry={() => void reload()} />}
        {scanned && reported && <Reported number={reported.number} phone={draft.contactPhone} again={again} />}
        {scanned && !reported && <CodeForm code={code} scanned={scanned} draft={draft} change={change} done={setReported} />}
      </main>
    </>
  )
}
