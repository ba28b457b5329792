import { Link } from '@tanstack/react-router'
import type { Dispute } from '../../wire/disputes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { dayWords, instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { useZone } from '../session.ts'

/** One dispute in a list: what it is about, who objects and since when, how far it is. */
export function DisputeLine({ dispute }: { readonly dispute: Dispute }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { words, raised, side, state, ticket, contract, answerBy } = dispute
  const place = ticket ? `${ticket.number} ${ticket.title}` : (contract?.number ?? '')
  const until = state === 'open' ? say('dispute.answer-by', { day: dayWords(answerBy - 1, now, { zone, locale }) }) : ''
  return (
    <Link to="/disputes/$id" params={{ id: dispute.id }} className="sheet-row dispute-row">
      <span className="disputed-shape">
        <Icon name="flag" />
      </span>
      <span className="grow">
        <span className="one-line block">
          <b>{words}</b> <span className="ink2">{raised.text}</span>
        </span>
        <span className="s12 ink3 one-line block">
          {[place, say(`dispute.by-${side}`, { name: raised.by.name, at: instantWords(raised.at, now, { zone, locale }) }), until]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="tag nowrap">{say(`dispute.state-${state}`)}</span>
    </Link>
  )
}
