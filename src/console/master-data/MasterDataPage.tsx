import { useQuery } from '@tanstack/react-query'
import type { MasterDataDifference, MasterDataResult } from '../../wire/master-data.ts'
import type { SheetCount } from '../../wire/sheets.ts'
import { useWords } from '../../ui/words/say.ts'
import { masterDataQuery } from '../api/queries.ts'
import { Failure } from '../shell/Failure.tsx'
import { ImportCard } from '../sheets/ImportCard.tsx'
import { Heads, Place } from '../sheets/ProblemTable.tsx'
import '../contracts/contracts.css'

const COUNT_HEADS = ['sheets.table', 'sheets.fresh', 'sheets.there'] as const
const DIFFERENCE_HEADS = ['sheets.where', 'sheets.stands', 'sheets.recorded'] as const

function Counts({ counts }: { readonly counts: readonly SheetCount[] }) {
  return (
    <table className="moves">
      <Heads of={COUNT_HEADS} />
      <tbody>
        {counts.map(({ sheet, name, fresh, there }) => (
          <tr key={sheet}>
            <td>
              <b>{name}</b>
            </td>
            <td>{fresh}</td>
            <td className="ink2">{there}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a line says otherwise than is recorded: it is shown, and stays as it is. */
function Differences({ differences }: { readonly differences: readonly MasterDataDifference[] }) {
  const { say } = useWords()
  if (differences.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('master-data.differences', { n: differences.length })}</h2>
      <p className="s13 ink2">{say('master-data.differences-stay')}</p>
      <div className="moves-scroll">
        <table className="moves">
          <Heads of={DIFFERENCE_HEADS} />
          <tbody>
            {differences.map((one) => (
              <tr key={`${one.file} ${one.sheet} ${one.row} ${one.column}`}>
                <Place of={one} />
                <td data-label={say('sheets.stands')}>{one.said}</td>
                <td data-label={say('sheets.recorded')}>{one.recorded ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Outcome({ result, done }: { readonly result: MasterDataResult; readonly done: boolean }) {
  const { say } = useWords()
  const fresh = result.counts.reduce((sum, one) => sum + one.fresh, 0)
  const people = result.counts.find(({ sheet }) => sheet === 'people')?.fresh ?? 0
  return (
    <>
      <section className="card place-card">
        {!done && <h2 className="label">{say('sheets.tried')}</h2>}
        <p role="status">
          <b>{fresh === 0 ? say('master-data.nothing-new') : say(done ? 'master-data.done' : 'master-data.would', { n: fresh })}</b>
          {done && people > 0 && <span className="s13 ink2 block">{say('master-data.invite', { n: people })}</span>}
        </p>
        <Counts counts={result.counts} />
      </section>
      <Differences differences={result.differences} />
    </>
  )
}

/** 导入基础资料: customers, sites, devices and people from the tables that a firm has. */
export function MasterDataPage() {
  const { say } = useWords()
  const { data, error, refetch } = useQuery(masterDataQuery)
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <h1 className="grow">{say('master-data.title')}</h1>
      </header>
      <ImportCard<MasterDataResult>
        path="/master-data"
        sheets={data.sheets}
        title={say('master-data.bring')}
        explained={say('master-data.explained')}
        Outcome={Outcome}
        before={null}
      />
    </main>
  )
}
