import { useInfiniteQuery } from '@tanstack/react-query'
import { Mentions } from 'antd'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Person } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { peopleQuery } from '../api/queries.ts'
import { useSettled } from '../shell/Palette.tsx'
import type { Mentioned } from './mentions.ts'

/** What stands after the @: the name, and of two who share it the team too. */
function handleOf({ id, name, team }: Person, all: readonly Person[]): string {
  const shared = all.some((other) => other.name === name && other.id !== id)
  return shared && team ? `${name}·${team.name}` : name
}

type NoteTextProps = {
  readonly label: string
  readonly text: string
  readonly setText: (text: string) => void
  readonly mention: (one: Mentioned) => void
  readonly press: (event: KeyboardEvent) => void
}

/** Where a note is written: an @ looks for a colleague, by name or by pinyin initials. */
export function NoteText({ label, text, setText, mention, press }: NoteTextProps) {
  const { say } = useWords()
  const [looked, setLooked] = useState<string>()
  const q = useSettled(looked ?? '', 200)
  const found = useInfiniteQuery({ ...peopleQuery({ q: q === '' ? undefined : q, limit: '20' }), enabled: looked !== undefined })
  const ours = (found.data?.pages[0]?.items ?? []).filter(({ customer }) => customer === undefined)
  return (
    <Mentions
      autoFocus
      variant="borderless"
      autoSize={{ minRows: 3, maxRows: 12 }}
      aria-label={label}
      value={text}
      options={ours.map((one) => ({
        key: one.id,
        value: handleOf(one, ours),
        label: [one.name, one.team?.name].filter(Boolean).join(' '),
      }))}
      filterOption={false}
      loading={found.isFetching}
      notFoundContent={say('select.nothing')}
      placement="top"
      onSearch={setLooked}
      onSelect={({ value: handle }) => {
        // The list gives its options keys of its own.
        const one = ours.find((person) => handleOf(person, ours) === handle)
        if (one) mention({ id: one.id, name: handleOf(one, ours) })
      }}
      onChange={setText}
      onKeyDown={press}
    />
  )
}
