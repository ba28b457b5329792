import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { CellProblem, Cutover, ImportResult, Owed, SheetCount } from '../../../wire/cutover.ts'
import { useWords } from '../../../ui/words/say.ts'
import { write } from '../../api/call.ts'
import { cutoverQuery } from '../../api/queries.ts'
import { FileField } from '../../files/FileField.tsx'
import { useUploads } from '../../files/uploads.ts'
import { Failure, failureWords } from '../../shell/Failure.tsx'
import { History, useInstant } from './History.tsx'
import { PasteRows } from './PasteRows.tsx'
import '../contracts.css'
import './cutover.css'

type Head = 'where' | 'stands' | 'mend' | 'clause' | 'due' | 'state'

function Heads({ of }: { readonly of: readonly Head[] }) {
  const { say } = useWords()
  return (
    <thead>
      <tr>
        {of.map((one) => (
          <th key={one} scope="col">
            {say(`cutover.${one}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function ProblemTable({ problems }: { readonly problems: readonly CellProblem[] }) {
  const { say } = useWords()
  return (
    <div className="moves-scroll" role="alert">
      <table className="moves">
        <Heads of={['where', 'stands', 'mend']} />
        <tbody>
          {problems.map((one) => (
            <tr key={`${one.file} ${one.sheet} ${one.row} ${one.column} ${one.words}`}>
              <td data-label={say('cutover.where')}>
                <b>{one.row === undefined ? one.file : say('cutover.cell', { sheet: one.sheet || one.file, row: one.row })}</b>{' '}
                <span className="ink2">{one.column}</span>
              </td>
              <td data-label={say('cutover.stands')} className="ink2">
                {one.value ?? '—'}
              </td>
              <td data-label={say('cutover.mend')}>{one.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OwedRow({ one }: { readonly one: Owed }) {
  const { say } = useWords()
  const instant = useInstant()
  return (
    <tr>
      <td>
        <b>{one.title}</b>
        {one.text && <q className="song block s13 ink2">{one.text}</q>}
        <span className="s12 ink3 block">{one.of}</span>
      </td>
      <td data-label={say('cutover.due')} className="nowrap">
        {one.dueAt === undefined ? say('running.no-due') : instant(one.dueAt)}
      </td>
      <td data-label={say('cutover.state')} className={one.when === 'late' ? 'tone-broken toned nowrap' : 'nowrap'}>
        {one.comes ? say('cutover.comes') : say(`state.${one.state}`)}
      </td>
    </tr>
  )
}

const WHENS = ['late', 'tomorrow', 'month', 'later'] as const

/** What is owed, by how soon: each promise in the words that were signed, whose it is, when it is due. */
function OwedTables({ owed }: { readonly owed: readonly Owed[] }) {
  const { say } = useWords()
  if (owed.length === 0) return <p className="s13 ink2">{say('cutover.none')}</p>
  return WHENS.map((when) => {
    const some = owed.filter((one) => one.when === when)
    if (some.length === 0) return null
    return (
      <section key={when} className="moves-scroll">
        <h3 className="owed-head">
          {say(`cutover.when-${when}`)} <span className="ink3">{some.length}</span>
        </h3>
        <table className="moves owed">
          <Heads of={['clause', 'due', 'state']} />
          <tbody>
            {some.map((one) => (
              <OwedRow key={`${one.subject} ${one.promise} ${one.episode}`} one={one} />
            ))}
          </tbody>
        </table>
      </section>
    )
  })
}

function useCounted(): (counts: readonly SheetCount[]) => string {
  const { say } = useWords()
  return (counts) =>
    counts
      .filter(({ fresh }) => fresh > 0)
      .map(({ name, fresh }) => say('cutover.count', { name, n: fresh }))
      .join(say('list.and'))
}

function Sum({ counts, done }: { readonly counts: readonly SheetCount[]; readonly done: boolean }) {
  const { say } = useWords()
  const counted = useCounted()(counts)
  const there = counts.reduce((sum, one) => sum + one.there, 0)
  const words = counted === '' ? say('cutover.nothing-new') : say(done ? 'cutover.done' : 'cutover.counts', { counts: counted })
  return (
    <p role="status">
      <b>{words}</b>
      {there > 0 && counted !== '' && <span className="s13 ink2 block">{say('cutover.there', { n: there })}</span>}
    </p>
  )
}

/** What the trial says; from here it is imported. */
function Tried({ result, done }: { readonly result: ImportResult; readonly done: boolean }) {
  const { say } = useWords()
  if (result.problems.length > 0)
    return (
      <section className="card place-card">
        <h2 className="label">{say('cutover.problems', { n: result.problems.length })}</h2>
        <ProblemTable problems={result.problems} />
      </section>
    )
  return (
    <>
      <section className="card place-card">
        {!done && <h2 className="label">{say('cutover.tried')}</h2>}
        <Sum counts={result.counts} done={done} />
        <h2 className="label owed-title">{say(done ? 'cutover.now' : 'cutover.ahead')}</h2>
        <OwedTables owed={result.owed} />
      </section>
      <History past={result.past} />
    </>
  )
}

type Sent = { readonly result: ImportResult; readonly of: string; readonly done: boolean }

function Bring({ cutover }: { readonly cutover: Cutover }) {
  const { say } = useWords()
  const client = useQueryClient()
  const uploads = useUploads()
  const [held, setHeld] = useState<string>()
  const [sent, setSent] = useState<Sent>()
  const path = `/contracts/${cutover.contract.id}/cutover`
  const files = JSON.stringify(uploads.body.files ?? [])
  const trial = useMutation({
    mutationFn: () => write<ImportResult>('POST', `${path}/preview`, uploads.body),
    onSuccess: (result) => setSent({ result, of: files, done: false }),
  })
  const bring = useMutation({
    mutationFn: () => write<ImportResult>('POST', path, uploads.body),
    onSuccess: (result) => {
      setSent({ result, of: '[]', done: true })
      uploads.queue.clear()
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
  const start = (work: () => void): void => {
    const obstacle = uploads.obstacle ?? (files === '[]' ? 'cutover.no-file' : undefined)
    setHeld(obstacle && say(obstacle))
    if (obstacle === undefined) work()
  }
  const shown = sent?.of === files || sent?.done ? sent : undefined
  const ready = shown !== undefined && !shown.done && shown.result.problems.length === 0 && files !== '[]'
  const error = trial.error ?? bring.error
  return (
    <>
      <section className="card place-card stack">
        <h2 className="label">{say('cutover.bring')}</h2>
        <p className="s13 ink2">{say('cutover.explained')}</p>
        <a href={`/api${path}/template`} download className="s13">
          {say('cutover.template')}
        </a>
        <FileField uploads={uploads} error={held} />
        <PasteRows sheets={cutover.sheets} add={(file) => uploads.queue.add([file])} />
        {error && (
          <p role="alert" className="refused">
            {failureWords(error, say)}
          </p>
        )}
        <div className="row">
          <Button type={ready ? 'default' : 'primary'} loading={trial.isPending} onClick={() => start(() => trial.mutate())}>
            {say('cutover.try')}
          </Button>
          {ready && (
            <Button type="primary" loading={bring.isPending} onClick={() => start(() => bring.mutate())}>
              {say('cutover.import')}
            </Button>
          )}
        </div>
      </section>
      {shown ? (
        <Tried result={shown.result} done={shown.done} />
      ) : (
        <>
          <section className="card place-card">
            <h2 className="label">{say('cutover.now')}</h2>
            <OwedTables owed={cutover.owed} />
          </section>
          <History past={cutover.past} />
        </>
      )}
    </>
  )
}

function Imports({ imports }: Pick<Cutover, 'imports'>) {
  const { say } = useWords()
  const instant = useInstant()
  if (imports.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('cutover.imports')}</h2>
      <ul>
        {imports.map(({ at, by, files, counts }) => (
          <li key={at} className="sheet-row s13">
            <span className="grow">
              {say('cutover.import-line', { at: instant(at), by: by?.name ?? '' })}
              <span className="ink2 block">
                {counts.map(({ name, lines }) => say('cutover.count', { name, n: lines })).join(say('list.and'))}
              </span>
            </span>
            {files.map(({ id, name }) => (
              <a key={id} href={`/api/files/${id}/content`} download>
                {name ?? id}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 切换上线: a running contract is taken over with what happened before. */
export function CutoverPage() {
  const { id } = useParams({ from: '/room/contracts/$id/cutover' })
  const { say } = useWords()
  const { data: cutover, error, refetch } = useQuery(cutoverQuery(id))
  if (!cutover) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  const { contract, day } = cutover
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <div className="grow">
          <h1>
            {say('cutover.title')} · {contract.number} {contract.title}
          </h1>
          <Link to="/contracts/$id" params={{ id }} className="s13">
            {say('cutover.back')}
          </Link>
        </div>
      </header>
      <p className={day === undefined ? 'refused' : 's13 ink2 cutover-day'}>
        {day === undefined ? say('cutover.no-day') : say('cutover.day', { day })}
      </p>
      {day !== undefined && <Bring cutover={cutover} />}
      <Imports imports={cutover.imports} />
    </main>
  )
}
