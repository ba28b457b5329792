import assert from 'node:assert/strict'
import type { Fact, FactType, Json } from '../fact.ts'
import type { Clause, Plan } from '../plan/types.ts'
import type { CommandName, CommandOf, Context, Decision, NewText, ReportFault, TicketCommand } from './command.ts'
import type { TicketState } from './state.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { initialState } from './state.ts'

export const MINUTE = 60_000
export const NINE = Date.UTC(2026, 8, 30, 1)

const AT = { line: 1, column: 1, path: 'promises' }

/** Enough of a plan for decisions: grades, zones, one dimension, two reasons, one clause. */
export const PLAN: Context['plan'] = {
  grades: [
    { id: 'major', name: '重大故障' },
    { id: 'general', name: '一般故障' },
  ],
  zones: [
    { id: 'city', name: '市区' },
    { id: 'county', name: '郊县' },
  ],
  dimensions: { hours: { id: 'hours', values: ['5x8', '7x24'], setBy: 'contract' } },
  reasons: {
    'customer-deferred': { id: 'customer-deferred', name: '客户改期', evidence: true, notice: 'customer', limit: undefined },
    weather: { id: 'weather', name: '恶劣天气', evidence: false, notice: undefined, limit: undefined },
  },
  promises: { arrive: { excuses: ['weather'], at: AT } as unknown as Clause } as Plan['promises'],
}

export const REPORT: ReportFault = {
  type: 'fault',
  channel: 'phone',
  title: '三号机组停机',
  description: '面板报高压。',
  customer: 'jinping',
  site: 'main',
  asset: 'lsb-680',
  contract: 'ht-31',
  customerGrade: 'general',
  contact: { name: '郑工', phone: '分机 A01' },
}

/** A command in one word, for those that carry nothing, or nothing of interest. */
const WORDS = {
  report: REPORT,
  accept: {},
  grade: { grade: 'general' },
  reply: { channel: 'phone', summary: '已联系' },
  answer: { summary: '已解答' },
  'send-plan': { summary: '方案已发' },
  judge: { cause: 'wear' },
  assign: { person: 'lin' },
  transfer: { team: 'huaxi-2' },
  pause: { reason: 'weather' },
  resume: {},
  restore: { summary: '已修好' },
  confirm: {},
  refuse: { reason: '仍有异响' },
  reopen: { reason: '又停机' },
  close: { note: '电话未接通，已留言' },
  cancel: { reason: '误报' },
  merge: { into: 'T2', reason: '同一故障报了两次' },
  relate: { to: 'T2' },
  unrelate: { to: 'T2' },
  note: { text: '备件在途' },
  message: { channel: 'portal', text: '今天什么时候来' },
  edit: { title: '三号机组高压停机' },
  'remote-authorise': {},
  'remote-start': {},
  'remote-fail': {},
  'remote-solve': {},
  'remote-end': {},
  'need-visit': {},
  arrive: {},
  'finish-visit': {},
  waive: { promise: 'arrive', reason: '客户同意改日', evidence: '邮件' },
  excuse: { promise: 'arrive', reason: 'weather', evidence: '预警截图' },
  approve: { of: 'f1' },
  correct: { of: 'f1', field: 'channel', from: 'phone', to: 'mail', reason: '选错' },
  void: { of: 'f2', reason: '记错单' },
} satisfies { readonly [Name in CommandName]: Omit<CommandOf<Name>, 'name'> }

export type Told = CommandName | TicketCommand

export function commandOf(told: Told): TicketCommand {
  return typeof told === 'string' ? ({ name: told, ...WORDS[told] } as TicketCommand) : told
}

const OTHER = { subject: 'ticket/T2', phase: 'accepted', customer: 'jinping' } as const

/** A ticket's story: a desk at which a minute passes between commands, and every fact is numbered. */
export class Story {
  state: TicketState = initialState()
  facts: Fact[] = []
  texts: NewText[] = []
  now = NINE
  #ids = 0

  context(more: Partial<Context> = {}): Context {
    const newId = () => `f${++this.#ids}`
    const known = { place: { zone: 'city' }, number: 'GD-2026-000042', into: OTHER, facts: this.facts, plan: PLAN, planRef: 'trial@1' }
    return { now: this.now, subject: 'ticket/T1', newId, source: 'hand', person: { id: 'xu', role: 'service-manager' }, ...known, ...more }
  }

  ask(told: Told, more: Partial<Context> = {}): Decision {
    return decide(this.state, commandOf(told), this.context(more))
  }

  /** Decides, and if allowed records; a minute passes. */
  tell(told: Told, more: Partial<Context> = {}): Decision {
    const decision = this.ask(told, more)
    if (decision.ok) {
      for (const made of decision.facts) {
        const fact: Fact = { ...made, seq: this.facts.length + 1, recordedAt: this.now }
        const texts = Object.fromEntries(decision.texts.filter((one) => one.factId === fact.id).map((one) => [one.field, one.text]))
        this.facts.push(fact)
        this.state = evolve(this.state, fact, texts)
      }
      this.texts.push(...decision.texts)
    }
    this.now += MINUTE
    return decision
  }
}

type Result = {
  readonly decision: Decision
  readonly story: Story
  /** one fact of this type, its data holding at least this; returns it */
  readonly becomes: (type: FactType, data?: Readonly<Record<string, Json>>) => Fact
  /** refused with this code, naming this field */
  readonly refused: (code: string, field?: string) => void
  readonly text: (field: string) => string | undefined
}

function resultOf(story: Story, decision: Decision): Result {
  return {
    decision,
    story,
    becomes(type, data = {}) {
      assert.ok(decision.ok, `refused: ${JSON.stringify(decision)}`)
      const fact = story.facts.at(-1)!
      assert.equal(fact.type, type)
      assert.deepEqual({ ...fact.data, ...data }, fact.data)
      return fact
    },
    refused(code, field) {
      assert.ok(!decision.ok, `allowed: ${JSON.stringify(decision)}`)
      assert.equal(decision.refusal.code, code)
      assert.equal(decision.refusal.field, field)
    },
    text: (field) => (decision.ok ? decision.texts.find((one) => one.field === field)?.text : undefined),
  }
}

/** `given('report', 'restore').when('close').refused('close-unconfirmed', 'note')`; every step before must be allowed. */
export function given(...steps: readonly Told[]): {
  readonly story: Story
  readonly when: (told: Told, more?: Partial<Context>) => Result
} {
  const story = new Story()
  for (const step of steps) {
    const decision = story.tell(step)
    assert.ok(decision.ok, `given ${JSON.stringify(step)}: ${JSON.stringify(decision)}`)
  }
  return { story, when: (told, more) => resultOf(story, story.tell(told, more)) }
}
