import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../ui/words/say.ts'
import { useKeys } from '../keys.ts'
import { neighboursOf } from '../tickets/last-list.ts'

/** 第 7 张，共 14 张: the next and the previous ticket of the list, by J and K. */
export function Walk({ id }: { readonly id: string }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const place = neighboursOf(id)
  const go = (to: string | undefined): void => void (to !== undefined && navigate({ to: '/tickets/$id', params: { id: to } }))
  useKeys({ j: () => go(place?.next), k: () => go(place?.previous) })
  if (!place || place.total < 2) return null
  return (
    <span className="row s13 ink2 nowrap walk">
      {say('ticket.place', { at: place.at, total: place.total })}
      <button
        type="button"
        className="kbd"
        aria-label={say('shortcuts.next')}
        disabled={place.next === undefined}
        onClick={() => go(place.next)}
      >
        J
      </button>
      <button
        type="button"
        className="kbd"
        aria-label={say('shortcuts.previous')}
        disabled={place.previous === undefined}
        onClick={() => go(place.previous)}
      >
        K
      </button>
    </span>
  )
}
