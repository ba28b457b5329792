import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { FirstRun as Told } from '../../wire/first-run.ts'
import { useWords } from '../../ui/words/say.ts'
import { firstRunQuery } from '../api/queries.ts'
import { useMay, useSession } from '../session.ts'
import { Steps } from './Steps.tsx'
import type { Step } from './Steps.tsx'
import { useKept } from './put-away.ts'

type StepId = Told['steps'][number]['id']

const TO: Readonly<Record<StepId, NonNullable<Step['to']>>> = {
  letterhead: { to: '/settings/letterhead' },
  data: { to: '/master-data' },
  people: { to: '/people' },
  plan: { to: '/plans/new' },
  contract: { to: '/contracts/new' },
  fault: { to: '/tickets/new' },
}

function Checklist({ steps }: Told) {
  const { say } = useWords()
  const mayReport = useMay('ticket.report')
  const [away, keep] = useKept('first-run')
  if (steps.every(({ done }) => done)) return null
  const title = say('first-run.title')
  if (away.length > 0)
    return (
      <div className="row first-back">
        <Button size="small" onClick={() => keep([])}>
          {say('first-run.back', { done: steps.filter(({ done }) => done).length, all: steps.length })}
        </Button>
      </div>
    )
  const shown = steps.map(({ id, done }) => ({
    id,
    done,
    title: say(`first-run.${id}`),
    hint: say(`first-run.${id}-hint`),
    to: id === 'fault' && !mayReport ? undefined : TO[id],
  }))
  return <Steps title={title} steps={shown} putAway={() => keep(['put-away'])} />
}

function OwnFirm() {
  const { data } = useQuery(firstRunQuery)
  return data ? <Checklist steps={data.steps} /> : null
}

const TOUR = ['report', 'clocks', 'why', 'break', 'proof'] as const

const TOUR_TO: Readonly<Record<(typeof TOUR)[number], NonNullable<Step['to']>>> = {
  report: { to: '/tickets/new' },
  clocks: { to: '/tickets' },
  why: { to: '/tickets' },
  break: { to: '/overview' },
  proof: { to: '/board' },
}

/** The demo's main story, step by step: whoever goes there has seen it. */
function Tour() {
  const { say } = useWords()
  const [seen, see] = useKept('tour')
  const title = say('tour.title')
  if (seen.includes('away'))
    return (
      <div className="row first-back">
        <Button size="small" onClick={() => see(seen.filter((one) => one !== 'away'))}>
          {say('tour.back')}
        </Button>
      </div>
    )
  const steps = TOUR.map((id) => ({
    id,
    done: seen.includes(id),
    title: say(`tour.${id}`),
    hint: say(`tour.${id}-hint`),
    to: TOUR_TO[id],
    go: () => see([...new Set([...seen, id])]),
  }))
  return <Steps title={title} steps={steps} putAway={() => see([...seen, 'away'])} />
}

/** What comes first: a new firm's own steps for whoever sets it up; in the demo its story, for whoever may tell it. */
export function FirstRun() {
  const { tenant } = useSession()
  const mayManage = useMay('person.manage')
  const mayReport = useMay('ticket.report')
  if (tenant.demo) return mayReport ? <Tour /> : null
  return mayManage ? <OwnFirm /> : null
}
