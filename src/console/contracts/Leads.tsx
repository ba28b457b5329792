import type { Leading } from '../../wire/contracts.ts'
import { fullWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'

/** 牵头: who leads now, in which phase, and how it was handed over. */
export function Leads({ leading: { now, handOvers }, zone }: { readonly leading: Leading; readonly zone: string }) {
  const { say, locale } = useWords()
  return (
    <section className="side-section" aria-label={say('lead.title')}>
      <h3 className="label">{say('lead.title')}</h3>
      <ul className="s13">
        {now.map(({ role, phase, people }) => (
          <li key={role}>
            {[role, ...people].join(' ')} <span className="ink3">{phase}</span>
          </li>
        ))}
        {handOvers.map(({ at, words }) => (
          <li key={at} className="ink2">
            <span className="ink3">{fullWords(at, { zone, locale })}</span> {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
