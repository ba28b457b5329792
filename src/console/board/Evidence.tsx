import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { shortRoot } from '../../core/seal/head.ts'
import type { Board, BoardPromise, BoardTold } from '../../wire/board.ts'
import type { Fact } from '../../wire/facts.ts'
import type { FactSeal } from '../../wire/seals.ts'
import { Icon } from '../../ui/Icon.tsx'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { sealsQuery } from '../api/queries.ts'
import { FileList } from '../files/FileList.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { iconOf } from '../ticket/fact-view.ts'
import { reckoned, tallyOf } from './verify.ts'

export type Instance = BoardPromise['instances'][number]
export type DetailProps = { readonly one: Instance; readonly board: Board }

/** Instants as the contract's zone lives them. */
export function useInstants(board: Board): (instant: number, ends?: boolean) => string {
  const { locale } = useWords()
  return (instant, ends = false) => instantWords(instant, board.asOf, { zone: board.zone, locale, ends })
}

function SealLine({ seal, board }: { readonly seal: FactSeal; readonly board: Board }) {
  const { say } = useWords()
  const at = useInstants(board)
  const { verdict } = seal
  const isSound = verdict === 'sound' || verdict === 'waiting'
  return (
    <span className={`s12 block ${isSound ? 'ink3' : 'seal-fault'}`}>
      <Icon name={isSound ? 'lock' : 'no'} size={12} />{' '}
      {say(`seal.${verdict}`, seal.sealed ? { n: seal.sealed.n + 1, at: at(seal.sealed.head.at) } : {})}
    </span>
  )
}

function FactOfEvidence({ fact, board, seal }: { readonly fact: Fact; readonly board: Board; readonly seal: FactSeal | undefined }) {
  const { say } = useWords()
  const at = useInstants(board)
  return (
    <div className="evidence">
      <Icon name={iconOf(fact.type)} size={14} />
      <div>
        {fact.words}
        {fact.backfill && <span className="backfill">{say('late.mark')}</span>}
        <span className="ink3 s12 block">
          {[at(fact.occurredAt), fact.by?.name, say(`source.${fact.source}`)].filter(Boolean).join(' · ')}
        </span>
        <FileList files={fact.files} />
        {seal && <SealLine seal={seal} board={board} />}
      </div>
    </div>
  )
}

/** Whom the plan had told, when it reached them, and whether they said that they saw it. */
function ToldLine({ told, board }: { readonly told: BoardTold; readonly board: Board }) {
  const { say } = useWords()
  const at = useInstants(board)
  return (
    <div className="evidence">
      <Icon name="bell" size={14} />
      <div>
        {say(`evidence.told-${told.kind}`, { role: told.role })}
        <span className="ink3 s12 block">
          {at(told.at)}
          {told.withdrawnAt !== undefined && ` · ${say('evidence.told-withdrawn', { at: at(told.withdrawnAt) })}`}
        </span>
        {told.to.length === 0 && <span className="s12 ink2 block">{say('evidence.told-nobody')}</span>}
        {told.to.map(({ name, at: reached, acknowledgedAt }) => (
          <span key={`${name} ${reached}`} className="s12 ink2 block">
            {acknowledgedAt === undefined
              ? say(told.kind === 'escalate' ? 'evidence.told-unseen' : 'evidence.told-to', { name, at: at(reached) })
              : say('evidence.told-seen', { name, at: at(reached), seen: at(acknowledgedAt) })}
          </span>
        ))}
      </div>
    </div>
  )
}

function SealBox({
  seals,
  check,
  busy,
  error,
}: {
  seals: readonly FactSeal[] | undefined
  check: () => void
  busy: boolean
  error: unknown
}) {
  const { say } = useWords()
  const { sound, waiting, faulty } = tallyOf(seals ?? [])
  const head = seals?.findLast(({ sealed }) => sealed)?.sealed?.head
  return (
    <div className="evidence">
      <Icon name="lock" size={14} />
      <div className="row seal-row">
        <div className="grow" role="status">
          {say('seal.title')}
          <span className="s12 ink3 block">
            {seals === undefined ? say(busy ? 'seal.checking' : 'seal.explained') : null}
            {seals && faulty === 0 && (waiting === 0 ? say('seal.all-sound', { count: sound }) : say('seal.some', { sound, waiting }))}
          </span>
          {faulty > 0 && <span className="s12 seal-fault block">{say('seal.faulty', { count: faulty })}</span>}
          {head && (
            <span className="s12 ink3 block">{say('seal.head', { size: head.size, root: shortRoot(head.root), key: head.keyId })}</span>
          )}
          {error !== null && <span className="s12 ink2 block">{failureWords(error, say)}</span>}
        </div>
        <Button size="small" loading={busy} onClick={check}>
          {say(seals ? 'seal.again' : 'seal.check')}
        </Button>
      </div>
    </div>
  )
}

/** What proves one instance: the facts with their files, whom it was told to, and the seal of each fact, checked when somebody asks. */
export function Evidence({ one, board }: DetailProps) {
  const { say } = useWords()
  // not kept: what was checked a while ago proves nothing of now
  const { data, error, isFetching, refetch } = useQuery({ ...sealsQuery(one.id), enabled: false, gcTime: 0, select: reckoned })
  return (
    <>
      <section className="evidence-box">
        <h3 className="label">{say('evidence.title', { count: one.facts.length })}</h3>
        {one.facts.map((fact) => (
          <FactOfEvidence key={fact.id} fact={fact} board={board} seal={data?.find((seal) => seal.fact === fact.id)} />
        ))}
        {one.facts.length > 0 && <SealBox seals={data} check={() => void refetch()} busy={isFetching} error={error} />}
      </section>
      {one.told.length > 0 && (
        <section className="evidence-box">
          <h3 className="label">{say('evidence.told')}</h3>
          {one.told.map((told) => (
            <ToldLine key={told.id} told={told} board={board} />
          ))}
        </section>
      )}
    </>
  )
}
