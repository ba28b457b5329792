import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PlanFinding } from '../../../wire/base.ts'
import type { CheckedPlan, OutlinedClause } from '../../../wire/plans.ts'
import { ClockShape } from '../../../ui/ClockShape.tsx'
import { useWords } from '../../../ui/words/say.ts'
import { failureWords } from '../../shell/Failure.tsx'
import type { Checked } from './useChecked.ts'

type Severity = PlanFinding['severity']
const TONES = { error: 'broken', warning: 'near', question: 'not-triggered' } as const
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'question']

export type Go = (place: { readonly line: number; readonly column?: number }) => void
type Put = (line: number, change: { readonly find: string; readonly replace: string }) => void

type FindingCardProps = {
  readonly finding: PlanFinding
  /** the clauses that it concerns beside the one at which it stands */
  readonly others?: readonly OutlinedClause[]
  readonly go: Go
  readonly put: Put
}

/** What another clause says, to be held against the one at which this stands. */
function OtherClause({ clause: { id, line, title = id, text }, go }: { readonly clause: OutlinedClause; readonly go: Go }) {
  return (
    <button type="button" className="link s13 other-clause" onClick={() => go({ line, column: 3 })}>
      {title}
      {text !== undefined && <span className="song">“{text}”</span>}
    </button>
  )
}

function FindingCard({ finding, others = [], go, put }: FindingCardProps) {
  const { say } = useWords()
  const { severity, words, line } = finding
  // What to write instead is written at the clause that the finding names first.
  const proposals = others.some((one) => one.line === line) ? [] : (finding.proposals ?? [])
  return (
    <div className={`plan-finding ${severity}`}>
      <div className="row plan-finding-head">
        <ClockShape tone={TONES[severity]} />
        <b>{say(`plan.severity-${severity}`)}</b>
        <button type="button" className="link s13 nowrap" onClick={() => go(finding)}>
          {say('plan.finding-at', { line })}
        </button>
      </div>
      <p>{words}</p>
      {others.map((one) => (
        <OtherClause key={one.id} clause={one} go={go} />
      ))}
      {proposals.length > 0 && (
        <div className="row plan-proposals">
          {proposals.map((one) => (
            <Button key={one.replace} size="small" onClick={() => put(line, one)}>
              {say('plan-edit.change-to', { words: one.replace })}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

type BlockProps = {
  readonly clause: OutlinedClause
  readonly findings: readonly PlanFinding[]
  /** all of the plan */
  readonly clauses: readonly OutlinedClause[]
  readonly active: boolean
  readonly go: Go
  readonly put: Put
}

function ClauseBlock({ clause, findings, clauses, active, go, put }: BlockProps) {
  const { say } = useWords()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (active) box.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <section ref={box} className={active ? 'clause-block on' : 'clause-block'} aria-current={active || undefined}>
      <button type="button" className="clause-said" onClick={() => go({ line: clause.line, column: 3 })}>
        <span className="label">
          {clause.source.join(' ')} {clause.title ?? clause.id}
        </span>
        {clause.text === undefined ? (
          <span className="s13 ink3 block">{say('plan-edit.no-text')}</span>
        ) : (
          <span className="song clause-text">{clause.text}</span>
        )}
      </button>
      <div className="clause-findings">
        {findings.map((one) => (
          <FindingCard
            key={`${one.code} ${one.line} ${one.column} ${one.path} ${one.clauses.join(' ')}`}
            finding={one}
            others={clauses.filter(({ id }) => id !== clause.id && one.clauses.includes(id))}
            go={go}
            put={put}
          />
        ))}
        {findings.length === 0 && (
          <span className="s13 clause-well">
            <ClockShape tone="kept" /> {say('plan-edit.clause-well')}
          </span>
        )}
      </div>
    </section>
  )
}

function Counts({ findings }: { readonly findings: readonly PlanFinding[] }) {
  const { say } = useWords()
  return (
    <span className="plan-counts">
      {SEVERITIES.map((severity) => (
        <span key={severity} className={`plan-count ${severity}`}>
          <ClockShape tone={TONES[severity]} />
          {say(`plan.severity-${severity}`)} {findings.filter((one) => one.severity === severity).length}
        </span>
      ))}
    </span>
  )
}

const byWeight = (a: PlanFinding, b: PlanFinding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.line - b.line

/** The findings by the clause that they concern, what must be changed by each of them; under `undefined` those of the plan as a whole. */
function byClause({ findings, clauses = [] }: CheckedPlan): ReadonlyMap<string | undefined, readonly PlanFinding[]> {
  const of = new Map<string | undefined, PlanFinding[]>()
  for (const finding of findings.toSorted(byWeight)) {
    const concerned = finding.clauses.filter((id) => clauses.some((one) => one.id === id))
    for (const clause of finding.severity === 'error' && concerned.length > 0 ? concerned : [concerned[0]])
      of.set(clause, [...(of.get(clause) ?? []), finding])
  }
  return of
}

export type ClauseBlocksProps = {
  readonly checked: Checked
  readonly active: string | undefined
  readonly go: Go
  readonly put: Put
}

/** 条款原文与体检: each clause as it was signed, and beside it what is to be said of it. */
export function ClauseBlocks({ checked, active, go, put }: ClauseBlocksProps) {
  const { say } = useWords()
  const [only, setOnly] = useState(false)
  const { answer, error } = checked
  if (error && !answer) return <p className="refused">{failureWords(error, say)}</p>
  if (!answer) return <p className="s13 ink3">{say('plan-edit.empty')}</p>
  const clauses = answer.clauses ?? []
  const of = byClause(answer)
  const well = clauses.filter(({ id }) => !of.has(id)).length
  const shown = only ? clauses.filter(({ id }) => of.has(id)) : clauses
  return (
    <>
      <div className="row clause-head">
        <Counts findings={answer.findings} />
        <span className="grow" />
        <span className="s13 ink3">{say('plan-edit.clause-count', { count: clauses.length, well })}</span>
        <button type="button" className="link s13" aria-pressed={only} onClick={() => setOnly(!only)}>
          {say(only ? 'plan-edit.all-clauses' : 'plan-edit.only-findings')}
        </button>
      </div>
      {(of.get(undefined) ?? []).map((one) => (
        <FindingCard key={`${one.code} ${one.line} ${one.column} ${one.path}`} finding={one} go={go} put={put} />
      ))}
      {shown.map((clause) => (
        <ClauseBlock
          key={clause.id}
          clause={clause}
          findings={of.get(clause.id) ?? []}
          clauses={clauses}
          active={active === clause.id}
          go={go}
          put={put}
        />
      ))}
    </>
  )
}

/** 读给客户听: the clauses one after the other, as one would read them to the customer. */
export function ReadAloud({ checked, active, go }: Omit<ClauseBlocksProps, 'put'>) {
  const { say } = useWords()
  const clauses = checked.answer?.clauses ?? []
  if (clauses.length === 0) return <p className="s13 ink3">{say('plan-edit.empty')}</p>
  return (
    <>
      {clauses.map(({ id, line, title, words }) => (
        <button
          key={id}
          type="button"
          className={active === id ? 'read-clause on' : 'read-clause'}
          onClick={() => go({ line, column: 3 })}
        >
          {words.length === 0 ? (
            <span className="s13 ink3">{say('plan-edit.unreadable', { clause: title ?? id })}</span>
          ) : (
            words.map((said, index) => (
              <span key={said} className={index === 0 ? 'read-first' : 'read-line'}>
                {said}
              </span>
            ))
          )}
        </button>
      ))}
    </>
  )
}
