import { Button } from 'antd'
import type { CellProblem } from '../../wire/sheets.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { useWords } from '../../ui/words/say.ts'
import { csvOf, takeCsv } from '../csv.ts'

export function Heads({ of }: { readonly of: readonly WordKey[] }) {
  const { say } = useWords()
  return (
    <thead>
      <tr>
        {of.map((one) => (
          <th key={one} scope="col">
            {say(one)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type PlaceOf = { readonly file: string; readonly sheet: string; readonly row?: number | undefined; readonly column?: string | undefined }

/** Where it stands in the file: sheet, row and column. */
export function Place({ of: { file, sheet, row, column } }: { readonly of: PlaceOf }) {
  const { say } = useWords()
  return (
    <td data-label={say('sheets.where')} className="place">
      <b>{row === undefined ? file : say('sheets.cell', { sheet: sheet || file, row })}</b> <span className="ink2">{column}</span>
    </td>
  )
}

const HEADS = ['sheets.where', 'sheets.stands', 'sheets.mend'] as const

/** All that is wrong, for whoever mends the file away from this page. */
function useTaken(problems: readonly CellProblem[]): string {
  const { say } = useWords()
  return csvOf(problems, [
    { title: say('sheets.file'), of: ({ file }) => file },
    { title: say('sheets.table'), of: ({ sheet }) => sheet },
    { title: say('sheets.row'), of: ({ row }) => (row === undefined ? '' : String(row)) },
    { title: say('sheets.column'), of: ({ column = '' }) => column },
    { title: say('sheets.stands'), of: ({ value = '' }) => value },
    { title: say('sheets.mend'), of: ({ words }) => words },
  ])
}

function TakeProblems({ problems }: { readonly problems: readonly CellProblem[] }) {
  const { say } = useWords()
  const csv = useTaken(problems)
  return (
    <Button size="small" onClick={() => takeCsv(say('sheets.problems-name'), csv)}>
      {say('sheets.problems-take')}
    </Button>
  )
}

/** What is wrong, cell by cell; nothing was imported. */
export function Problems({ problems }: { readonly problems: readonly CellProblem[] }) {
  const { say } = useWords()
  return (
    <section className="card place-card">
      <div className="row">
        <h2 className="label grow">{say('sheets.problems', { n: problems.length })}</h2>
        <TakeProblems problems={problems} />
      </div>
      <ProblemTable problems={problems} />
    </section>
  )
}

function ProblemTable({ problems }: { readonly problems: readonly CellProblem[] }) {
  const { say } = useWords()
  return (
    <div className="moves-scroll" role="alert">
      <table className="moves">
        <Heads of={HEADS} />
        <tbody>
          {problems.map((one) => (
            <tr key={`${one.file} ${one.sheet} ${one.row} ${one.column} ${one.words}`}>
              <Place of={one} />
              <td data-label={say('sheets.stands')} className="ink2 typed">
                {one.value ?? '—'}
              </td>
              <td data-label={say('sheets.mend')}>{one.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
