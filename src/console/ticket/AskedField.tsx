import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { CHANNELS } from '../../core/ticket/forms.ts'
import type { Asset, Person } from '../../wire/parties.ts'
import type { TicketDetail, TicketRow } from '../../wire/tickets.ts'
import { tenantNow } from '../../ui/now.ts'
import { fromInput, toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { teamsQuery } from '../api/queries.ts'
import { Finder, optionLine } from '../form/Finder.tsx'
import type { Option } from '../form/Finder.tsx'
import type { Asked } from './command-forms.ts'
import { CAUSES } from './fact-view.ts'

export type AskedProps = {
  readonly ask: Asked
  readonly id: string
  readonly detail: TicketDetail
  readonly value: string | number | boolean | undefined
  readonly change: (value: string | number | boolean | undefined) => void
  /** what a finder chose, by name, so that it can be shown again */
  readonly named: Option | undefined
  readonly setNamed: (option: Option | undefined) => void
}

function useOptions({ ask, detail }: Pick<AskedProps, 'ask' | 'detail'>): readonly Option[] {
  const { say, name } = useWords()
  const teams = useQuery({ ...teamsQuery, enabled: ask.kind === 'team' }).data?.items ?? []
  const known = detail.plan?.reasons ?? []
  const use = ask.label === 'ask.excuse-reason' ? 'excuses' : 'pauses'
  const usable = known.filter((reason) => reason[use])
  const named = (list: typeof known): Option[] => list.map(({ id, name: label }) => ({ value: id, label }))
  const reasons = named(known)
  switch (ask.kind) {
    case 'team':
      return teams.map((one) => ({ value: one.id, label: one.name }))
    case 'grade':
      return (detail.plan?.grades ?? []).map((one) => ({ value: one.id, label: one.name, detail: one.text }))
    case 'grade-by':
      return (['staff', 'customer'] as const).map((one) => ({ value: one, label: say(`grade-by.${one}`) }))
    case 'reason':
      // A plan that names none of them for this may still be argued about.
      return usable.length > 0 ? named(usable) : reasons
    case 'cause':
      return [
        ...CAUSES.map((one) => ({ value: one as string, label: say(`cause.${one}`) })),
        ...reasons.filter(({ value }) => !(CAUSES as readonly string[]).includes(value)),
      ]
    case 'channel':
      return CHANNELS.map((one) => ({ value: one, label: name('channel', one) }))
    case 'clock':
      return detail.obligations
        .filter((one) => one.state === 'open' || one.state === 'paused' || one.state === 'broken')
        .map((one) => ({ value: `${one.promise}#${one.episode}`, label: one.title, detail: one.text }))
    default:
      return []
  }
}

function Choice({ ask, id, detail, value, change }: AskedProps) {
  const { say } = useWords()
  const options = useOptions({ ask, detail })
  return (
    <Select
      id={id}
      value={value as string | undefined}
      options={options.map((one) => ({ ...one }))}
      optionRender={({ data }) => optionLine(data)}
      allowClear={!ask.required}
      onChange={(chosen: string | undefined) => change(chosen)}
      placeholder={say('select.choose')}
      notFoundContent={say('select.nothing')}
    />
  )
}

function YesNo({ id, value, change }: AskedProps) {
  const { say } = useWords()
  const options = [
    { value: 'yes', label: say('answer.yes') },
    { value: 'no', label: say('answer.no') },
  ]
  return (
    <Select
      id={id}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      allowClear
      options={options}
      placeholder={say('select.unknown')}
      onChange={(chosen: string | undefined) => change(chosen === undefined ? undefined : chosen === 'yes')}
    />
  )
}

function Found({ ask, id, detail, change, named, setNamed }: AskedProps) {
  const { say } = useWords()
  const choose = (option: Option | undefined): void => {
    setNamed(option)
    change(option?.value)
  }
  const common = { id, value: named, choose, placeholder: say('select.find') }
  if (ask.kind === 'person')
    return (
      <Finder
        {...common}
        autoFocus
        path="people"
        filters={{ role: 'engineer' }}
        option={(one: Person) => ({ value: one.id, label: one.name, detail: one.team?.name })}
      />
    )
  if (ask.kind === 'asset')
    return (
      <Finder
        {...common}
        path="assets"
        filters={{ customer: detail.ticket.customer?.id }}
        option={(one: Asset) => ({ value: one.id, label: one.name, detail: [one.model, one.serial].filter(Boolean).join(' ') })}
      />
    )
  return (
    <Finder
      {...common}
      path="tickets"
      filters={{ view: 'open', customer: detail.ticket.customer?.id }}
      option={(one: TicketRow) => ({ value: one.id, label: one.number, detail: one.title })}
    />
  )
}

function InstantInput({ id, detail, value, change }: AskedProps) {
  const text = typeof value === 'number' ? toInput(value, detail.zone) : ''
  return (
    <Input
      id={id}
      type="datetime-local"
      value={text}
      max={toInput(tenantNow(), detail.zone)}
      onChange={(event) => change(fromInput(event.target.value, detail.zone))}
    />
  )
}

/** The control for one question of a command. */
export function AskedField(props: AskedProps) {
  const { ask, id, value, change } = props
  switch (ask.kind) {
    case 'line':
      return <Input id={id} value={String(value ?? '')} onChange={(event) => change(event.target.value)} />
    case 'prose':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={String(value ?? '')}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'hours':
      return <Input id={id} type="number" min={0} step={0.5} value={String(value ?? '')} onChange={(event) => change(event.target.value)} />
    case 'instant':
      return <InstantInput {...props} />
    case 'yes-no':
      return <YesNo {...props} />
    case 'person':
    case 'asset':
    case 'ticket':
      return <Found {...props} />
    default:
      return <Choice {...props} />
  }
}
