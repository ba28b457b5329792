import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Alike, AlikeBecause } from '../../wire/ties.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { useWords } from '../../ui/words/say.ts'
import type { RunCommand } from './run.ts'
import './alike.css'

const BECAUSE: Readonly<Record<AlikeBecause, WordKey>> = {
  device: 'alike.device',
  'device-words': 'alike.device-words',
  model: 'alike.model',
  'model-words': 'alike.model-words',
  words: 'alike.words',
}

type DuplicatesProps = {
  readonly duplicates: Alike['duplicates']
  readonly zone: string
  /** what of both may be done from here */
  readonly may?: readonly ('merge' | 'relate')[]
  readonly run?: RunCommand
}

/** 可能重复: open tickets of the same customer that tell of the same thing, each with what makes it so. */
export function Duplicates({ duplicates, zone, may = [], run = () => undefined }: DuplicatesProps) {
  const { say, name, locale } = useWords()
  const now = useMinute()
  if (duplicates.length === 0) return null
  return (
    <section className="side-section alike" aria-label={say('alike.duplicates')}>
      <h3 className="label">{say('alike.duplicates')}</h3>
      <ul className="s13">
        {duplicates.map((one) => (
          <li key={one.id}>
            <Link to="/tickets/$id" params={{ id: one.id }}>
              {one.number} {one.title}
            </Link>
            <div className="ink2">
              {[say(BECAUSE[one.because]), name('phase', one.state), instantWords(one.reportedAt, now, { zone, locale })].join(' · ')}
            </div>
            <div className="row">
              {may.includes('merge') && (
                <Button size="small" onClick={() => run('merge', { into: { value: one.id, label: one.number } })}>
                  {say('alike.merge')}
                </Button>
              )}
              {may.includes('relate') && (
                <Button size="small" type="text" onClick={() => run('relate', { to: { value: one.id, label: one.number } })}>
                  {say('alike.relate')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 类似案例: closed tickets of the same model or in the same words, with how they were put right. */
export function SolvedCases({ cases, zone }: { readonly cases: Alike['cases']; readonly zone: string }) {
  const { say, locale } = useWords()
  const now = useMinute()
  if (cases.length === 0) return null
  return (
    <section className="side-section alike" aria-label={say('alike.cases')}>
      <h3 className="label">{say('alike.cases')}</h3>
      <ul className="s13">
        {cases.map((one) => (
          <li key={one.id}>
            <Link to="/tickets/$id" params={{ id: one.id }}>
              {one.number} {one.title}
            </Link>
            <div className="ink2">
              {[say(BECAUSE[one.because]), say('alike.closed', { at: instantWords(one.closedAt, now, { zone, locale }) })].join(' · ')}
            </div>
            {one.solution && <p className="ink2 solution">{say('alike.solution', { text: one.solution })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
