import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { CodedDevice, DeviceCodes as Codes } from '../../wire/codes.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { deviceCodesQuery } from '../api/queries.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { QrPicture } from './QrPicture.tsx'
import './codes.css'

function useMake(customer: string) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => write<Codes>('POST', `/customers/${customer}/codes`),
    onSuccess: (codes) => client.setQueryData(deviceCodesQuery(customer).queryKey, codes),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

function useRevoke(customer: string, { id, name }: CodedDevice) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => write<{ ok: true }>('POST', `/assets/${id}/code/revoke`),
    onSuccess: () => {
      notify({ words: say('codes.revoked', { name }) })
      return client.invalidateQueries({ queryKey: deviceCodesQuery(customer).queryKey })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

/** What is glued on somewhere stops working: it is asked once more, on the label itself. */
function Revoke({ customer, device }: { readonly customer: string; readonly device: CodedDevice }) {
  const { say } = useWords()
  const [asked, setAsked] = useState(false)
  const { mutate, isPending } = useRevoke(customer, device)
  if (!asked)
    return (
      <button
        type="button"
        className="plain s13 no-print"
        aria-label={say('codes.revoke-of', { name: device.name })}
        onClick={() => setAsked(true)}
      >
        {say('codes.revoke')}
      </button>
    )
  return (
    <div className="stack no-print">
      <span className="s13">{say('codes.revoke-asked')}</span>
      <span className="row">
        <Button size="small" onClick={() => setAsked(false)}>
          {say('action.cancel')}
        </Button>
        <Button size="small" danger loading={isPending} onClick={() => mutate()}>
          {say('codes.revoke')}
        </Button>
      </span>
    </div>
  )
}

type LabelProps = { readonly codes: Codes; readonly device: CodedDevice }

function Label({ codes, device }: LabelProps) {
  const { say } = useWords()
  const { code, name, model, serial, site } = device
  if (!code) return null
  return (
    <li className="code-label">
      <QrPicture text={code.url} label={say('codes.of', { name })} />
      <div className="code-words">
        <b>{[name, model].filter(Boolean).join(' ')}</b>
        {serial && <span className="s13">{say('fact-row.serial', { serial })}</span>}
        <span className="s13">{site}</span>
        <b className="code-do">{say('codes.scan')}</b>
        <span className="s12">{codes.firm}</span>
        <Revoke customer={codes.customer.id} device={device} />
      </div>
    </li>
  )
}

function Sheet({ codes }: { readonly codes: Codes }) {
  const { say } = useWords()
  const { mutate, isPending } = useMake(codes.customer.id)
  const labelled = codes.items.filter(({ code }) => code)
  const without = codes.items.length - labelled.length
  return (
    <main className="sheet">
      <header className="row sheet-head no-print">
        <div className="grow">
          <h1>{say('codes.title')}</h1>
          <div className="s13 ink2">
            <Link to="/customers/$id" params={{ id: codes.customer.id }}>
              {codes.customer.name}
            </Link>{' '}
            · {say('codes.lead')}
          </div>
        </div>
        {without > 0 && (
          <Button type={labelled.length === 0 ? 'primary' : 'default'} loading={isPending} onClick={() => mutate()}>
            {say('codes.make', { count: without })}
          </Button>
        )}
        {labelled.length > 0 && (
          <Button type="primary" onClick={() => window.print()}>
            {say('codes.print')}
          </Button>
        )}
      </header>
      {codes.more && <p className="s13 ink2 no-print">{say('codes.more', { count: codes.items.length })}</p>}
      {codes.items.length === 0 && <p className="ink2">{say('codes.no-devices')}</p>}
      {codes.items.length > 0 && labelled.length === 0 && <p className="ink2">{say('codes.none')}</p>}
      <ul className="code-sheet">
        {labelled.map((device) => (
          <Label key={device.id} codes={codes} device={device} />
        ))}
      </ul>
    </main>
  )
}

/** 设备二维码: a sheet of labels to print and glue on; who scans one reports that device without a log-in. */
export function DeviceCodes() {
  const { id } = useParams({ from: '/room/customers/$id/codes' })
  const { data, error, refetch } = useQuery(deviceCodesQuery(id))
  if (data) return <Sheet key={id} codes={data} />
  return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
}
