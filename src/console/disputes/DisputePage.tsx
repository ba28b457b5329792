import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Dispute, DisputeChanged, DisputeDetail } from '../../wire/disputes.ts'
import { useMinute } from '../../ui/now.ts'
import { dayWords, instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { disputeQuery } from '../api/queries.ts'
import { FileList } from '../files/FileList.tsx'
import { RecordForm } from '../form/RecordForm.tsx'
import { SheetHead } from '../form/SheetHead.tsx'
import { useZone } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import './disputes.css'

type Said = NonNullable<Dispute['answered']>

/** What one side, or who decided, said: their words, their evidence, who and when. */
function Saying({ title, said, more }: { readonly title: string; readonly said: Said | undefined; readonly more?: string | undefined }) {
  const { locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  if (!said) return null
  return (
    <section className="card place-card">
      <h2 className="label">{title}</h2>
      {said.text && <p>{said.text}</p>}
      {more && <p className="s13 ink2">{more}</p>}
      <FileList files={said.files} />
      <p className="s12 ink3">
        {said.by.name} {instantWords(said.at, now, { zone, locale })}
      </p>
    </section>
  )
}

/** What is objected to, and where it stands. */
function Subject({ dispute }: { readonly dispute: DisputeDetail }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { ticket, contract, entries, obligation, state, answerBy } = dispute
  return (
    <section className="card place-card">
      <h2 className="label">{say('dispute.about')}</h2>
      <p>
        <b>{dispute.words}</b> <span className="tag">{say(`dispute.state-${state}`)}</span>
      </p>
      <ul>
        {entries.map((one) => (
          <li key={one.id} className="sheet-row">
            <span className="grow">{one.words}</span>
            <span className="s12 ink3 nowrap">{[one.by?.name, instantWords(one.at, now, { zone, locale })].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
      <p className="s13 ink2">
        {state === 'open' && `${say('dispute.answer-by', { day: dayWords(answerBy - 1, now, { zone, locale }) })} · `}
        {say('dispute.changes-nothing')}{' '}
        {ticket ? (
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {ticket.number} {ticket.title}
          </Link>
        ) : (
          contract && (
            <Link to="/board/$id" params={{ id: contract.id }} search={obligation === undefined ? {} : { instance: obligation }}>
              {contract.number}
            </Link>
          )
        )}
      </p>
    </section>
  )
}

type Form = 'answer' | 'uphold' | 'reject'
type FormProps = { readonly dispute: DisputeDetail; readonly close: () => void }

/** The ways to put it right: an entry declared void, or the promise waived. */
function remedies({ entries, what }: DisputeDetail, say: ReturnType<typeof useWords>['say']) {
  const voids = entries
    .filter(({ type }) => type !== 'ticket.reported')
    .map(({ id, words }) => ({ value: `void ${id}`, label: say('dispute.remedy-void', { words }) }))
  return what === 'verdict' ? [...voids, { value: 'waive', label: say('dispute.remedy-waive') }] : voids
}

function shapeOf({ remedy, reason }: Readonly<Record<string, string | null>>): object {
  const [kind, of] = (remedy ?? '').split(' ')
  return { outcome: 'upheld', reason, remedy: kind === 'waive' ? { kind } : { kind: 'void', of } }
}

function UpholdForm({ dispute, close }: FormProps) {
  const { say } = useWords()
  return (
    <RecordForm<DisputeChanged>
      title={say('dispute.uphold-title')}
      fields={[
        {
          id: 'remedy',
          label: say('dispute.remedy'),
          kind: 'choice',
          options: remedies(dispute, say),
          required: true,
          hint: say('dispute.remedy-explained'),
        },
        { id: 'reason', label: say('dispute.settle-reason'), kind: 'prose', required: true },
      ]}
      shape={shapeOf}
      method="POST"
      path={`/disputes/${dispute.id}/settle`}
      act={say('dispute.uphold')}
      close={close}
      saved={() => notify({ words: say('dispute.upheld-done') })}
    />
  )
}

function RejectForm({ dispute, close }: FormProps) {
  const { say } = useWords()
  return (
    <RecordForm<DisputeChanged>
      title={say('dispute.reject-title')}
      fields={[{ id: 'reason', label: say('dispute.settle-reason'), kind: 'prose', required: true }]}
      fixed={{ outcome: 'rejected' }}
      method="POST"
      path={`/disputes/${dispute.id}/settle`}
      act={say('dispute.reject')}
      close={close}
      saved={() => notify({ words: say('dispute.rejected-done') })}
    />
  )
}

function AnswerForm({ dispute, close }: FormProps) {
  const { say } = useWords()
  return (
    <RecordForm<DisputeChanged>
      title={say('dispute.answer-title')}
      fields={[{ id: 'answer', label: say('dispute.answer-text'), kind: 'prose', required: true }]}
      attach
      method="POST"
      path={`/disputes/${dispute.id}/answer`}
      act={say('dispute.answer')}
      close={close}
      saved={() => notify({ words: say('dispute.answered-done') })}
    />
  )
}

const FORMS = { answer: AnswerForm, uphold: UpholdForm, reject: RejectForm } as const

function Acts({ dispute }: { readonly dispute: DisputeDetail }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [form, setForm] = useState<Form>()
  const withdraw = useMutation({
    mutationFn: () => write<DisputeChanged>('POST', `/disputes/${dispute.id}/withdraw`, {}),
    onSuccess: () => {
      notify({ words: say('dispute.withdrawn-done') })
      return client.invalidateQueries()
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  const Chosen = form && FORMS[form]
  const { may } = dispute
  return (
    <>
      {may.includes('answer') && (
        <Button type="primary" onClick={() => setForm('answer')}>
          {say('dispute.answer')}
        </Button>
      )}
      {may.includes('settle') && (
        <>
          <Button onClick={() => setForm('uphold')}>{say('dispute.uphold')}</Button>
          <Button onClick={() => setForm('reject')}>{say('dispute.reject')}</Button>
        </>
      )}
      {may.includes('withdraw') && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {say('dispute.withdraw')}
        </Button>
      )}
      {Chosen && <Chosen dispute={dispute} close={() => setForm(undefined)} />}
    </>
  )
}

/** One dispute: what it is about, what both sides said, what was decided, and what follows. */
export function DisputePage() {
  const { say } = useWords()
  const { id } = useParams({ from: '/room/disputes/$id' })
  const { data, error, refetch } = useQuery(disputeQuery(id))
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  const { raised, answered, settled, side, remedy, state } = data
  return (
    <main className="sheet">
      <SheetHead title={say('dispute.one')}>
        <Acts dispute={data} />
      </SheetHead>
      <Subject dispute={data} />
      <Saying
        title={say(`dispute.objection-${side}`)}
        said={raised}
        more={raised.evidence && say('release.evidence', { evidence: raised.evidence })}
      />
      <Saying title={say('dispute.answer-text')} said={answered} />
      <Saying
        title={state === 'withdrawn' ? say('dispute.state-withdrawn') : say('dispute.decision', { state: say(`dispute.state-${state}`) })}
        said={settled}
        more={remedy && say(`dispute.remedy-${remedy}-done`)}
      />
    </main>
  )
}
