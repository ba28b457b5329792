import { useQuery } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import { useState } from 'react'
import { TICKET_TYPES } from '../../core/ticket/forms.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { customerQuery, personQuery, teamsQuery } from '../api/queries.ts'
import { FindInput } from '../form/FindInput.tsx'
import type { TicketRow } from '../../wire/tickets.ts'
import { useMay } from '../session.ts'
import type { Filter, ListSearch, Sort } from '../search.ts'
import { Conditions } from './Conditions.tsx'
import { useListSearch } from './useTicketList.ts'

type Choice = { readonly value: string; readonly name: string }
type ChipProps = {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string | undefined
  readonly choose: (value: string | undefined) => void
}

const PHASES = ['reported', 'accepted', 'working', 'restored', 'confirmed', 'reopened', 'closed', 'cancelled', 'merged']
const ALL = '*'

function Chip({ label, choices, value, choose }: ChipProps) {
  const { say } = useWords()
  const items = [{ key: ALL, label: say('filter.all') }, ...choices.map((one) => ({ key: one.value, label: one.name }))]
  const shown = value === undefined ? say('filter.all') : (choices.find((one) => one.value === value)?.name ?? say('filter.chosen'))
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: true, selectedKeys: [value ?? ALL], onClick: ({ key }) => choose(key === ALL ? undefined : key) }}
    >
      <button type="button" className="chip">
        {label} <b>{shown}</b>
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  )
}

/** A filter that came with a link (a customer's tickets): shown by name, taken away by a click. */
function Fixed({ name, value, label }: { readonly name: Filter; readonly value: string; readonly label: string }) {
  const { say } = useWords()
  const { change } = useListSearch()
  return (
    <button type="button" className="chip" onClick={() => change({ [name]: undefined })} aria-label={say('filter.remove', { name: label })}>
      {label} <b>{value}</b>
      <Icon name="close" size={12} />
    </button>
  )
}

function FixedFilters({ search }: { readonly search: ListSearch }) {
  const { say } = useWords()
  const customer = useQuery({ ...customerQuery(search.customer ?? ''), enabled: search.customer !== undefined }).data
  const person = useQuery({ ...personQuery(search.assignee ?? ''), enabled: search.assignee !== undefined }).data
  const named: readonly (readonly [Filter, string | undefined])[] = [
    ['customer', search.customer && (customer?.name ?? search.customer)],
    ['assignee', search.assignee && (person?.name ?? search.assignee)],
    ['contract', search.contract],
    ['site', search.site],
    ['asset', search.asset],
  ]
  return named.flatMap(([name, value]) =>
    value === undefined ? [] : [<Fixed key={name} name={name} value={value} label={say(`filter.${name}` as 'filter.customer')} />],
  )
}

type FiltersProps = { readonly search: ListSearch; readonly sort: Sort; readonly rows: readonly TicketRow[] }

/** Clauses and grades have the names of their plans: those of the tickets that were shown are offered, and stay while one filters by them. */
function useNamesIn(rows: readonly TicketRow[]) {
  const [known] = useState(() => ({ promise: new Map<string, string>(), grade: new Map<string, string>() }))
  for (const { clocks, grade, customerGrade } of rows) {
    for (const { promise, title, state } of clocks) if (state === 'open' || state === 'paused') known.promise.set(promise, title)
    for (const one of [grade, customerGrade]) if (one) known.grade.set(one.id, one.name)
  }
  const choicesOf = (names: ReadonlyMap<string, string>): Choice[] => [...names].map(([value, name]) => ({ value, name }))
  return { promises: choicesOf(known.promise), grades: choicesOf(known.grade) }
}

export function Filters({ search, sort, rows }: FiltersProps) {
  const { say, name } = useWords()
  const { change } = useListSearch()
  const mayTeams = useMay('person.read')
  const teams = useQuery({ ...teamsQuery, enabled: mayTeams }).data?.items ?? []
  const { promises, grades } = useNamesIn(rows)
  const sorts = (['due', '-due', 'reported', '-reported', 'changed', '-changed'] as const).map((one) => ({
    value: one,
    name: say(`sort.${one}`),
  }))
  return (
    <div className="filters">
      <FindInput className="filter-words" words={say('filter.words')} value={search.q} change={(q) => change({ q })} />
      <Chip
        label={say('filter.state')}
        choices={PHASES.map((id) => ({ value: id, name: name('phase', id) }))}
        value={search.state}
        choose={(state) => change({ state })}
      />
      <Chip
        label={say('filter.type')}
        choices={TICKET_TYPES.map((id) => ({ value: id, name: name('type', id) }))}
        value={search.type}
        choose={(type) => change({ type })}
      />
      <Chip label={say('filter.promise')} choices={promises} value={search.promise} choose={(promise) => change({ promise })} />
      <Chip label={say('filter.grade')} choices={grades} value={search.grade} choose={(grade) => change({ grade })} />
      <Chip
        label={say('filter.cover')}
        choices={(['inside', 'outside'] as const).map((value) => ({ value, name: say(`filter.cover-${value}`) }))}
        value={search.cover}
        choose={(cover) => change({ cover })}
      />
      {teams.length > 0 && (
        <Chip
          label={say('filter.team')}
          choices={teams.map((one) => ({ value: one.id, name: one.name }))}
          value={search.team}
          choose={(team) => change({ team })}
        />
      )}
      <FixedFilters search={search} />
      <Conditions where={search.where} />
      <Chip label={say('filter.sort')} choices={sorts} value={sort} choose={(chosen) => change({ sort: chosen as Sort | undefined })} />
      <span className="grow" />
      <span className="s12 ink3 keys-hint">{say('list.keys')}</span>
    </div>
  )
}
