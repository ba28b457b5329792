import { useMutation } from '@tanstack/react-query'
import { Button, Popover, Select } from 'antd'
import { useState } from 'react'
import { useMinute } from '../../ui/now.ts'
import { wallOf } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { download, queryString } from '../api/call.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

type Taking = {
  readonly contract: string
  readonly zone: string
  /** `2025-03-14`: before that there is nothing to take */
  readonly startsOn: string | undefined
  /** what is looked at; undefined: this year */
  readonly year?: number | undefined
}

/** Which year, and which month of it or all of them; then the report as a paper, or everything with its proofs. */
function Choice({ contract, zone, startsOn, year: looked }: Taking) {
  const { say } = useWords()
  const today = wallOf(useMinute(), zone)
  const [year, setYear] = useState(looked ?? today.year)
  const [month, setMonth] = useState(year === today.year ? today.month : 0)
  const first = Math.min(startsOn === undefined ? today.year - 2 : Number(startsOn.slice(0, 4)), today.year, year)
  const years = Array.from({ length: today.year - first + 1 }, (_, back) => today.year - back)
  const months = Array.from({ length: year === today.year ? today.month : 12 }, (_, index) => index + 1)
  const take = useMutation({
    mutationFn: (what: 'report' | 'evidence') =>
      download(`/contracts/${contract}/${what}${queryString({ year, month: month === 0 ? undefined : month })}`),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  const choose = (chosen: number): void => {
    setYear(chosen)
    if (chosen === today.year && month > today.month) setMonth(today.month)
  }
  const busy = (what: 'report' | 'evidence'): boolean => take.isPending && take.variables === what
  return (
    <div className="take-period">
      <div className="row">
        <Select
          id="take-year"
          value={year}
          onChange={choose}
          aria-label={say('board.year')}
          options={years.map((one) => ({ value: one, label: say('board.year-of', { year: one }) }))}
        />
        <Select
          id="take-month"
          virtual={false}
          value={month}
          onChange={setMonth}
          aria-label={say('take.month')}
          options={[0, ...months].map((one) => ({
            value: one,
            label: one === 0 ? say('take.whole-year') : say('take.month-of', { month: one }),
          }))}
        />
      </div>
      <Button block loading={busy('report')} onClick={() => take.mutate('report')}>
        {say(month === 0 ? 'take.report-year' : 'take.report')}
      </Button>
      <p className="s12 ink3">{say('take.report-said')}</p>
      <Button block loading={busy('evidence')} onClick={() => take.mutate('evidence')}>
        {say('take.evidence')}
      </Button>
      <p className="s12 ink3">{say('take.evidence-said')}</p>
    </div>
  )
}

/** 月报与证据包 of a contract. */
export function TakePeriod(props: Taking) {
  const { say } = useWords()
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden content={<Choice {...props} />}>
      <Button>{say('take.open')}</Button>
    </Popover>
  )
}
