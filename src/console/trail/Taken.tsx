import { INVOICE_STATES } from '../../wire/invoice-states.ts'
import type { TrailEntry } from '../../wire/desk.ts'
import { useWords } from '../../ui/words/say.ts'

/** `2026`, or a month of it `2026-11`, as one says it. */
function usePeriod(): (period: string) => string {
  const { say, locale } = useWords()
  return (period) => {
    if (!/^\d{4}-\d{2}$/.test(period)) return say('board.year-of', { year: period })
    return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${period}-01`))
  }
}

/** Of what left the house as a file: which period of it, what it was narrowed by, how much it was. */
export function Taken({ entry: { action, detail } }: { readonly entry: TrailEntry }) {
  const { say } = useWords()
  const periodWords = usePeriod()
  if (!action.endsWith('.exported')) return null
  const { period, state, customer, count } = detail
  const known = INVOICE_STATES.find((one) => one === state && one !== 'all')
  const said = [
    typeof period === 'string' && periodWords(period),
    known && say(`invoice.state-${known}`),
    typeof customer === 'string' && customer,
    typeof count === 'number' && say('trail.lines', { n: count }),
  ].filter(Boolean)
  return said.length === 0 ? null : <span className="ink2 s13"> {said.join(' · ')}</span>
}
