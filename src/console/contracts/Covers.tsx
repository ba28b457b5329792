import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContractDetail, Cover, CoverPage } from '../../wire/contracts.ts'
import { useWords } from '../../ui/words/say.ts'
import { coversQuery } from '../api/queries.ts'
import { FactDispute } from '../disputes/FactDispute.tsx'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { useGiven } from './given.ts'
import './contracts.css'

/** One cover: what it gives and leaves out, its headline with the last day, and every step that made it so. */
export function CoverLine({ cover }: { readonly cover: Cover }) {
  const { say } = useWords()
  const given = useGiven()(cover, (what) => say(`cover.gives-${cover.standing}`, { what }))
  const [headline, ...steps] = cover.words
  return (
    <div className="cover-line">
      <div className="row">
        <b>{cover.title}</b>
        <span className={`tag cover-${cover.standing}`}>{say(`cover.${cover.standing}`)}</span>
      </div>
      {given !== '' && <p className={cover.standing === 'in-force' ? undefined : 'ink2'}>{given}</p>}
      <p className="s13 ink2">{headline}</p>
      {steps.length > 0 && (
        <ol className="s13 ink2">
          {steps.map((step, at) => (
            <li key={at}>
              {step}{' '}
              {cover.exclusions
                .filter((one) => one.step === at + 1)
                .map((one) => (
                  <FactDispute key={one.fact} fact={one.fact} about={step} by={one.by} dispute={one.dispute} />
                ))}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function CoveredRow({ item }: { readonly item: CoverPage['items'][number] }) {
  const { say } = useWords()
  const { asset, covers } = item
  return (
    <li className="covered">
      <div className="grow">
        {asset ? (
          <Link to="/devices/$id" params={{ id: asset.id }}>
            {asset.name}
          </Link>
        ) : (
          <span>{say('cover.of-contract')}</span>
        )}{' '}
        <span className="s13 ink3">{[asset?.model, asset?.serial].filter(Boolean).join(' ')}</span>
      </div>
      {covers.map((cover) => (
        <CoverLine key={cover.promise} cover={cover} />
      ))}
    </li>
  )
}

/** The covers of a contract, device by device; `promise`: those of one clause. */
function useCovers(contract: string, promise?: string) {
  const list = useInfiniteQuery(coversQuery(contract))
  const items = (list.data?.pages.flatMap((page) => page.items) ?? [])
    .map((item) => ({ ...item, covers: item.covers.filter((cover) => promise === undefined || cover.promise === promise) }))
    .filter(({ covers }) => covers.length > 0)
  return { list, items }
}

function CoveredRows({ list, items }: ReturnType<typeof useCovers>) {
  if (list.error && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      <ul>
        {items.map((item) => (
          <CoveredRow key={item.asset?.id ?? ''} item={item} />
        ))}
      </ul>
      <More list={list} />
    </>
  )
}

/** What one clause covers, until which day, and why. */
export function ClauseCovers({ contract, promise }: { readonly contract: string; readonly promise: string }) {
  return <CoveredRows {...useCovers(contract, promise)} />
}

/** 质保: what of this contract is covered, until which day, and why; a plan without covers has no such card. */
export function Covers({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const covers = useCovers(contract.id)
  if (covers.items.length === 0 && !covers.list.error) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('cover.title')}</h2>
      <CoveredRows {...covers} />
    </section>
  )
}
