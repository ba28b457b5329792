import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SavedView } from '../../wire/desk.ts'
import { MOST_COUNTED } from '../../wire/ticket-lists.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { savedViewsQuery, viewsQuery } from '../api/queries.ts'
import { listSearch } from '../search.ts'
import type { View } from '../search.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

/** Every view of day one, in the order of urgency. */
export const DAY_ONE: readonly View[] = ['due-soon', 'overdue', 'unassigned', 'mine', 'visit-today', 'paused', 'open', 'closed']

/** Nobody counts on beyond what is counted: `9999+`. */
function countWords(count: number | undefined): string {
  if (count === undefined) return ''
  return count < MOST_COUNTED ? String(count) : `${MOST_COUNTED - 1}+`
}

function useForgetView() {
  const client = useQueryClient()
  const { say } = useWords()
  return useMutation({
    mutationFn: (view: SavedView) => write('DELETE', `/views/${view.id}`),
    onSuccess: () => void client.invalidateQueries({ queryKey: savedViewsQuery.queryKey }),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  }).mutate
}

function Saved({
  views,
  title,
  chosen,
}: {
  readonly views: readonly SavedView[]
  readonly title: string
  readonly chosen: string | undefined
}) {
  const { say } = useWords()
  const forget = useForgetView()
  if (views.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      {views.map((view) => (
        <div key={view.id} className={`view ${chosen === view.id ? 'on' : ''}`}>
          <Link to="/tickets" search={{ ...listSearch(view.query), saved: view.id }} className="grow one-line">
            {view.name}
          </Link>
          {view.mine && (
            <button
              type="button"
              className="plain view-forget"
              aria-label={say('views.forget', { name: view.name })}
              onClick={() => forget(view)}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </div>
      ))}
    </>
  )
}

/** Views at the side (on a phone, above): day one's with their counts, one's own, shared ones. */
type PanelProps = { readonly view: View; readonly saved: string | undefined; readonly columns: string | undefined }

export function ViewsPanel({ view, saved, columns }: PanelProps) {
  const { say } = useWords()
  const counts = useQuery(viewsQuery).data?.counts
  const own = useQuery(savedViewsQuery).data?.items ?? []
  return (
    <aside className="views">
      <h2>{say('room.tickets')}</h2>
      <nav aria-label={say('views.title')}>
        {DAY_ONE.map((one) => (
          <Link
            key={one}
            to="/tickets"
            search={{ view: one, ...(columns === undefined ? {} : { columns }) }}
            className={`view ${saved === undefined && view === one ? 'on' : ''}`}
            aria-current={saved === undefined && view === one ? 'page' : undefined}
          >
            <span className="grow one-line">{say(`view.${one}`)}</span>
            <span className={`s12 ${one === 'overdue' && (counts?.overdue ?? 0) > 0 ? 'tone-broken toned' : 'ink3'}`}>
              {countWords(counts?.[one])}
            </span>
          </Link>
        ))}
        <Saved views={own.filter((one) => !one.shared)} title={say('views.mine')} chosen={saved} />
        <Saved views={own.filter((one) => one.shared)} title={say('views.shared')} chosen={saved} />
      </nav>
    </aside>
  )
}
