import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { DraftSignature, SignatureSide, Signing } from '../../wire/signatures.ts'
import { useWords } from '../../ui/words/say.ts'
import { planQuery, signingQuery } from '../api/queries.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { planVersion } from '../plan-version.ts'
import { Findings } from '../plans/Findings.tsx'
import { Failure } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import type { ContractForm } from './contract-form.ts'
import { MissingTag } from './MissingTag.tsx'
import { openedDraftQuery } from './opened-draft.ts'
import type { Opened } from './opened-draft.ts'
import { Digits, SignatureLine } from './Signatures.tsx'
import { SignForm } from './SignForm.tsx'
import './contracts.css'

function Withdraw({ draft, side, close }: { readonly draft: string; readonly side: SignatureSide; readonly close: () => void }) {
  const { say } = useWords()
  return (
    <RecordForm
      title={say('signing.withdraw-title', { side: say(`signing.${side}`) })}
      fields={[{ id: 'reason', label: say('signing.withdraw-reason'), kind: 'prose', required: true }]}
      method="POST"
      path={`/contract-drafts/${draft}/signatures/${side}/withdraw`}
      act={say('signing.withdraw')}
      close={close}
      saved={() => notify({ words: say('signing.withdrawn') })}
    />
  )
}

function Standing({ signing }: { readonly signing: Signing }) {
  const { say } = useWords()
  const [withdrawing, setWithdrawing] = useState<SignatureSide>()
  const { draft, hash, problem, missing } = signing
  const isStanding = ({ voided }: DraftSignature): boolean => voided === undefined
  return (
    <section className="card place-card">
      <h2 className="label">{say('signing.title')}</h2>
      {problem !== undefined && <p className="s13">{problem}</p>}
      {hash !== undefined && <Digits label={say('signing.hash')} hash={hash} />}
      <ul>
        {signing.signatures.map((one) => (
          <SignatureLine key={one.id} signature={one}>
            {isStanding(one) && (
              <Button size="small" type="text" onClick={() => setWithdrawing(one.side)}>
                {say('signing.withdraw')}
              </Button>
            )}
          </SignatureLine>
        ))}
        {missing.map((side) => (
          <li key={side} className="signature">
            <b>{say(`signing.${side}`)}</b> <span className="ink3">{say('signing.to-come')}</span>
          </li>
        ))}
      </ul>
      <p className="s13 ink3">{say(signing.amends ? 'signing.amendment-explained' : 'signing.explained')}</p>
      {withdrawing && <Withdraw draft={draft} side={withdrawing} close={() => setWithdrawing(undefined)} />}
    </section>
  )
}

function Content({ form, reason }: Pick<Opened, 'form' | 'reason'>) {
  const { say } = useWords()
  const plan = useQuery({ ...planQuery(form.plan ?? ''), enabled: form.plan !== undefined }).data
  const names = (options: ContractForm['sites']): string => options.map((one) => one.label).join(say('list.and')) || '—'
  const called = (key: string): string => plan?.asks.find((ask) => ask.key === key)?.words ?? key
  const pairs: readonly (readonly [string, string])[] = [
    ...(reason === '' ? [] : [[say('contract.amend-reason'), reason] as const]),
    [say('contract.customer'), form.customer?.label ?? '—'],
    [say('contract.plan'), plan ? say('contract.plan-option', { title: plan.title, version: planVersion(plan.ref) }) : '—'],
    [say('contract.starts-on'), form.startsOn || '—'],
    [say('contract.ends-on'), form.endsOn || '—'],
    [say('contract.sites'), names(form.sites)],
    [say('contract.assets'), names(form.assets)],
    ...Object.entries(form.people).map(([role, held]) => [plan?.roles.find((one) => one.id === role)?.name ?? role, names(held)] as const),
    ...Object.entries(form.terms).map(([key, { value, source }]) => [called(key), `${value}（${source || '—'}）`] as const),
  ]
  return (
    <section className="card place-card">
      <h2 className="label">{say('signing.content')}</h2>
      <dl className="pairs">
        {pairs.map(([label, value]) => (
          <div className="pair" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Raised({ signing }: { readonly signing: Signing }) {
  const { say } = useWords()
  return (
    <section className="card place-card">
      <h2 className="label">{say('plan.findings')}</h2>
      {signing.findings.length === 0 && <p className="s13 ink2">{say(signing.checked ? 'plan.no-findings' : 'signing.not-checked')}</p>}
      <Findings findings={signing.findings} />
    </section>
  )
}

/** An amendment is gone on with where the contract is amended. */
function GoOn({ signing: { draft, hash, amends } }: { readonly signing: Signing }) {
  const { say } = useWords()
  const face = hash === undefined ? 'button-primary' : 's13'
  return amends ? (
    <Link to="/contracts/$id/amend" params={{ id: amends.id }} search={{ draft }} className={face}>
      {say('signing.go-on')}
    </Link>
  ) : (
    <Link to="/contracts/new" search={{ draft }} className={face}>
      {say('signing.go-on')}
    </Link>
  )
}

function Page({ signing, opened }: { readonly signing: Signing; readonly opened: Opened }) {
  const { say } = useWords()
  const [recording, setRecording] = useState(false)
  const { draft, hash, missing, amends } = signing
  const { form } = opened
  const title = `${form.number} ${form.title}`
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <div className="grow">
          <h1>
            {amends ? say('signing.amendment-of', { title }) : title} <MissingTag missing={missing} />
          </h1>
          <div className="s13 ink2">{form.customer?.label}</div>
        </div>
        {hash !== undefined && (
          <a href={`/api/contract-drafts/${draft}/annex`} download className="s13">
            {say('annex.download')}
          </a>
        )}
        <GoOn signing={signing} />
        {hash !== undefined && (
          <Button type="primary" onClick={() => setRecording(true)}>
            {say('signing.record')}
          </Button>
        )}
      </header>
      <div className="contract-page">
        <div>
          <Standing signing={signing} />
        </div>
        <div>
          <Content {...opened} />
          <Raised signing={signing} />
        </div>
      </div>
      {recording && hash !== undefined && <SignForm signing={signing} hash={hash} close={() => setRecording(false)} />}
    </main>
  )
}

/** A contract before it is one: what both sides are to sign, and who has. */
export function SigningPage() {
  const { id } = useParams({ from: '/room/contracts/drafts/$id' })
  const opened = useQuery(openedDraftQuery(id))
  const { data: signing, error, refetch } = useQuery(signingQuery(id))
  if (!signing || !opened.data)
    return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return <Page signing={signing} opened={opened.data} />
}
