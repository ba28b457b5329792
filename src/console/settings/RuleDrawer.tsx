import { Button, Checkbox, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { CUSTOMER_CLASSES } from '../../wire/parties.ts'
import type { Routing } from '../../wire/routing.ts'
import { TicketType } from '../../wire/tickets.ts'
import { useWords } from '../../ui/words/say.ts'
import { Field } from '../form/Field.tsx'
import { useIsPhone } from '../phone.ts'
import { asking } from './routing-rules.ts'
import type { Rule } from './routing-rules.ts'

type DrawerProps = {
  /** undefined: a new one */
  readonly rule: Rule | undefined
  readonly choices: Routing['choices']
  readonly put: (rule: Rule) => void
  readonly close: () => void
}

type Condition = keyof Rule['when']

/** One rule: what it asks, where it sends, whether it ranks ahead. It holds once all rules are saved. */
export function RuleDrawer({ rule, choices, put, close }: DrawerProps) {
  const { say, name } = useWords()
  const phone = useIsPhone()
  const [typed, setTyped] = useState<Rule>(rule ?? { name: '', when: {}, high: false })
  const set = (change: Partial<Rule>) => setTyped((before) => ({ ...before, ...change }))
  const plain = (all: readonly { readonly id: string; readonly name: string }[]) => all.map((one) => ({ value: one.id, label: one.name }))
  const options: Readonly<Record<Condition, { value: string; label: string }[]>> = {
    types: TicketType.options.map((value) => ({ value, label: name('type', value) })),
    categories: plain(choices.categories),
    grades: plain(choices.grades),
    contracts: plain(choices.contracts),
    plans: plain(choices.plans),
    customerClasses: CUSTOMER_CLASSES.map((value) => ({ value, label: say(`customer-class.${value}`) })),
  }
  const ready = typed.name.trim() !== '' && (typed.team !== undefined || typed.high)
  return (
    <Drawer
      open
      title={say(rule ? 'routing.rule' : 'routing.add')}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 420}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const { team, ...rest } = typed
          put({ ...rest, name: typed.name.trim(), when: asking(typed.when), ...(team === undefined ? {} : { team }) })
        }}
      >
        <Field id="rule-name" label={say('routing.name')}>
          <Input id="rule-name" value={typed.name} maxLength={60} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        {(Object.keys(options) as Condition[]).map((condition) => (
          <Field key={condition} id={`rule-${condition}`} label={say(`routing.${condition}`)} optional>
            <Select
              id={`rule-${condition}`}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={(typed.when[condition] ?? []) as string[]}
              options={options[condition]}
              placeholder={say('routing.any')}
              onChange={(values: string[]) => set({ when: { ...typed.when, [condition]: values } })}
            />
          </Field>
        ))}
        <Field id="rule-team" label={say('routing.team')} optional hint={say('routing.team-hint')}>
          <Select
            id="rule-team"
            allowClear
            value={typed.team}
            options={plain(choices.teams)}
            onChange={(team: string | undefined) => set({ team })}
          />
        </Field>
        <Checkbox checked={typed.high} onChange={(event) => set({ high: event.target.checked })}>
          {say('routing.high')}
        </Checkbox>
        <Button type="primary" htmlType="submit" disabled={!ready}>
          {say('routing.put')}
        </Button>
        {!ready && <p className="s12 ink3">{say('routing.not-ready')}</p>}
      </form>
    </Drawer>
  )
}
