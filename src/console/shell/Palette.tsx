import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { searchQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { failureWords } from './Failure.tsx'
import { entryOf, groupEntries, matches, partsOf } from './palette-entries.ts'
import type { Entry, EntryGroup } from './palette-entries.ts'
import type { Room } from './rooms.ts'

/** What was typed, once the fingers rest. */
export function useSettled(text: string, afterMs = 120): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), afterMs)
    return () => clearTimeout(timer)
  }, [text, afterMs])
  return settled
}

function useEntries(
  rooms: readonly Room[],
  typed: string,
): { readonly entries: readonly Entry[]; readonly error: unknown; readonly waiting: boolean } {
  const { say } = useWords()
  const mayReport = useMay('ticket.report')
  const q = useSettled(typed.trim())
  const found = useQuery({ ...searchQuery(q), enabled: q !== '', placeholderData: keepPreviousData })
  const actions: Entry[] = mayReport
    ? [{ key: 'new', kind: 'action', title: say('action.new-ticket'), initials: 'xjgd', to: '/tickets/new' }]
    : []
  const views: Entry[] = (['due-soon', 'overdue', 'unassigned', 'mine', 'paused'] as const).map((view) => ({
    key: `view/${view}`,
    kind: 'page',
    title: say(`view.${view}`),
    initials: VIEW_INITIALS[view],
    to: '/tickets',
    search: { view },
  }))
  const pages: Entry[] = rooms.map((room) => ({ key: room.to, kind: 'page', title: say(room.name), initials: room.initials, to: room.to }))
  const mine: Entry[] = [{ key: 'me', kind: 'page', title: say('menu.me'), initials: 'wdsz', to: '/me' }]
  const own = [...actions, ...views, ...pages, ...mine].filter((entry) => matches(entry, typed))
  const records = typed.trim() === '' ? [] : (found.data?.hits ?? []).map(entryOf)
  const tickets = records.filter(({ kind }) => kind === 'ticket')
  const all: Entry = {
    key: 'all',
    kind: 'ticket',
    title: say('palette.all-tickets', { typed: q }),
    to: '/tickets',
    search: { view: 'all', q },
  }
  return {
    entries: [...own, ...tickets, ...(tickets.length > 0 ? [all] : []), ...records.filter(({ kind }) => kind !== 'ticket')],
    error: found.error,
    waiting: found.isFetching || q !== typed.trim(),
  }
}

const VIEW_INITIALS = { 'due-soon': 'kdq', overdue: 'ycs', unassigned: 'dpg', mine: 'pgwd', paused: 'ztz' } as const

function Marked({ text, typed }: { readonly text: string; readonly typed: string }) {
  return partsOf(text, typed).map(({ text: part, hit }, at) => (hit ? <mark key={at}>{part}</mark> : part))
}

type ListProps = {
  readonly groups: readonly EntryGroup[]
  readonly typed: string
  readonly chosen: number
  readonly pick: (entry: Entry) => void
}

/** What was found, under its kinds; the parts that were typed are marked. */
function List({ groups, typed, chosen, pick }: ListProps) {
  const { say } = useWords()
  useEffect(() => {
    document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div role="listbox" aria-label={say('palette.title')} className="palette-list">
      {groups.map(({ kind, entries }) => (
        <div key={kind} role="group" aria-labelledby={`palette-kind-${kind}`}>
          <div id={`palette-kind-${kind}`} className="palette-kind s12 ink3">
            {say(`palette.${kind}`)}
          </div>
          {entries.map(({ entry, at }) => (
            <button
              key={entry.key}
              type="button"
              role="option"
              id={`palette-${at}`}
              aria-selected={at === chosen}
              className={`palette-entry ${at === chosen ? 'on' : ''}`}
              onClick={() => pick(entry)}
            >
              <span className="one-line">
                <Marked text={entry.title} typed={typed} />
              </span>
              {entry.detail && (
                <span className="palette-detail ink3 s13 one-line">
                  <Marked text={entry.detail} typed={typed} />
                </span>
              )}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Ctrl+K: records, actions and pages; Chinese, numbers or pinyin initials. */
export function Palette({ rooms, close }: { readonly rooms: readonly Room[]; readonly close: () => void }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { entries: found, error, waiting } = useEntries(rooms, typed)
  const groups = groupEntries(found)
  const entries = groups.flatMap((group) => group.entries.map(({ entry }) => entry))
  const chosen = Math.min(at, Math.max(0, entries.length - 1))
  const pick = (entry: Entry): void => {
    close()
    void navigate({ to: entry.to, search: entry.search ?? {} } as never)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((chosen + step + entries.length) % Math.max(1, entries.length))
    }
    const entry = entries[chosen]
    if (event.key === 'Enter' && entry && !waiting) pick(entry)
  }
  return (
    <Modal
      open
      closable={false}
      footer={null}
      onCancel={close}
      width={620}
      className="palette"
      style={{ top: 72 }}
      title={<span className="visually-hidden">{say('palette.title')}</span>}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        value={typed}
        placeholder={say('palette.placeholder')}
        aria-label={say('palette.title')}
        aria-activedescendant={`palette-${chosen}`}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <List groups={groups} typed={typed} chosen={chosen} pick={pick} />
      {error !== null && <p className="palette-note">{failureWords(error, say)}</p>}
      {entries.length === 0 && !waiting && error === null && <p className="palette-note">{say('palette.nothing', { typed })}</p>}
    </Modal>
  )
}
