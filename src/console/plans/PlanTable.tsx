import { Fragment, useState } from 'react'
import type { PlanTableRow } from '../../wire/plans.ts'
import { useWords } from '../../ui/words/say.ts'
import type { PlanForm, PlanSort } from '../search.ts'
import { PLAN_FORMS, sortRows } from './plan-table.ts'

/** Which promises are shown, of one form or of all, and how many there are of each. */
function Forms({ rows, form, choose }: { rows: readonly PlanTableRow[]; form: PlanForm | undefined; choose: (form?: PlanForm) => void }) {
  const { say } = useWords()
  const counts = Map.groupBy(rows, (row) => row.form)
  return (
    <div className="row plan-forms" role="group" aria-label={say('plan.table-form')}>
      <button type="button" className="choice-chip" aria-pressed={form === undefined} onClick={() => choose()}>
        {say('plan.table-all', { count: rows.length })}
      </button>
      {PLAN_FORMS.filter((one) => counts.has(one)).map((one) => (
        <button key={one} type="button" className="choice-chip" aria-pressed={form === one} onClick={() => choose(one)}>
          {say(`form-name.${one}`)} {counts.get(one)?.length}
        </button>
      ))}
    </div>
  )
}

/** Each a line of its own. */
function Lines({ of }: { readonly of: readonly string[] }) {
  return of.map((line, at) => <div key={at}>{line}</div>)
}

function PromiseRow({ row, open, toggle }: { readonly row: PlanTableRow; readonly open: boolean; readonly toggle: () => void }) {
  const { say } = useWords()
  return (
    <Fragment>
      <tr className={open ? 'on' : undefined}>
        <td data-column={say('plan.table-clause')}>
          <button type="button" className="link" aria-expanded={open} onClick={toggle}>
            {row.title}
          </button>
          {row.text !== undefined && <div className="song">{row.text}</div>}
        </td>
        <td data-column={say('plan.table-form')}>{say(`form-name.${row.form}`)}</td>
        <td data-column={say('plan.table-starts')}>{row.starts}</td>
        <td data-column={say('plan.table-within')}>
          <Lines of={row.within} />
        </td>
        <td data-column={say('plan.table-calendar')}>
          <Lines of={row.calendar} />
        </td>
        <td data-column={say('plan.table-follows')}>
          <Lines of={row.follows} />
        </td>
        <td data-column={say('plan.table-source')} className="ink3">
          <Lines of={row.source} />
        </td>
      </tr>
      {open && (
        <tr className="on">
          <td colSpan={7} className="plan-aloud">
            {row.words.map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </td>
        </tr>
      )}
    </Fragment>
  )
}

const COLUMNS = ['clause', 'form', 'starts', 'within', 'calendar', 'follows', 'source'] as const

type TableProps = {
  readonly rows: readonly PlanTableRow[]
  readonly form: PlanForm | undefined
  readonly sort: PlanSort | undefined
  readonly change: (to: { readonly form?: PlanForm | undefined; readonly sort?: PlanSort | undefined }) => void
}

/** 条款表: every promise of a plan, looked over by form, sorted by any column; a clause opens to be read aloud. */
export function PlanTable({ rows, form, sort, change }: TableProps) {
  const { say, locale } = useWords()
  const [open, setOpen] = useState<string>()
  const shown = sortRows(form === undefined ? rows : rows.filter((row) => row.form === form), sort, locale)
  return (
    <>
      <Forms rows={rows} form={form} choose={(chosen) => change({ form: chosen, sort })} />
      <div className="plan-table-frame">
        <table className="plan-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => {
                const up = sort === column
                const down = sort === `-${column}`
                return (
                  <th key={column} aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
                    <button
                      type="button"
                      className="plain"
                      onClick={() => change({ form, sort: up ? `-${column}` : down ? undefined : column })}
                    >
                      {say(`plan.table-${column}`)} <span aria-hidden>{up ? '↑' : down ? '↓' : ''}</span>
                    </button>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <PromiseRow key={row.id} row={row} open={row.id === open} toggle={() => setOpen(row.id === open ? undefined : row.id)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
