import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Release, ReleaseChanged } from '../../wire/releases.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { releasesQuery } from '../api/queries.ts'
import { FileList } from '../files/FileList.tsx'
import { RecordForm } from '../form/RecordForm.tsx'
import { useMay, useZone } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { notify } from '../shell/notice.ts'
import './releases.css'

function useDecide(release: Release) {
  const client = useQueryClient()
  const { say } = useWords()
  return useMutation({
    mutationFn: (what: 'approve' | 'withdraw') => write<ReleaseChanged>('POST', `/releases/${release.id}/${what}`, {}),
    onSuccess: (_, what) => {
      notify({ words: say(`release.${what}-done`) })
      return client.invalidateQueries()
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

/** Where it belongs: its ticket, or the board of its contract. */
function Place({ release }: { readonly release: Release }) {
  const { ticket, contract, promise, obligation } = release
  if (ticket)
    return (
      <Link to="/tickets/$id" params={{ id: ticket.id }}>
        {ticket.number} {ticket.title}
      </Link>
    )
  if (!contract) return null
  return (
    <Link to="/board/$id" params={{ id: contract.id }} search={{ promise, ...(obligation === undefined ? {} : { instance: obligation }) }}>
      {contract.number}
    </Link>
  )
}

/** The one who asked may take it back; anybody else who has the right approves or refuses. */
function Decide({ release }: { readonly release: Release }) {
  const { say } = useWords()
  const { mutate, isPending } = useDecide(release)
  const [refusing, setRefusing] = useState(false)
  if (release.own)
    return (
      <Button size="small" loading={isPending} onClick={() => mutate('withdraw')}>
        {say('release.withdraw')}
      </Button>
    )
  return (
    <>
      <Button size="small" loading={isPending} onClick={() => mutate('approve')}>
        {say('release.approve')}
      </Button>
      <Button size="small" type="text" onClick={() => setRefusing(true)}>
        {say('release.refuse')}
      </Button>
      {refusing && (
        <RecordForm<ReleaseChanged>
          title={say('release.refuse-title', { title: release.title })}
          fields={[{ id: 'reason', label: say('release.refuse-reason'), kind: 'prose', required: true }]}
          method="POST"
          path={`/releases/${release.id}/refuse`}
          act={say('release.refuse')}
          close={() => setRefusing(false)}
          saved={() => notify({ words: say('release.refuse-done') })}
        />
      )}
    </>
  )
}

function ReleaseLine({ release }: { readonly release: Release }) {
  const { say, name, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { kind, title, reason, evidence, files, by, at, own } = release
  return (
    <li className="release">
      <span className="release-shape">
        <Icon name="shield" />
      </span>
      <div className="grow">
        <b>
          {name('command', kind)} {title}
        </b>
        <p className="s13">
          {reason} <span className="ink2">{say('release.evidence', { evidence })}</span>
        </p>
        <FileList files={files} />
        <p className="s12 ink3">
          {say(own ? 'release.own' : 'release.by', { name: by.name, at: instantWords(at, now, { zone, locale }) })}{' '}
          <Place release={release} />
        </p>
      </div>
      <span className="row">
        <Decide release={release} />
      </span>
    </li>
  )
}

type WaitingProps = {
  /** nothing at all when none waits */
  readonly quiet?: boolean
  readonly mine?: 'yes' | undefined
}

/** 待复核: waivers and excuses that wait for a second person, for those who may decide them. */
export function WaitingReleases({ quiet = false, mine }: WaitingProps) {
  const { say } = useWords()
  const may = useMay('obligation.waive')
  const list = useInfiniteQuery({ ...releasesQuery({ state: 'waiting', mine, limit: '20' }), enabled: may })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (!may || (quiet && items.length === 0)) return null
  return (
    <section className="card place-card due-group">
      <h2 className="label">
        {say('release.waiting')} <span className="ink3">{`${items.length}${list.hasNextPage ? '+' : ''}`}</span>
      </h2>
      {list.data && items.length === 0 && <p className="s13 ink2">{say('release.none-waiting')}</p>}
      <ul>
        {items.map((one) => (
          <ReleaseLine key={one.id} release={one} />
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
