import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { searchQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { failureWords } from './Failure.tsx'
import { entryOf, matches } from './palette-entries.ts'
import type { Entry } from './palette-entries.ts'
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
  return { entries: [...own, ...records], error: found.error, waiting: found.isFetching || q !== typed.trim() }
}

const VIEW_INITIALS = { 'due-soon': 'kdq', overdue: 'ycs', unassigned: 'dpg', mine: 'pgwd', paused: 'ztz' } as const

function List({
  entries,
  chosen,
  pick,
}: {
  readonly entries: readonly Entry[]
  readonly chosen: number
  readonly pick: (entry: Entry) => void
}) {
  const { say } = useWords()
  return (
    <div role="listbox" aria-label={say('palette.title')} className="palette-list">
      {entries.map((entry, at) => (
        <button
          key={entry.key}
          type="button"
          role="option"
          id={`palette-${at}`}
          aria-selected={at === chosen}
          className={`palette-entry ${at === chosen ? 'on' : ''}`}
          onClick={() => pick(entry)}
        >
          <span className="s12 ink3">{say(`palette.${entry.kind}`)}</span>
          <span className="grow one-line">
            {entry.title} {entry.detail && <span className="ink3 s13">{entry.detail}</span>}
          </span>
        </button>
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
  const { entries, error, waiting } = useEntries(rooms, typed)
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
      <List entries={entries} chosen={chosen} pick={pick} />
      {error !== null && <p className="palette-note">{failureWords(error, say)}</p>}
      {entries.length === 0 && !waiting && error === null && <p className="palette-note">{say('palette.nothing', { typed })}</p>}
    </Modal>
  )
}
