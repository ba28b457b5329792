import assert from 'node:assert/strict'
import type { Fact, Json, Subject } from '../fact.ts'
import { at } from '../promise/given.testing.ts'
import type { ServiceCommand, ServiceContext, ServiceDecision } from './decide.ts'
import { decide } from './decide.ts'
import type { ServiceRefusal } from './refusal.ts'
import { evolve, initialState } from './state.ts'
import type { ServiceState } from './state.ts'

export const NOW = at('10:00')
export const CONTRACT: Subject = 'contract/C1'

let count = 0

export function context(more: Partial<ServiceContext> = {}): ServiceContext {
  return { now: NOW, subject: 'visit/V1', owners: [CONTRACT], newId: () => `f${++count}`, source: 'hand', person: 'lin', ...more }
}

/** A record lived through: each step decided on what the steps before have made of it. */
export class Life {
  readonly state: ServiceState
  readonly facts: readonly Fact[]

  constructor(state: ServiceState = initialState(), facts: readonly Fact[] = []) {
    this.state = state
    this.facts = facts
  }

  decide(command: ServiceCommand, more: Partial<ServiceContext> = {}): ServiceDecision {
    return decide(this.state, command, context(more))
  }

  step(type: string, values: { readonly [field: string]: Json } = {}, more: Partial<ServiceContext> = {}): Life {
    return this.go({ name: 'record', type, values }, more)
  }

  go(command: ServiceCommand, more: Partial<ServiceContext> = {}): Life {
    const decided = this.decide(command, more)
    assert.ok(decided.ok, decided.ok ? '' : JSON.stringify(decided.refusal))
    const facts = decided.facts.map((fact, index) => ({ ...fact, seq: this.facts.length + index + 1, recordedAt: more.now ?? NOW }))
    return new Life(facts.reduce(evolve, this.state), [...this.facts, ...facts])
  }

  get last(): Fact {
    return this.facts.at(-1) ?? assert.fail('nothing was recorded')
  }

  refusal(command: ServiceCommand, more: Partial<ServiceContext> = {}): ServiceRefusal {
    const decided = this.decide(command, more)
    assert.ok(!decided.ok, 'it was not refused')
    return decided.refusal
  }

  refused(type: string, values: { readonly [field: string]: Json } = {}, more: Partial<ServiceContext> = {}): string {
    const { code, field } = this.refusal({ name: 'record', type, values }, more)
    return field === undefined ? code : `${code} ${field}`
  }
}

export const none = new Life()
