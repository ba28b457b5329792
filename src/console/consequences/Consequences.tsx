import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, lazy, useState } from 'react'
import type { ReactNode } from 'react'
import type { Subject } from '../../core/fact.ts'
import { ownerIn } from '../../core/promise/owner.ts'
import { SERVICE_WHOLES } from '../../core/service/vocabulary.ts'
import type { Consequence } from '../../wire/obligations.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { consequencesQuery } from '../api/queries.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { fenOf, moneyOf, yuanOf } from '../invoices/invoice-form.ts'
import type { ServiceGround } from '../services/ServiceForm.tsx'
import { useMay, useSession, useZone } from '../session.ts'
import { notify } from '../shell/notice.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import './consequences.css'

/** Loaded when somebody records something: the first page shows without it. */
const ServiceForm = lazy(async () => ({ default: (await import('../services/ServiceForm.tsx')).ServiceForm }))

/** A form that is owed is missing; whatever else nobody has seen to yet is to be done. */
function Standing({ one }: { readonly one: Consequence }) {
  const { say } = useWords()
  if (one.open) return <span className="tag tag-open">{say(one.kind === 'require-form' ? 'consequence.lacking' : 'consequence.open')}</span>
  return one.settled ? <span className="tag tag-settled">{say('consequence.settled')}</span> : null
}

/** When, by whom and with what it was settled. */
function Settled({ settled, zone }: { readonly settled: NonNullable<Consequence['settled']>; readonly zone: string }) {
  const { say, locale } = useWords()
  const at = instantWords(settled.at, useMinute(), { zone, locale })
  const by = [at, settled.by?.name, settled.words].filter(Boolean).join(' · ')
  return <div className="s12 ink3">{say('consequence.settled-by', { by })}</div>
}

/** What it comes to and why, how much of it was given, and that it was paid out. */
function Money({ one, money }: { readonly one: Consequence; readonly money: NonNullable<Consequence['money']> }) {
  const { say } = useWords()
  const mayPay = useMay('invoice.manage')
  const { me } = useSession()
  const [paying, setPaying] = useState(false)
  const owed = money.owedFen !== undefined && money.owedFen > 0 ? yuanOf(money.owedFen) : ''
  return (
    <div className="row consequence-money">
      <div className="grow s13">
        {money.fen !== undefined && <b className="invoice-fen">{moneyOf(money.fen)}</b>} <span className="ink2">{money.why}</span>
        {money.standing !== undefined && <span className="block ink2">{money.standing}</span>}
      </div>
      {mayPay && me.customer === undefined && money.payable && (
        <Button size="small" onClick={() => setPaying(true)}>
          {say('remedy.pay')}
        </Button>
      )}
      {paying && (
        <RecordForm
          title={say('remedy.pay')}
          fields={[
            { id: 'fen', label: say('remedy.sum'), kind: 'line', required: true },
            { id: 'evidence', label: say('remedy.evidence'), kind: 'prose', required: true },
          ]}
          before={{ fen: owed, evidence: '' }}
          shape={(typed) => ({ evidence: typed.evidence, fen: fenOf(typed.fen ?? owed) })}
          method="POST"
          path="/remedies"
          fixed={{ remedy: one.id }}
          close={() => setPaying(false)}
          saved={() => notify({ words: say('remedy.paid') })}
        />
      )}
    </div>
  )
}

/** What a record form that settles it is for: its ticket or contract, its device, the loan or visit that it is part of. */
function groundOf({ subject, ticket, contract }: Consequence): ServiceGround {
  const [noun = '', id = ''] = ownerIn(subject as Subject).split('/')
  const partOf = SERVICE_WHOLES.some((whole) => whole === noun) ? id : undefined
  return { contract: contract?.id, ticket: ticket?.id, devices: [], asset: noun === 'asset' ? id : undefined, partOf }
}

/** A form that is owed is filled in; a task that no form speaks of is done when somebody says what they did. */
function Settle({ one }: { readonly one: Consequence }) {
  const { say } = useWords()
  const mayRecord = useMay('service.record')
  const [open, setOpen] = useState(false)
  const { form } = one
  if (!mayRecord || !one.open || (form === undefined && one.kind !== 'open-task')) return null
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(form === undefined ? 'consequence.done' : 'consequence.fill')}
      </Button>
      {open && form !== undefined && (
        <Suspense>
          <ServiceForm ground={groundOf(one)} type="form.filled" answers={{ form }} close={close} />
        </Suspense>
      )}
      {open && form === undefined && (
        <RecordForm
          title={one.words}
          fields={[{ id: 'did', label: say('consequence.did'), kind: 'prose', required: true }]}
          method="POST"
          path="/tasks"
          fixed={{ task: one.id }}
          act={say('consequence.done')}
          close={close}
          saved={() => notify({ words: say('consequence.done-told') })}
        />
      )}
    </>
  )
}

type LineProps = {
  readonly one: Consequence
  readonly zone: string
  /** where it stands beside others of its kind: whose it is, with the way there */
  readonly whose?: boolean | undefined
}

/** 后果: what came of it, from when, because of what, by which promise, for whom, and whether it is settled. */
export function ConsequenceLine({ one, zone, whose = false }: LineProps) {
  const { say, locale } = useWords()
  const now = useMinute()
  const people = one.owner?.people.map(({ name }) => name) ?? []
  const since = say('consequence.since', { at: instantWords(one.at, now, { zone, locale }) })
  const times = one.episode > 1 ? say('consequence.times', { n: one.episode }) : undefined
  return (
    <li className="consequence">
      <div className="row consequence-head">
        <b className="grow">{one.words}</b>
        <Standing one={one} />
        <Settle one={one} />
      </div>
      <div className="s13 ink2">{say('consequence.because', { because: one.because })}</div>
      <div className="s13">
        {one.title}
        {one.text !== undefined && <span className="song">{say('why.quoted', { text: one.text })}</span>}
      </div>
      <div className="s12 ink3">
        {[since, times, !whose && one.asset ? say('consequence.for', { name: one.asset.name }) : undefined, ...people]
          .filter(Boolean)
          .join(' · ')}{' '}
        {whose && <Whose one={one} />}
      </div>
      {one.money && <Money one={one} money={one.money} />}
      {one.settled && <Settled settled={one.settled} zone={zone} />}
    </li>
  )
}

function Whose({ one }: { readonly one: Consequence }) {
  const { ticket, contract, promise, of } = one
  if (ticket)
    return (
      <Link to="/tickets/$id" params={{ id: ticket.id }}>
        {ticket.number} {ticket.title}
      </Link>
    )
  if (!contract) return <span>{of}</span>
  return (
    <Link to="/board/$id" params={{ id: contract.id }} search={{ promise }}>
      {of || contract.number}
    </Link>
  )
}

type ListProps = {
  readonly filters: Readonly<Record<string, string | undefined>>
  readonly zone: string
  /** in the place of a list in which nothing stands, and over one in which something does */
  readonly none?: ReactNode
  readonly head?: ReactNode
}

/** What the rules brought about under these filters, the newest first. */
export function ConsequenceList({ filters, zone, none, head }: ListProps) {
  const list = useInfiniteQuery(consequencesQuery(filters))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.error && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      {list.data && items.length === 0 && none}
      {items.length > 0 && head}
      <ul>
        {items.map((one) => (
          <ConsequenceLine key={one.id} one={one} zone={zone} whose />
        ))}
      </ul>
      <More list={list} />
    </>
  )
}

/** 待办任务: what rules gave somebody to do and nobody has done yet; nothing at all when there is none. */
export function Tasks({ mine }: { readonly mine: 'yes' | undefined }) {
  const { say } = useWords()
  const zone = useZone()
  const list = useInfiniteQuery(consequencesQuery({ todo: 'yes', mine, limit: '20' }))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0 && !list.hasNextPage) return null
  return (
    <section className="card place-card due-group">
      <h2 className="label">
        {say('consequence.todo')} <span className="ink3">{`${items.length}${list.hasNextPage ? '+' : ''}`}</span>
      </h2>
      <ul>
        {items.map((one) => (
          <ConsequenceLine key={one.id} one={one} zone={zone} whose />
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
