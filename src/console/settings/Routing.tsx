import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ChangeRouting, Routing as RoutingOf } from '../../wire/routing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import type { Say } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { routingQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { Failure, Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { RuleDrawer } from './RuleDrawer.tsx'
import { SettingsHead } from './SettingsHead.tsx'
import { TryRouting } from './TryRouting.tsx'
import { moved, namesIn } from './routing-rules.ts'
import type { Rule } from './routing-rules.ts'
import './settings.css'

export type Typed = { readonly rules: readonly Rule[]; readonly otherwise: string | undefined }

/** What a rule asks, in a line. */
function askedWords(
  { when }: Rule,
  choices: RoutingOf['choices'],
  { say, name }: { say: Say; name: ReturnType<typeof useWords>['name'] },
): string {
  const part = (words: string, values: readonly string[] | undefined) =>
    values === undefined || values.length === 0 ? [] : [say('routing.asks', { what: words, values: values.join(say('list.and')) })]
  const all = [
    ...part(
      say('routing.types'),
      when.types?.map((one) => name('type', one)),
    ),
    ...part(say('routing.categories'), when.categories),
    ...part(say('routing.grades'), namesIn(choices.grades, when.grades)),
    ...part(say('routing.contracts'), namesIn(choices.contracts, when.contracts)),
    ...part(say('routing.plans'), namesIn(choices.plans, when.plans)),
    ...part(
      say('routing.customerClasses'),
      when.customerClasses?.map((one) => say(`customer-class.${one}`)),
    ),
  ]
  return all.length === 0 ? say('routing.asks-nothing') : all.join('；')
}

type RowProps = {
  readonly rule: Rule
  readonly place: number
  readonly count: number
  readonly choices: RoutingOf['choices']
  readonly open: () => void
  readonly move: (by: -1 | 1) => void
  readonly drop: () => void
}

function RuleRow({ rule, place, count, choices, open, move, drop }: RowProps) {
  const words = useWords()
  const { say } = words
  const team = choices.teams.find(({ id }) => id === rule.team)?.name
  const goes = [team === undefined ? say('routing.next') : say('routing.to-team', { team }), rule.high && say('routing.ahead')].filter(
    Boolean,
  )
  return (
    <li className="sheet-row">
      <span className="ink3">{place + 1}</span>
      <button type="button" className="plain grow" onClick={open}>
        <b>{rule.name}</b>
        <span className="s13 ink2 block">{askedWords(rule, choices, words)}</span>
        <span className="s13 block">{goes.join(' · ')}</span>
      </button>
      <Button size="small" disabled={place === 0} aria-label={say('routing.up', { name: rule.name })} onClick={() => move(-1)}>
        <Icon name="up" size={14} />
      </Button>
      <Button size="small" disabled={place === count - 1} aria-label={say('routing.down', { name: rule.name })} onClick={() => move(1)}>
        <Icon name="down-arrow" size={14} />
      </Button>
      <Button size="small" type="text" aria-label={say('routing.drop', { name: rule.name })} onClick={drop}>
        ×
      </Button>
    </li>
  )
}

function useKeep({ version }: RoutingOf) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ rules, otherwise }: Typed) =>
      write<RoutingOf>('PUT', '/routing', { version, rules: [...rules], otherwise: otherwise ?? null } satisfies ChangeRouting),
    onSuccess: () => {
      notify({ words: say('routing.saved') })
      return client.invalidateQueries({ queryKey: routingQuery.queryKey })
    },
  })
}

function Rules({ routing }: { readonly routing: RoutingOf }) {
  const { say } = useWords()
  const [typed, setTyped] = useState<Typed>({ rules: routing.rules, otherwise: routing.otherwise })
  const [open, setOpen] = useState<number>()
  const { mutate, isPending, error } = useKeep(routing)
  const { choices } = routing
  const { rules } = typed
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }))
  const put = (rule: Rule) => {
    set({ rules: open === rules.length ? [...rules, rule] : rules.map((one, place) => (place === open ? rule : one)) })
    setOpen(undefined)
  }
  return (
    <>
      <p className="s13 ink2">{say('routing.explained')}</p>
      {error && <Refused words={failureWords(error, say)} />}
      <ol className="sheet-list">
        {rules.map((rule, place) => (
          <RuleRow
            key={rule.id ?? `${place} ${rule.name}`}
            rule={rule}
            place={place}
            count={rules.length}
            choices={choices}
            open={() => setOpen(place)}
            move={(by) => set({ rules: moved(rules, place, by) })}
            drop={() => set({ rules: rules.filter((_, other) => other !== place) })}
          />
        ))}
      </ol>
      <div className="row routing-end">
        <Button onClick={() => setOpen(rules.length)}>{say('routing.add')}</Button>
        <Field id="routing-otherwise" label={say('routing.otherwise')}>
          <Select
            id="routing-otherwise"
            className="sheet-find"
            allowClear
            value={typed.otherwise}
            placeholder={say('routing.no-team')}
            options={choices.teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(otherwise: string | undefined) => set({ otherwise })}
          />
        </Field>
        <Button type="primary" loading={isPending} onClick={() => mutate(typed)}>
          {say('action.save')}
        </Button>
      </div>
      <TryRouting typed={typed} choices={choices} />
      {open !== undefined && <RuleDrawer rule={rules[open]} choices={choices} put={put} close={() => setOpen(undefined)} />}
    </>
  )
}

/** 分派规则: to which team a report goes and whether it is ranked ahead, tried out before it holds. */
export function Routing() {
  const { data, error, refetch } = useQuery(routingQuery)
  return (
    <main className="sheet">
      <SettingsHead />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && <Rules key={data.version} routing={data} />}
    </main>
  )
}
