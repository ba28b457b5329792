import type { TicketDetail } from '../../wire/tickets.ts'
import type { WordKey } from '../../ui/words/say.ts'
import { useWords } from '../../ui/words/say.ts'
import { useSession } from '../session.ts'

export type TicketTab = 'timeline' | 'ties' | 'customer'

type TabsProps = { readonly detail: TicketDetail; readonly tab: TicketTab; readonly setTab: (tab: TicketTab) => void }

/** 经过, 相关: the ways to look at what a ticket has, each with how much there is. */
export function TicketTabs({ detail, tab, setTab }: TabsProps) {
  const { say } = useWords()
  const own = useSession().me.customer === undefined
  const tabs: readonly (readonly [TicketTab, WordKey, number])[] = [
    ['timeline', 'timeline.title', 0],
    ['ties', 'tie.title', detail.ties.length],
    ...(own ? [['customer', 'customer-view.title', 0] as const] : []),
  ]
  return (
    <header className="timeline-head" role="tablist" aria-label={say('tabs.title')}>
      {tabs.map(([one, title, count]) => (
        <button key={one} type="button" role="tab" aria-selected={tab === one} className="tab" onClick={() => setTab(one)}>
          {say(title)} {count > 0 && <span className="ink3">{count}</span>}
        </button>
      ))}
      <span className="grow" />
      {tab === 'timeline' && <span className="s12 ink3 timeline-hint">{say('timeline.hint')}</span>}
    </header>
  )
}
