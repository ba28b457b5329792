import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { TICKET_TYPES } from '../../core/ticket/forms.ts'
import type { Asset, Customer } from '../../wire/parties.ts'
import type { TicketChanged } from '../../wire/ticket-commands.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { assetQuery, customerQuery, sitesQuery } from '../api/queries.ts'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import type { Uploads } from '../files/uploads.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import { When } from '../form/When.tsx'
import { useSession, useZone } from '../session.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { ClockPreviewPanel } from './ClockPreviewPanel.tsx'
import { ReportAlike } from './ReportAlike.tsx'
import { SplitFrom, useOrigin } from './SplitFrom.tsx'
import { PlanFields, useContract } from './PlanFields.tsx'
import { EMPTY, lineOf, linesOf, otherKinds, requestOf, withAsset, withCustomer } from './report.ts'
import type { Report } from './report.ts'
import { TypeFields } from './TypeFields.tsx'
import './report.css'

type SectionProps = {
  readonly report: Report
  readonly set: (change: (before: Report) => Report) => void
  readonly errors: Readonly<Record<string, string>>
}

/** A link from a customer's or a device's page brings them along; a customer's own people always report for theirs. */
function useBroughtAlong(set: SectionProps['set']): void {
  const { customer, asset } = useSearch({ from: '/room/tickets/new' })
  const { me } = useSession()
  const own = me.customer
  const found = useQuery({ ...customerQuery(customer ?? ''), enabled: customer !== undefined }).data
  const device = useQuery({ ...assetQuery(asset ?? ''), enabled: asset !== undefined }).data
  useEffect(() => {
    if (own) set((before) => withCustomer(before, { value: own.id, label: own.name }))
    else if (found) set((before) => withCustomer(before, { value: found.id, label: found.name }))
    if (device) set((before) => withAsset(before, { value: device.id, label: device.name }, device))
  }, [own, found, device, set])
}

function WhatSection({ report, set, errors, uploads }: SectionProps & { readonly uploads: Uploads }) {
  const { say, name } = useWords()
  const change = (part: Partial<Report>): void => set((before) => ({ ...before, ...part }))
  return (
    <section className="card form-section">
      <div className="types" role="radiogroup" aria-label={say('report.type')}>
        {TICKET_TYPES.map((type) => (
          <button
            key={type}
            type="button"
            role="radio"
            aria-checked={report.type === type}
            className={`type ${report.type === type ? 'on' : ''}`}
            onClick={() => change({ type })}
          >
            {name('type', type)}
          </button>
        ))}
      </div>
      <Field id="new-title" label={say('report.title')} error={errors.title} hint={say('report.title-hint')}>
        <Input id="new-title" autoFocus maxLength={120} value={report.title} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field id="new-description" label={say('report.description')} optional error={errors.description}>
        <Input.TextArea
          id="new-description"
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={report.description}
          onChange={(event) => change({ description: event.target.value })}
        />
      </Field>
      <TypeFields report={report} errors={errors} change={(id, value) => change({ values: { ...report.values, [id]: value } })} />
      <FileField uploads={uploads} error={errors.files} />
    </section>
  )
}

function WhoseSection({ report, set, errors }: SectionProps) {
  const { say } = useWords()
  const own = useSession().me.customer
  const customer = report.customer?.value
  const sites = useInfiniteQuery({ ...sitesQuery({ customer, limit: '100' }), enabled: customer !== undefined }).data?.pages[0]?.items ?? []
  return (
    <section className="card form-section">
      <div className="field-grid">
        {!own && (
          <Field id="new-customer" label={say('report.customer')} error={errors.customer} hint={say('report.find-hint')}>
            <Finder
              id="new-customer"
              path="customers"
              option={(one: Customer) => ({ value: one.id, label: one.name, detail: one.contactName })}
              value={report.customer}
              choose={(option) => set((before) => withCustomer(before, option))}
              placeholder={say('report.find-customer')}
            />
          </Field>
        )}
        <Field id="new-asset" label={say('report.asset')} optional error={errors.asset}>
          <Finder
            id="new-asset"
            path="assets"
            filters={{ customer }}
            option={(one: Asset) => ({
              value: one.id,
              label: one.name,
              detail: [one.model, one.serial, customer === undefined ? one.customer.name : undefined].filter(Boolean).join(' '),
            })}
            value={report.asset}
            choose={(option, item) => set((before) => withAsset(before, option, item))}
            placeholder={say('report.find-asset')}
          />
        </Field>
        {customer !== undefined && (
          <Field id="new-site" label={say('report.site')} optional error={errors.site}>
            <Select
              id="new-site"
              allowClear
              value={report.site}
              placeholder={say('select.choose')}
              options={sites.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(site: string | undefined) => set((before) => ({ ...before, site }))}
            />
          </Field>
        )}
        <PlanFields report={report} errors={errors} change={(part) => set((before) => ({ ...before, ...part }))} />
      </div>
    </section>
  )
}

/** How it came: over one of the contract's own channels, with its hours and number, else by its kind. */
function ChannelField({ report, set, errors }: SectionProps) {
  const { say, name } = useWords()
  const lines = linesOf(useContract(report).detail)
  const line = lineOf(report, lines)
  const kinds = otherKinds(lines)
  const own = lines.map(({ id, name: label, address }) => ({ value: `line ${id}`, label: [label, address].filter(Boolean).join(' ') }))
  const choose = (chosen: string): void => {
    const kind = kinds.find((one) => one === chosen)
    set((before) => ({ ...before, ...(kind ? { channel: kind, line: undefined } : { line: chosen.slice('line '.length) }) }))
  }
  return (
    <Field
      id="new-channel"
      label={say('report.channel')}
      error={errors.line ?? errors.channel}
      hint={line && say('report.channel-hours', { hours: line.hours })}
    >
      <Select
        id="new-channel"
        value={line ? `line ${line.id}` : report.channel}
        options={[...own, ...kinds.map((one) => ({ value: one as string, label: name('channel', one) }))]}
        onChange={choose}
      />
    </Field>
  )
}

function HowSection({ report, set, errors }: SectionProps) {
  const { say } = useWords()
  const zone = useZone()
  const change = (part: Partial<Report>): void => set((before) => ({ ...before, ...part }))
  return (
    <section className="card form-section">
      <div className="field-grid">
        <ChannelField report={report} set={set} errors={errors} />
        <Field id="new-contact.name" label={say('report.contact-name')} optional error={errors['contact.name']}>
          <Input id="new-contact.name" value={report.contactName} onChange={(event) => change({ contactName: event.target.value })} />
        </Field>
        <Field id="new-contact.phone" label={say('report.contact-phone')} optional error={errors['contact.phone']}>
          <Input
            id="new-contact.phone"
            inputMode="tel"
            value={report.contactPhone}
            onChange={(event) => change({ contactPhone: event.target.value })}
          />
        </Field>
      </div>
      <When prefix="new" zone={zone} value={report.happened} change={(happened) => change({ happened })} errors={errors} />
    </section>
  )
}

function useReport() {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [report, set] = useState<Report>(EMPTY)
  const uploads = useUploads()
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const request = requestOf(report, linesOf(useContract(report).detail))
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => write<TicketChanged>('POST', '/tickets', { ...request, ...uploads.body }),
    onSuccess: async (made) => {
      uploads.queue.clear()
      notify({ words: say('report.done', { number: made.number }) })
      void client.invalidateQueries({ predicate: ({ queryKey }) => ['tickets', 'ticket-views'].includes(String(queryKey[0])) })
      await navigate({ to: '/tickets/$id', params: { id: made.id } })
    },
  })
  const submit = (): void => {
    const left = {
      ...(report.title.trim() === '' ? { title: say('report.title-missing') } : {}),
      ...(report.customer ? {} : { customer: say('report.customer-missing') }),
      ...(uploads.obstacle ? { files: say(uploads.obstacle) } : {}),
    }
    setMissing(left)
    if (Object.keys(left).length === 0) mutate()
  }
  return { report, set, request, uploads, submit, isPending, error, errors: { ...fieldErrors(error), ...missing } }
}

/** A new ticket: what, whose, how it came; at the side the clocks that it will start. What was typed stays on a refusal. */
export function NewTicket() {
  const { say } = useWords()
  const { report, set, request, uploads, submit, isPending, error, errors } = useReport()
  useBroughtAlong(set)
  const origin = useOrigin(set)
  useFocusOnError(errors, 'new')
  return (
    <div className="report-room">
      <form
        className="report-main"
        onPaste={uploads.paste}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <h1>{say('action.new-ticket')}</h1>
        {origin && <SplitFrom origin={origin} />}
        <WhoseSection report={report} set={set} errors={errors} />
        <WhatSection report={report} set={set} errors={errors} uploads={uploads} />
        <HowSection report={report} set={set} errors={errors} />
        {error && <Refused words={failureWords(error, say)} />}
        <div className="row report-foot">
          <Button type="primary" size="large" htmlType="submit" loading={isPending}>
            {say('report.send')}
          </Button>
        </div>
      </form>
      <ClockPreviewPanel request={request}>
        <ReportAlike report={report} />
      </ClockPreviewPanel>
    </div>
  )
}
