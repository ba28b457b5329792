import { useInfiniteQuery } from '@tanstack/react-query'
import type { Fact } from '../../wire/facts.ts'
import { useMinute } from '../../ui/now.ts'
import { isDisputable } from '../../ui/disputable.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { factsQuery } from '../api/queries.ts'
import { FactDispute } from '../disputes/FactDispute.tsx'
import { useMay, useZone } from '../session.ts'
import { More } from '../shell/More.tsx'

type FactsProps = {
  readonly subject: string
  readonly title: string
  /** who said it, and what else stands in the line */
  readonly line: (fact: Fact) => string | undefined
}

/** Everything that was recorded about a contract or a device, as the ledger holds it; nothing: nothing is shown. */
export function SubjectFacts({ subject, title, line }: FactsProps) {
  const { locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const list = useInfiniteQuery({ ...factsQuery(subject), enabled: useMay('fact.read') })
  const facts = list.data?.pages.flatMap((page) => page.items) ?? []
  if (facts.length === 0) return null
  return (
    <section className="card place-card" aria-label={title}>
      <h2 className="label">{title}</h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id} className="sheet-row s13">
            <span className="grow">
              <b className={fact.voided ? 'voided' : undefined}>{fact.words}</b> <span className="ink2">{line(fact)}</span>
            </span>
            {isDisputable(fact) && (
              <FactDispute fact={fact.id} about={fact.words} by={fact.by} dispute={fact.dispute} voided={fact.voided !== undefined} />
            )}
            <time className="ink3" dateTime={new Date(fact.occurredAt).toISOString()}>
              {instantWords(fact.occurredAt, now, { zone, locale })}
            </time>
          </li>
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
