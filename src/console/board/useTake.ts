import type { Board, BoardClause } from '../../wire/board.ts'
import { useWords } from '../../ui/words/say.ts'
import { csvOf } from '../csv.ts'
import type { CsvColumn } from '../csv.ts'
import { useCsv } from '../useCsv.ts'
import { nextWords, standingWords } from './Standing.tsx'

const COUNTS = ['kept', 'broken', 'excused', 'disputed'] as const

/** The board of a year as a file: a clause a line, with what became of it and what comes next. */
export function useTake(board: Board) {
  const { say, locale } = useWords()
  const columns: readonly CsvColumn<BoardClause>[] = [
    { title: say('plan.table-form'), of: ({ form }) => say(`form-name.${form}` as 'form-name.deadline') },
    { title: say('plan.promises'), of: ({ title }) => title },
    { title: say('board.text'), of: ({ text }) => text ?? '' },
    { title: say('plan.table-source'), of: ({ source }) => source.join(' ') },
    ...COUNTS.map((state): CsvColumn<BoardClause> => ({ title: say(`mark.${state}`), of: ({ counts }) => String(counts[state]) })),
    { title: say('board.running'), of: ({ counts }) => String(counts.open + counts.paused) },
    { title: say('board.standing'), of: (clause) => standingWords({ say, locale }, clause, board) },
    { title: say('board.next'), of: (clause) => nextWords({ say, locale }, clause, board) ?? '' },
  ]
  const { contract, year, clauses } = board
  return useCsv(() => ({
    name: `${contract.number} ${say('board.year-of', { year })}`,
    csv: csvOf(clauses, columns),
    noted: { path: `/contracts/${contract.id}/board/taken`, body: { year, count: clauses.length } },
  }))
}
