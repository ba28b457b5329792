import { useState } from 'preact/hooks'
import { mayObjectTo } from '../../ui/disputable.ts'
import { instantWords } from '../../ui/time.ts'
import type { Fact } from '../../wire/facts.ts'
import type { AttachedFile } from '../../wire/files.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useMinute } from '../now.ts'
import { useMay, useSession } from '../session.ts'
import { Icon } from '../shell/Icon.tsx'
import { useWords } from '../words/say.ts'
import { DisputeMark, Objection } from './Objection.tsx'

const FIRST = 6
/** What was said, in the order in which one reads it; the fields of a form stand elsewhere. */
const SAID = ['description', 'summary', 'text', 'reason', 'note', 'answer']

export function Files({ files }: { readonly files: readonly AttachedFile[] | undefined }) {
  if (!files || files.length === 0) return null
  return (
    <ul className="files">
      {files.map(({ id, name, mediaType }) => (
        <li key={id}>
          <a href={`/api/files/${id}/content`} target="_blank" rel="noreferrer">
            <Icon name={mediaType.startsWith('image/') ? 'camera' : 'file'} /> {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

type EntryProps = { readonly fact: Fact; readonly zone: string; readonly reload: () => Promise<void> }

function Entry({ fact, zone, reload }: EntryProps) {
  const { say, locale } = useWords()
  const { me } = useSession()
  const mayObject = useMay('dispute.raise') && mayObjectTo(fact, me.id) && !fact.voided
  const now = useMinute()
  const said = SAID.flatMap((key) => (fact.texts[key] === undefined ? [] : [fact.texts[key]]))
  const approved = fact.backfill?.approved !== undefined
  return (
    <li className={fact.voided ? 'entry voided' : 'entry'}>
      <span className="entry-at ink2">{instantWords(fact.occurredAt, now, { zone, locale })}</span>
      <div className="grow">
        <span>
          {fact.words} {fact.by && <span className="s13 ink2">{fact.by.name}</span>}{' '}
          {fact.backfill && <span className="tag late">{say(approved ? 'ticket.late-approved' : 'ticket.late')}</span>}
          {fact.voided && <span className="tag">{say('ticket.voided')}</span>}
          {fact.dispute && <DisputeMark dispute={fact.dispute} />}
        </span>
        {said.map((text) => (
          <p key={text} className="said">
            {text}
          </p>
        ))}
        <Files files={fact.files} />
        {mayObject && <Objection path={`/facts/${fact.id}/dispute`} about={fact.words} reload={reload} />}
      </div>
    </li>
  )
}

/** 经过: what happened, the newest first; the rest for who wants it. */
export function Timeline({ detail, reload }: { readonly detail: TicketDetail; readonly reload: () => Promise<void> }) {
  const { say } = useWords()
  const [whole, setWhole] = useState(false)
  const facts = detail.timeline.toReversed()
  const shown = whole ? facts : facts.slice(0, FIRST)
  return (
    <section className="card" aria-label={say('ticket.timeline')}>
      <div className="row">
        <h2 className="grow">{say('ticket.timeline')}</h2>
        {facts.length > shown.length && (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {say('ticket.whole-timeline', { count: facts.length })}
          </button>
        )}
      </div>
      <ul className="entries">
        {shown.map((fact) => (
          <Entry key={fact.id} fact={fact} zone={detail.zone} reload={reload} />
        ))}
      </ul>
    </section>
  )
}
