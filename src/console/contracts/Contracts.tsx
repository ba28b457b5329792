import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { contractDraftsQuery, contractsQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { planVersion } from '../plan-version.ts'
import { useMay, useZone } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { MissingTag } from './MissingTag.tsx'
import { StandingTag } from './StandingTag.tsx'
import { UnsignedTag } from './UnsignedTag.tsx'
import { More } from '../shell/More.tsx'
import './contracts.css'

function useDrop() {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => write('DELETE', `/contract-drafts/${id}`),
    onSuccess: () => {
      notify({ words: say('contract.draft-dropped') })
      return client.invalidateQueries({ queryKey: ['contract-drafts'] })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

/** Working papers of the whole desk, the last touched first. */
function Drafts() {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const drop = useDrop()
  const drafts = useInfiniteQuery(contractDraftsQuery).data?.pages.flatMap((page) => page.items) ?? []
  if (drafts.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('contract.drafts')}</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="row draft-row">
            <Link to="/contracts/drafts/$id" params={{ id: draft.id }} className="sheet-row grow">
              <span className="grow">
                <b>{draft.amends ? say('signing.amendment-of', { title: draft.title }) : draft.title}</b>{' '}
                <span className="s13 ink2">{draft.content.number}</span>
              </span>
              <span className="s13 ink3">
                {say('contract.draft-by', { name: draft.by.name })} · {instantWords(draft.changedAt, now, { zone, locale })}
              </span>
              <MissingTag missing={draft.missing} />
            </Link>
            <Button type="text" size="small" loading={drop.isPending && drop.variables === draft.id} onClick={() => drop.mutate(draft.id)}>
              {say('contract.drop-draft')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 合同: how each stands, and the papers that are still being written. */
export function Contracts() {
  const { say } = useWords()
  const { q } = useSearch({ from: '/room/contracts' })
  const navigate = useNavigate()
  const mayManage = useMay('contract.manage')
  const find = (wanted: string | undefined): void =>
    void navigate({ to: '/contracts', search: wanted === undefined ? {} : { q: wanted }, replace: true })
  const list = useInfiniteQuery({ ...contractsQuery({ q }), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="sheet">
      <SheetHead title={say('room.contracts')} find={{ words: say('contract.find'), value: q, change: find }}>
        {mayManage && (
          <Link to="/contracts/new" search={{}} className="button-primary">
            {say('contract.new')}
          </Link>
        )}
      </SheetHead>
      {mayManage && !q && <Drafts />}
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <div className="empty">
          <p>{q ? say('sheet.nothing-found', { q }) : say('contract.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/contracts/$id" params={{ id: row.id }} className="sheet-row">
              <span className="grow">
                <b>{row.number}</b> {row.title}
                <span className="s13 ink2 block">
                  {[
                    row.customer.name,
                    say('contract.plan-option', { title: row.planTitle, version: planVersion(row.plan) }),
                    row.startsOn && row.endsOn && say('board.span', { from: row.startsOn, until: row.endsOn }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <UnsignedTag unsigned={row.unsigned} />
              <StandingTag standing={row.standing} />
            </Link>
          </li>
        ))}
      </ul>
      <More list={list} />
    </main>
  )
}
