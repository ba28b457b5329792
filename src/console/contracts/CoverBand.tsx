import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Cover } from '../../wire/contracts.ts'
import { isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { coversQuery, deviceCoversQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { useGiven } from './given.ts'
import './cover-band.css'

/** What a fault is about. `ticket`: its own, once it is reported; `reported`: the cover by which its clocks were judged, or `none`. */
export type CoverGround = {
  readonly asset: string | undefined
  readonly contract: string | undefined
  readonly zone: string
  readonly ticket?: string | undefined
  readonly reported?: string | undefined
}

/** The covers of the device under the contract (before one is chosen: the only one that it has), and what the contract has as a whole once it has begun. */
function useCovers({ asset, contract }: CoverGround): readonly Cover[] {
  const [mayDevice, mayContract] = [useMay('asset.read'), useMay('contract.read')]
  const ofDevice = useQuery({ ...deviceCoversQuery(asset ?? ''), enabled: mayDevice && asset !== undefined })
  const ofContract = useInfiniteQuery({
    ...coversQuery(contract ?? ''),
    enabled: mayContract && asset === undefined && contract !== undefined,
  })
  if (asset === undefined) return ofContract.data?.pages[0]?.items.find((item) => !item.asset)?.covers ?? []
  const all = ofDevice.data?.contracts ?? []
  const under = contract === undefined && all.length === 1 ? all[0] : all.find((one) => one.contract.id === contract)
  return under ? [...under.covers, ...under.whole.filter(({ standing }) => standing !== 'waiting')] : []
}

const isInForce = ({ standing }: Cover): boolean => standing === 'in-force'

/**
 * What is in force comes first, then what is over; what is still to begin is of interest where nothing else stands. Those that wait for one and the same thing
 * are one line.
 */
function inLines(covers: readonly Cover[]): readonly (readonly Cover[])[] {
  const now = covers.filter(isInForce)
  const others = covers.filter((one) => !isInForce(one) && (now.length === 0 || one.standing === 'ended'))
  const lineOf = ({ promise, standing, words }: Cover): string => (standing === 'waiting' ? words.join(' ') : promise)
  return [...Map.groupBy([...now, ...others], lineOf).values()]
}

/** 设备质保，至 2028-11-05 */
function useSpan(zone: string): (cover: Cover, title: string) => string {
  const { say } = useWords()
  return ({ standing, start = 0, end, words }, title) => {
    if (standing === 'waiting') return say('cover.not-begun', { cover: title, starts: words[0] ?? '' })
    if (standing === 'to-come') return say('cover.from', { cover: title, day: isoDay(start, zone) })
    if (end === undefined) return say('cover.endless', { cover: title })
    return say(standing === 'ended' ? 'cover.over' : 'cover.until', { cover: title, day: isoDay(end - 1, zone) })
  }
}

type LineProps = { readonly covers: readonly Cover[]; readonly ground: CoverGround }

/** 质保内：免费维修、免费更换零件；不含人为损坏. A fault that was left out says so, with the entry that did it. */
function Line({ covers: [cover, ...others], ground }: LineProps) {
  const { say } = useWords()
  const sayGiven = useGiven()
  const span = useSpan(ground.zone)
  if (!cover) return null
  const leftOut = cover.exclusions.find(({ ticket }) => ticket !== undefined && ticket === ground.ticket)
  const inside = isInForce(cover) && !leftOut
  const given = inside ? sayGiven(cover) : ''
  const standing = leftOut ? 'left-out' : inside ? 'inside' : 'outside'
  const titles = [cover, ...others].map(({ title }) => title).join(say('list.and'))
  return (
    <li className="row">
      <span className={inside ? 'tag cover-in-force' : 'tag'}>{say(`cover.${standing}`)}</span>
      <div className="grow cover-said">
        {given !== '' && <b>{given}</b>}
        <span className="s13 ink2">{span(cover, titles)}</span>
        {leftOut && <span className="s13">{cover.words[leftOut.step]}</span>}
      </div>
    </li>
  )
}

/** Where the clocks go by another cover than the one of today, as they were judged at the report. */
function AtReport({ covers, reported }: { readonly covers: readonly Cover[]; readonly reported: string | undefined }) {
  const { say } = useWords()
  const now = covers.filter(isInForce).map(({ promise }) => promise)
  if (reported === undefined || (reported === 'none' ? now.length === 0 : now.includes(reported))) return null
  const cover = covers.find(({ promise }) => promise === reported)?.title ?? reported
  return <p className="s13 ink2">{reported === 'none' ? say('cover.reported-outside') : say('cover.reported-inside', { cover })}</p>
}

/** 质保: what of a fault is free today, what is not, and until when; where nothing is covered at all nothing is said. */
export function CoverBand({ ground }: { readonly ground: CoverGround }) {
  const { say } = useWords()
  const covers = useCovers(ground)
  if (covers.length === 0) return null
  return (
    <section className="cover-band" aria-label={say('cover.title')}>
      <div className="label">{say('cover.title')}</div>
      <ul>
        {inLines(covers).map((together) => (
          <Line key={together[0]?.promise} covers={together} ground={ground} />
        ))}
      </ul>
      <AtReport covers={covers} reported={ground.reported} />
    </section>
  )
}
