import assert from 'node:assert/strict'
import type { Fact } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import type { Zone } from '../time/zone.ts'
import type { ContractCommand, ContractContext } from './decide.ts'
import type { ContractState, Milestone } from './state.ts'
import { decide } from './decide.ts'
import { evolve, initialState } from './state.ts'

export const NOW = Date.UTC(2026, 8, 23, 2)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const PLAN: Plan = {
  id: 'trial',
  title: '试用方案',
  version: 1,
  timezone: 'Asia/Shanghai',
  calendars: {},
  grades: [],
  gradeBy: 'staff',
  zones: [],
  dimensions: {},
  reasons: {},
  promises: {},
  charges: [],
  forms: {},
  channels: {},
  roles: {},
  later: [],
}
export const SIGN = {
  name: 'sign',
  number: 'HT-1',
  title: '供货与维保',
  customer: 'jinping',
  plan: 'trial@1',
  sites: ['main'],
  assets: ['chiller', 'pump', 'fan'],
} as const satisfies ContractCommand

type Saying = Pick<ContractContext, 'spokenOf'> & {
  readonly by?: string
  readonly now?: number
  readonly source?: ContractContext['source']
}

/** A contract and the facts so far; each command is said by somebody at some time. */
export class Story {
  state: ContractState = initialState()
  readonly facts: Fact[] = []
  readonly zone: Zone | undefined

  constructor(zone?: Zone) {
    this.zone = zone
  }

  say(command: ContractCommand, { by = 'yu', now = NOW, source = 'hand', spokenOf }: Saying = {}) {
    const decision = decide(this.state, command, {
      now,
      subject: 'contract/K1',
      newId: () => `f${this.facts.length + 1}`,
      source,
      person: by,
      plan: PLAN,
      zone: this.zone,
      spokenOf,
    })
    if (!decision.ok) return { refused: decision.refusal.code, field: decision.refusal.field }
    for (const made of decision.facts) {
      const fact: Fact = { ...made, seq: this.facts.length + 1, recordedAt: now }
      this.facts.push(fact)
      this.state = evolve(this.state, fact)
    }
    return { fact: this.facts.at(-1)!, texts: Object.fromEntries(decision.texts.map((one) => [one.field, one.text])) }
  }

  /** The fact that a command brought about. */
  told(command: ContractCommand, saying: Saying = {}) {
    const said = this.say(command, saying)
    return said.fact ? said : assert.fail(`refused: ${said.refused}`)
  }
}

export function signed(): Story {
  const story = new Story()
  story.told(SIGN)
  return story
}

export const reach = (milestone: Milestone, more: Partial<Extract<ContractCommand, { name: 'reach' }>> = {}): ContractCommand => ({
  name: 'reach',
  milestone,
  evidence: '运单 SF-77120',
  ...more,
})
