import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { PlanDetail } from '../../wire/plans.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { planQuery } from '../api/queries.ts'
import { PLAN_VIEWS, planSearch } from '../search.ts'
import type { PlanSearch } from '../search.ts'
import { useMay, useSession } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { Beside } from './beside/Beside.tsx'
import { Compare } from './Compare.tsx'
import { TryOut } from './editor/TryOut.tsx'
import { Findings } from './Findings.tsx'
import { PlanTable } from './PlanTable.tsx'
import { StateTag } from './StateTag.tsx'
import { useBegin } from './useBegin.ts'
import './plans.css'

function useRetire(ref: string) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (retired: boolean) => write<PlanDetail>('PATCH', `/plans/${ref}`, { retired }),
    onSuccess: (plan, retired) => {
      client.setQueryData(planQuery(ref).queryKey, plan)
      notify({ words: say(retired ? 'plan.retired-done' : 'plan.reinstated-done', { ref }) })
      return client.invalidateQueries({ queryKey: ['plans'] })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

function Ways({ plan }: { readonly plan: PlanDetail }) {
  const { say } = useWords()
  const mayManage = useMay('plan.manage')
  const maySign = useMay('contract.manage')
  const { mutate, isPending } = useRetire(plan.ref)
  const begin = useBegin()
  const retired = plan.state === 'retired'
  return (
    <>
      <a href={`/api/plans/${plan.ref}/yaml`} download={`${plan.ref}.yaml`} className="s13">
        {say('plan.download')}
      </a>
      <a href={`/api/plans/${plan.ref}/annex`} download className="s13">
        {say('annex.download')}
      </a>
      {mayManage && (
        <>
          <Button loading={begin.isPending} onClick={() => begin.mutate({ base: plan.ref })}>
            {say(plan.state === 'draft' ? 'plan.edit-draft' : 'plan.next-version')}
          </Button>
          <Button loading={isPending} onClick={() => mutate(!retired)}>
            {say(retired ? 'plan.reinstate' : 'plan.retire')}
          </Button>
        </>
      )}
      {maySign && !retired && (
        <Link to="/contracts/new" search={{ plan: plan.ref }} className="button-primary">
          {say('plan.sign-under')}
        </Link>
      )}
    </>
  )
}

function Asks({ plan }: { readonly plan: PlanDetail }) {
  const { say } = useWords()
  if (plan.asks.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('plan.asks')}</h2>
      <ul>
        {plan.asks.map((ask) => (
          <li key={ask.key} className="sheet-row">
            <span className="grow">
              {ask.words}
              {ask.unfilled !== undefined && <span className="s12 ink3 block">{ask.unfilled}</span>}
            </span>
            {ask.required && <span className="tag">{say('plan.ask-required')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 记录表单 to print and take along. */
function Forms({ plan }: { readonly plan: PlanDetail }) {
  const { say } = useWords()
  if (plan.forms.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('form-paper.title')}</h2>
      <p className="s13 ink2">{say('form-paper.hint')}</p>
      <ul>
        {plan.forms.map(({ id, name, fields }) => (
          <li key={id} className="sheet-row">
            <span className="grow">
              {name} <span className="s12 ink3">{say('form-paper.fields', { n: fields })}</span>
            </span>
            <a href={`/api/plans/${plan.ref}/forms/${id}`} download className="s13 nowrap">
              {say('form-paper.empty')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Versions({ plan }: { readonly plan: PlanDetail }) {
  const { say } = useWords()
  return (
    <section className="card place-card">
      <h2 className="label">{say('plan.versions')}</h2>
      <ul>
        {plan.versions.map((one) => (
          <li key={one.ref}>
            <Link
              to="/plans/$ref"
              params={{ ref: one.ref }}
              className="sheet-row"
              aria-current={one.ref === plan.ref ? 'page' : undefined}
            >
              <span className="grow">{say('plan.version', { version: one.version })}</span>
              <StateTag state={one.state} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is promised: as a table, read aloud, or the very text. */
function Promises({ plan }: { readonly plan: PlanDetail }) {
  const { say } = useWords()
  const { view = 'table', form, sort } = useSearch({ from: '/room/plans/$ref' })
  const navigate = useNavigate()
  const go = (search: PlanSearch): void => void navigate({ to: '/plans/$ref', params: { ref: plan.ref }, search, replace: true })
  return (
    <section className="card place-card" aria-label={say('plan.promises')}>
      <Segmented
        value={view}
        onChange={(chosen) => go({ view: chosen })}
        options={PLAN_VIEWS.map((one) => ({ value: one, label: say(`plan.view-${one}`) }))}
      />
      {view === 'table' && <PlanTable rows={plan.table} form={form} sort={sort} change={(to) => go(planSearch({ view, ...to }))} />}
      {view === 'words' &&
        plan.words.map((line, index) => (
          <p key={index} className="plan-line">
            {line}
          </p>
        ))}
      {view === 'text' && <pre className="plan-original">{plan.yaml}</pre>}
    </section>
  )
}

/** One version of a plan: in words, what is to be said of it, what it asks a contract for, its text. */
export function PlanPage() {
  const { say } = useWords()
  const { ref } = useParams({ from: '/room/plans/$ref' })
  const mayManage = useMay('plan.manage')
  // the papers of a plan are the firm's own: it may serve several customers
  const isOurs = useSession().me.customer === undefined
  const { data: plan, error, refetch } = useQuery(planQuery(ref))
  if (!plan) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <div className="grow">
          <h1>
            {plan.title} <StateTag state={plan.state} />
          </h1>
          <div className="s13 ink2">
            {plan.ref} · {say('plan.counts', { clauses: plan.clauses, contracts: plan.contracts })}
          </div>
        </div>
        <Ways plan={plan} />
      </header>
      {isOurs && <Beside key={plan.ref} plan={plan.ref} />}
      <div className="plan-page">
        <div className="plan-body">
          <TryOut key={plan.ref} of={{ plan: plan.ref }} asks={plan.tries} fresh />
          <Promises plan={plan} />
        </div>
        <div>
          <Versions plan={plan} />
          <Compare key={plan.ref} plan={plan} />
          <Asks plan={plan} />
          <Forms plan={plan} />
          {mayManage && (
            <section className="card place-card">
              <h2 className="label">{say('plan.findings')}</h2>
              {plan.findings.length === 0 && <p className="s13 ink2">{say('plan.no-findings')}</p>}
              <Findings findings={plan.findings} />
            </section>
          )}
        </div>
      </div>
    </main>
  )
}
