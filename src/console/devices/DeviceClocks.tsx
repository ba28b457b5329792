import { useInfiniteQuery } from '@tanstack/react-query'
import type { Obligation } from '../../wire/obligations.ts'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { dueQuery } from '../api/queries.ts'
import { ObligationLink } from '../board/ObligationLink.tsx'
import { Marks } from '../releases/Marks.tsx'
import { useMay, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'

function Row({ one }: { readonly one: Obligation }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const inside = (
    <>
      <ClockBadge clock={one} zone={zone} />
      <span className="grow s13">
        {one.text ?? one.title} <Marks clock={one} />
        {one.dueAt !== undefined && (
          <span className="s12 ink3 block">{say('overview.due', { due: instantWords(one.dueAt, now, { zone, locale, ends: true }) })}</span>
        )}
      </span>
    </>
  )
  return (
    <li>
      <ObligationLink one={one} className="sheet-row device-row">
        {inside}
      </ObligationLink>
    </li>
  )
}

/** What is promised of the device itself, each with its clock; what is still open comes first. */
export function DeviceClocks({ asset }: { readonly asset: string }) {
  const { say } = useWords()
  const list = useInfiniteQuery({ ...dueQuery({ subject: `asset/${asset}`, limit: '50' }), enabled: useMay('obligation.read') })
  const all = list.data?.pages.flatMap((page) => page.items) ?? []
  const runs = ({ state }: Obligation): boolean => state === 'open' || state === 'paused'
  const shown = [...all.filter(runs), ...all.filter((one) => !runs(one)).toReversed()]
  return (
    <section className="card place-card" aria-label={say('device.promises')}>
      <h2 className="label">{say('device.promises')}</h2>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && shown.length === 0 && <p className="s13 ink2">{say('device.no-promises')}</p>}
      <ul>
        {shown.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
