import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { SERVICE_WHOLES } from '../../core/service/vocabulary.ts'
import type { Occurrence, ServiceRow } from '../../wire/services.ts'
import { useMinute } from '../../ui/now.ts'
import { Icon } from '../../ui/Icon.tsx'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { servicesQuery, tasksQuery } from '../api/queries.ts'
import { FactDispute } from '../disputes/FactDispute.tsx'
import { FileList } from '../files/FileList.tsx'
import { PictureList } from '../files/PictureList.tsx'
import { RecordForm } from '../form/RecordForm.tsx'
import { useMay, useSession, useZone } from '../session.ts'
import { CardHead } from '../shell/CardHead.tsx'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { notify } from '../shell/notice.ts'
import { CorrectEntry, isCorrectable } from './CorrectEntry.tsx'
import { ServiceForm } from './ServiceForm.tsx'
import type { ServiceGround } from './ServiceForm.tsx'
import { useOccurrenceWords } from './ServiceFields.tsx'
import { occurrenceKey, startFor } from './service-form.ts'
import { importedWords } from './imported.ts'
import './services.css'

type Entry = ServiceRow['entries'][number]

function useApprove() {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (fact: string) => write('POST', `/facts/${fact}/approve`, {}),
    onSuccess: () => {
      notify({ words: say('contract.approved-done') })
      return client.invalidateQueries({
        predicate: ({ queryKey }) => ['services', 'tasks', 'board', 'facts'].includes(String(queryKey[0])),
      })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

type EntryProps = { readonly entry: Entry; readonly row: ServiceRow; readonly ground: ServiceGround }

function Correct({ entry, row, ground }: EntryProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  if (!useMay('fact.correct') || !isCorrectable(entry)) return null
  return (
    <>
      <Button size="small" type="text" onClick={() => setOpen(true)}>
        {say('service.correct')}
      </Button>
      {open && <CorrectEntry row={row} entry={entry} ground={ground} close={() => setOpen(false)} />}
    </>
  )
}

function EntryLine({ entry, row, ground }: EntryProps) {
  const { say, locale } = useWords()
  const { me } = useSession()
  const zone = useZone()
  const now = useMinute()
  const approve = useApprove()
  const [voiding, setVoiding] = useState(false)
  const mayApprove = useMay('fact.approve') && entry.late && !entry.approvedBy && !entry.voided && entry.by?.id !== me.id
  const mayVoid = useMay('fact.void') && !entry.voided
  return (
    <li className="s13 service-entry">
      <span className="grow">
        <span className={entry.voided ? 'voided' : undefined}>{entry.words}</span>{' '}
        <span className="ink3">{[instantWords(entry.at, now, { zone, locale }), entry.by?.name].filter(Boolean).join(' · ')}</span>
        {entry.said.length > 0 && (
          <span className="ink2 block">{entry.said.map(({ label, words }) => `${label} ${words}`).join(say('list.semicolon'))}</span>
        )}
        {entry.forms.map((form) => (
          <span key={form.id} className="ink2 block">
            {say('service.form-said', {
              form: form.name,
              said: form.said.map(({ label, words }) => `${label} ${words}`).join(say('list.semicolon')),
            })}{' '}
            <a href={`/api/services/${row.id}/forms/${entry.fact}/${form.id}`} download className="nowrap">
              {say('form-paper.filled', { form: form.name })}
            </a>
            <PictureList pictures={form.said.flatMap(({ label, pictures = [] }) => pictures.map((one) => ({ ...one, label })))} />
          </span>
        ))}
        <FileList files={entry.files} />
      </span>
      {entry.imported && (
        <span className="tag" title={importedWords(say, entry.imported)}>
          {say('cutover.mark')}
        </span>
      )}
      {entry.late && (
        <span className="tag">
          {entry.approvedBy ? say('contract.approved-by', { name: entry.approvedBy.name }) : say('contract.late')}
        </span>
      )}
      {mayApprove && (
        <Button size="small" loading={approve.isPending} onClick={() => approve.mutate(entry.fact)}>
          {say('contract.approve')}
        </Button>
      )}
      <FactDispute fact={entry.fact} about={entry.words} by={entry.by} dispute={entry.dispute} voided={entry.voided} />
      <Correct row={row} entry={entry} ground={ground} />
      {mayVoid && (
        <Button size="small" type="text" onClick={() => setVoiding(true)}>
          {say('contract.void')}
        </Button>
      )}
      {voiding && (
        <RecordForm
          title={say('contract.void-title', { milestone: entry.words })}
          fields={[{ id: 'reason', label: say('contract.void-reason'), kind: 'prose', required: true }]}
          method="POST"
          path={`/facts/${entry.fact}/void`}
          close={() => setVoiding(false)}
        />
      )}
    </li>
  )
}

type ServiceLineProps = { readonly row: ServiceRow; readonly ground: ServiceGround; readonly go: (() => void) | undefined }

export function ServiceLine({ row, ground, go }: ServiceLineProps) {
  const { say } = useWords()
  return (
    <li className="service-row">
      <div className="row">
        <b className="grow">
          {row.title}{' '}
          <span className="s13 ink3">
            {[row.partOf && say('service.part-of-one', { whole: row.partOf.name }), placeWords(row)].filter(Boolean).join(' · ')}
          </span>
        </b>
        {go && row.next.length > 0 && (
          <Button size="small" onClick={go}>
            {say('service.next')}
          </Button>
        )}
      </div>
      <ul>
        {row.entries.map((entry) => (
          <EntryLine key={entry.fact} entry={entry} row={row} ground={ground} />
        ))}
      </ul>
    </li>
  )
}

const placeWords = ({ asset, site, ticket }: ServiceRow): string => [asset?.name ?? site?.name, ticket?.number].filter(Boolean).join(' · ')

/** Records that something else may be part of, each as it stands in the list. */
function wholesIn(rows: readonly ServiceRow[]) {
  const whole = rows.filter(({ noun }) => (SERVICE_WHOLES as readonly string[]).includes(noun))
  return whole.map((row) => ({ id: row.id, name: [row.title, placeWords(row)].filter(Boolean).join(' · ') }))
}

/** Some of the records alone, under a heading of their own; others are recorded where all the rest stands. */
type Only = {
  readonly title: string
  readonly none: string
  readonly nouns?: readonly string[]
  readonly not?: readonly string[]
}

/** Of a contract the shifts are folded away: they are many, and say one thing. */
function ofGround({ ticket, asset, contract }: ServiceGround): Parameters<typeof servicesQuery>[0] {
  if (ticket !== undefined) return { ticket }
  return asset === undefined ? { contract, except: 'shift' } : { asset }
}

/** So many stand there at once, the newest: what else the page tells is not below a year of them. */
const SHOWN_FIRST = 10

const deskOf = ({ entries }: ServiceRow): string => entries[0]?.said.find(({ field }) => field === 'desk')?.words ?? ''

type ShiftsProps = { readonly ground: ServiceGround & { readonly contract: string }; readonly go: ((row: ServiceRow) => void) | undefined }

/** One line a roster, its shifts behind it. */
function ShiftRosters({ ground, go }: ShiftsProps) {
  const { say } = useWords()
  const [open, setOpen] = useState<string>()
  const list = useInfiniteQuery(servicesQuery({ contract: ground.contract, noun: 'shift' }))
  const rosters = Map.groupBy(list.data?.pages.flatMap((page) => page.items) ?? [], deskOf)
  return [...rosters].map(([desk, shifts]) => (
    <div key={desk} className="service-roster">
      <button type="button" className="link" aria-expanded={open === desk} onClick={() => setOpen(open === desk ? undefined : desk)}>
        <b>{say('roster.folded', { desk: desk || say('roster.title') })}</b>{' '}
        <span className="s13 ink2">{say(list.hasNextPage ? 'roster.newest' : 'roster.count', { n: shifts.length })}</span>{' '}
        <Icon name={open === desk ? 'up' : 'down'} size={12} />
      </button>
      {open === desk && (
        <>
          <ul>
            {shifts.map((row) => (
              <ServiceLine key={row.id} row={row} ground={ground} go={go && (() => go(row))} />
            ))}
          </ul>
          <More list={list} />
        </>
      )}
    </div>
  ))
}

/** What was done under a contract, for a ticket beside its own steps, or to a device: newest first. */
export function Services({ ground, only }: { readonly ground: ServiceGround; readonly only?: Only }) {
  const { say } = useWords()
  const { contract, ticket } = ground
  const mayRecord = useMay('service.record') && (contract !== undefined || ticket !== undefined)
  const [open, setOpen] = useState<'new' | ServiceRow>()
  const [whole, setWhole] = useState(false)
  const may = useMay('service.read')
  const list = useInfiniteQuery({ ...servicesQuery(ofGround(ground)), enabled: may })
  const all = list.data?.pages.flatMap((page) => page.items) ?? []
  const rows = all.filter(({ noun }) => (only?.nouns?.includes(noun) ?? true) && !only?.not?.includes(noun))
  const act = mayRecord && only?.nouns === undefined ? { name: say('service.record'), run: () => setOpen('new') } : undefined
  if (!may) return null
  return (
    <section className="card place-card">
      <CardHead title={only?.title ?? say('service.title')} act={act} />
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className="s13 ink2">{only?.none ?? say('service.none')}</p>}
      <ul>
        {rows.slice(0, whole ? rows.length : SHOWN_FIRST).map((row) => (
          <ServiceLine key={row.id} row={row} ground={ground} go={mayRecord ? () => setOpen(row) : undefined} />
        ))}
      </ul>
      {rows.length > SHOWN_FIRST && !whole ? (
        <Button type="text" onClick={() => setWhole(true)}>
          {say('list.more')}
        </Button>
      ) : (
        <More list={list} />
      )}
      {contract !== undefined && ticket === undefined && ground.asset === undefined && (
        <ShiftRosters ground={{ ...ground, contract }} go={mayRecord ? setOpen : undefined} />
      )}
      {open === 'new' && <ServiceForm ground={{ ...ground, wholes: wholesIn(all) }} close={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'new' && <ServiceForm key={open.id} ground={ground} record={open} close={() => setOpen(undefined)} />}
    </section>
  )
}

/** So many that were missed stand there at once: what is to be done comes first. */
const MISSED_SHOWN = 3

/** What is still to be done by its due day, then what was missed, the newest first. */
function inOrder(occurrences: readonly Occurrence[]): { readonly shown: readonly Occurrence[]; readonly rest: readonly Occurrence[] } {
  const open = occurrences.filter(({ state }) => state !== 'broken')
  const missed = occurrences.filter(({ state }) => state === 'broken').toReversed()
  return { shown: [...open, ...missed.slice(0, MISSED_SHOWN)], rest: missed.slice(MISSED_SHOWN) }
}

function TaskLine({
  one,
  names,
  record,
}: {
  readonly one: Occurrence
  readonly names: ReadonlyMap<string, string>
  readonly record: (() => void) | undefined
}) {
  const { say } = useWords()
  const words = useOccurrenceWords()
  return (
    <li className="sheet-row">
      <span className="grow">
        {words(one)}
        {one.checklist.length > 0 && (
          <span className="s13 ink3 block">
            {say('service.checklists', { names: one.checklist.map((id) => names.get(id) ?? id).join(say('list.and')) })}
          </span>
        )}
      </span>
      {one.state === 'broken' && <span className="tag task-broken">{say('service.missed')}</span>}
      {record && (
        <Button size="small" onClick={record}>
          {say('service.record-this')}
        </Button>
      )}
    </li>
  )
}

/** 待办: what must happen again and again and is still to be done; a plan without such clauses has no such card. */
export function Tasks({ ground }: { readonly ground: ServiceGround & { readonly contract: string } }) {
  const { say } = useWords()
  const mayRecord = useMay('service.record')
  const tasks = useQuery({ ...tasksQuery(ground.contract), enabled: useMay('service.read') }).data
  const [open, setOpen] = useState<Occurrence>()
  const [all, setAll] = useState(false)
  if (!tasks || tasks.occurrences.length === 0) return null
  const { shown, rest } = inOrder(tasks.occurrences)
  const names = new Map(tasks.checklists.map(({ id, name }) => [id, name]))
  return (
    <section className="card place-card">
      <h2 className="label">{say('service.tasks')}</h2>
      <ul>
        {[...shown, ...(all ? rest : [])].map((one) => (
          <TaskLine key={occurrenceKey(one)} one={one} names={names} record={mayRecord ? () => setOpen(one) : undefined} />
        ))}
      </ul>
      {rest.length > 0 && !all && (
        <button type="button" className="link s13" onClick={() => setAll(true)}>
          {say('service.more', { n: rest.length })}
        </button>
      )}
      {open && <ServiceForm ground={ground} close={() => setOpen(undefined)} {...startFor(open, tasks)} />}
    </section>
  )
}
