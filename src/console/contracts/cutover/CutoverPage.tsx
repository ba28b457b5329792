import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Cutover, ImportResult, Owed } from '../../../wire/cutover.ts'
import type { SheetCount } from '../../../wire/sheets.ts'
import { useWords } from '../../../ui/words/say.ts'
import { cutoverQuery } from '../../api/queries.ts'
import { Failure } from '../../shell/Failure.tsx'
import { ImportCard } from '../../sheets/ImportCard.tsx'
import { Heads } from '../../sheets/ProblemTable.tsx'
import { History, useInstant } from './History.tsx'
import '../contracts.css'
import './cutover.css'

const HEADS = ['cutover.clause', 'cutover.due', 'cutover.state'] as const

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
          <Heads of={HEADS} />
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
      .map(({ name, fresh }) => say('sheets.count', { name, n: fresh }))
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
  return (
    <>
      <section className="card place-card">
        {!done && <h2 className="label">{say('sheets.tried')}</h2>}
        <Sum counts={result.counts} done={done} />
        <h2 className="label owed-title">{say(done ? 'cutover.now' : 'cutover.ahead')}</h2>
        <OwedTables owed={result.owed} />
      </section>
      <History past={result.past} />
    </>
  )
}

function Bring({ cutover }: { readonly cutover: Cutover }) {
  const { say } = useWords()
  return (
    <ImportCard<ImportResult>
      path={`/contracts/${cutover.contract.id}/cutover`}
      sheets={cutover.sheets}
      title={say('cutover.bring')}
      explained={say('cutover.explained')}
      Outcome={Tried}
      before={
        <>
          <section className="card place-card">
            <h2 className="label">{say('cutover.now')}</h2>
            <OwedTables owed={cutover.owed} />
          </section>
          <History past={cutover.past} />
        </>
      }
    />
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
                {counts.map(({ name, lines }) => say('sheets.count', { name, n: lines })).join(say('list.and'))}
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
