import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import type { ClauseText, Story } from './given.testing.ts'
import { at, clockOf, given } from './given.testing.ts'
import { RUNS } from './random.testing.ts'

const HOUR = 3_600_000
const MIN = 60_000

const reasons = {
  wait: {},
  proven: { evidence: true },
  told: { notice: 'customer' as const },
  both: { evidence: true, notice: 'customer' as const },
  short: { limit: '1h' },
  night: { limit: '1wd' },
} as const
const repair: ClauseText = { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '4h', pauses: Object.keys(reasons) }
const story = given({ promises: { repair }, reasons }).fact('10:00', 'ticket.reported')

function spans(told: Story, when: string): string[] {
  return told
    .obligation('repair', when)
    .why.pauses.map((one) => `${one.reason} ${clockOf(one.from)}–${clockOf(one.until) ?? ''} ${one.ms / MIN} ${one.endedBy ?? 'running'}`)
}

// Demands ------------------------------------------------------------------------------------------------------------------

test('a reason with two demands pauses from the later of the two', () => {
  const asked = story.fact('11:00', 'ticket.paused', { reason: 'both' })
  const proven = asked.fact('11:20', 'document.issued', { reason: 'both', evidence: 'scan-4' })
  assert.equal(proven.says('repair', '11:30'), 'open due 14:00')
  assert.deepEqual(spans(proven.fact('11:40', 'notice.delivered', { reason: 'both' }), '12:00'), ['both 11:40– 20 running'])
  const told = asked.fact('11:20', 'notice.delivered', { reason: 'both' })
  assert.deepEqual(spans(told.fact('11:50', 'form.filled', { reason: 'both', evidence: 'form-9' }), '12:00'), ['both 11:50– 10 running'])
})

test('evidence and notice given with the pause count from its beginning', () => {
  assert.deepEqual(spans(story.fact('11:00', 'ticket.paused', { reason: 'both', evidence: 'e', notice: true }), '11:30'), [
    'both 11:00– 30 running',
  ])
})

test('a demand that names a later instant is met then, one that names an earlier one with the fact itself', () => {
  const later = story.fact('11:00', 'ticket.paused', { reason: 'proven', evidenceAt: at('11:30') })
  assert.equal(later.says('repair', '11:29'), 'open due 14:00')
  assert.deepEqual(spans(later, '12:00'), ['proven 11:30– 30 running'])
  const early = story.fact('11:00', 'ticket.paused', { reason: 'proven', evidenceAt: '2026-09-30T10:15:00+08:00' })
  assert.deepEqual(spans(early, '12:00'), ['proven 11:00– 60 running'])
})

test('an empty proof is none', () => {
  for (const evidence of ['', null, false, []]) {
    assert.equal(story.fact('11:00', 'ticket.paused', { reason: 'proven', evidence }).says('repair', '12:00'), 'open due 14:00')
  }
})

test('a proof may name the pause instead of its reason, and a notice for another reason proves nothing', () => {
  const asked = story.fact('11:00', 'ticket.paused', { reason: 'told' })
  assert.deepEqual(spans(asked.fact('11:30', 'notice.delivered', { pause: 'f2' }), '12:00'), ['told 11:30– 30 running'])
  assert.deepEqual(spans(asked.fact('11:30', 'notice.delivered', { pause: 'f1' }), '12:00'), [])
  assert.deepEqual(spans(asked.fact('11:30', 'notice.delivered', { reason: 'wait' }), '12:00'), [])
  assert.deepEqual(spans(asked.fact('11:30', 'notice.delivered'), '12:00'), [])
})

test('a proof that comes after the pause was ended wakes nothing', () => {
  const ended = story.fact('11:00', 'ticket.paused', { reason: 'proven' }).fact('11:30', 'ticket.resumed')
  assert.equal(ended.fact('11:40', 'document.issued', { reason: 'proven', evidence: 'e' }).says('repair', '12:00'), 'open due 14:00')
})

test('the first proof stands: a second one moves nothing', () => {
  const proven = story.fact('11:00', 'ticket.paused', { reason: 'proven', evidence: 'a' })
  assert.deepEqual(spans(proven.fact('11:30', 'document.issued', { reason: 'proven', evidence: 'b' }), '12:00'), [
    'proven 11:00– 60 running',
  ])
})

test('a second proof that names a later instant does not put off the first', () => {
  const proven = story
    .fact('11:00', 'ticket.paused', { reason: 'both' })
    .fact('11:10', 'document.issued', { reason: 'both', evidence: 'a' })
    .fact('11:20', 'document.issued', { reason: 'both', evidence: 'b', evidenceAt: at('12:30') })
  assert.deepEqual(spans(proven.fact('11:30', 'notice.delivered', { reason: 'both' }), '12:00'), ['both 11:30– 30 running'])
})

test('a pause without a reason pauses nothing', () => {
  const unnamed: readonly Fact['data'][] = [{}, { reason: '' }, { reason: 7 }, { reason: null }]
  for (const data of unnamed) assert.equal(story.fact('11:00', 'ticket.paused', data).says('repair', '12:00'), 'open due 14:00')
})

// Limits -------------------------------------------------------------------------------------------------------------------

test('a limit counts from when the pause was asked for, not from its proof', () => {
  const text = { promises: { repair: { ...repair, pauses: ['slow'] } }, reasons: { slow: { evidence: true, limit: '1h' } } }
  const asked = given(text).fact('10:00', 'ticket.reported').fact('11:00', 'ticket.paused', { reason: 'slow' })
  const proven = asked.fact('11:40', 'document.issued', { reason: 'slow', evidence: 'e' })
  assert.deepEqual(spans(proven, '13:00'), ['slow 11:40–12:00 20 limit'])
  assert.deepEqual(spans(asked.fact('12:00', 'document.issued', { reason: 'slow', evidence: 'e' }), '13:00'), [], 'at its limit it is over')
  assert.deepEqual(spans(asked.fact('12:10', 'document.issued', { reason: 'slow', evidence: 'e' }), '13:00'), [])
})

test('a limit is counted in the calendar of the clock', () => {
  const office = given({ promises: { repair: { ...repair, calendar: 'office' } }, reasons })
    .fact('15:00', 'ticket.reported')
    .fact('16:30', 'ticket.paused', { reason: 'short' })
  assert.deepEqual(spans(office, '10-01 10:00'), ['short 16:30–10-01 09:30 60 limit'])
  assert.equal(office.says('repair', '10-01 10:00'), 'open due 10-01 12:00')
})

test('two pauses with limits end one after the other, and the clock goes on with the last', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'short' }).fact('11:30', 'ticket.paused', { reason: 'wait' })
  assert.deepEqual(spans(paused, '13:00'), ['short 11:00–12:00 60 limit', 'wait 11:30– 60 running'])
  assert.deepEqual(spans(paused.fact('12:30', 'ticket.resumed'), '13:00'), ['short 11:00–12:00 60 limit', 'wait 11:30–12:30 30 resumed'])
})

test('at the very instant of its limit a pause is over', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'short' })
  assert.equal(paused.obligation('repair', '11:59:59.999').state, 'paused')
  assert.equal(paused.obligation('repair', '12:00').state, 'open')
  assert.equal(paused.obligation('repair', '12:00').pausedMs, HOUR)
})

test('who resumes before the limit gets only what was paused', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'short' }).fact('11:15', 'ticket.resumed')
  assert.equal(paused.says('repair', '13:00'), 'open due 14:15')
})

test('a pause that ran into its limit may be asked for anew, with a limit of its own, once the old one is resumed', () => {
  const again = story
    .fact('11:00', 'ticket.paused', { reason: 'short' })
    .fact('12:10', 'ticket.resumed')
    .fact('12:30', 'ticket.paused', { reason: 'short' })
  assert.deepEqual(spans(again, '14:00'), ['short 11:00–12:00 60 limit', 'short 12:30–13:30 60 limit'])
  assert.equal(again.says('repair', '14:00'), 'open due 16:00')
})

// Resuming -----------------------------------------------------------------------------------------------------------------

test('resuming when nothing is paused, or for another reason, changes nothing', () => {
  assert.equal(story.fact('11:00', 'ticket.resumed').says('repair', '12:00'), 'open due 14:00')
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' })
  assert.equal(paused.fact('11:30', 'ticket.resumed', { reason: 'told' }).says('repair', '12:00'), 'paused due 15:00')
})

test('paused and resumed at one instant takes nothing out', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('11:00', 'ticket.resumed')
  assert.equal(paused.says('repair', '12:00'), 'open due 14:00')
  assert.equal(paused.obligation('repair', '12:00').pausedMs, 0)
})

test('a clock paused at the last millisecond has that millisecond left when it is resumed', () => {
  const paused = story.fact('13:59:59.999', 'ticket.paused', { reason: 'wait' }).fact('20:00', 'ticket.resumed')
  assert.equal(paused.says('repair', '20:00'), 'open due 20:00:00.001')
  assert.equal(paused.says('repair', '20:00:00.001'), 'broken at 20:00:00.001')
})

test('a ticket cancelled while it is paused ends the pause with it', () => {
  const cancelled = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('12:00', 'ticket.cancelled')
  assert.deepEqual(spans(cancelled, '20:00'), ['wait 11:00–12:00 60 closed'])
  assert.equal(cancelled.obligation('repair', '20:00').pausedMs, HOUR)
})

test('a waiver while it is paused ends the pause with it', () => {
  const waiver = { promise: 'repair', reason: '改约', evidence: 'e', role: 'lead' }
  const waived = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('12:00', 'obligation.waived', waiver)
  assert.equal(waived.says('repair', '20:00'), 'excused')
  assert.deepEqual(spans(waived, '20:00'), ['wait 11:00–12:00 60 closed'])
})

// Several clocks -------------------------------------------------------------------------------------------------------------

test('one pause stops only the clocks whose clauses name it', () => {
  const reply: ClauseText = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '2h' }
  const paused = given({ promises: { reply, repair }, reasons })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
  assert.deepEqual([paused.says('reply', '12:30'), paused.says('repair', '12:30')], ['broken at 12:00', 'paused due 15:30'])
})

test('a clock that opens during a pause is paused from its opening, by the reasons that it names', () => {
  const follow: ClauseText = { starts: 'visit.arrived', keptBy: 'visit.signed', within: '1h', pauses: ['wait'] }
  const paused = given({ promises: { repair, follow }, reasons })
    .fact('10:00', 'ticket.reported')
    .fact('10:30', 'ticket.paused', { reason: 'short' })
    .fact('10:40', 'ticket.paused', { reason: 'wait' })
    .fact('11:00', 'visit.arrived')
  assert.equal(paused.says('follow', '11:20'), 'paused due 12:20')
  assert.equal(paused.obligation('follow', '11:20').why.pauses.length, 1)
})

test('a share of the clock that is reached during a pause comes after it', () => {
  const warn: ClauseText = { starts: 'repair at 50%', keptBy: 'callback.made', within: '1h' }
  const paused = given({ promises: { repair, warn }, reasons })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('13:00', 'ticket.resumed')
  assert.equal(paused.says('warn', '12:30'), 'none')
  assert.equal(paused.says('warn', '14:00'), 'open due 15:00')
})

// Any cutting ----------------------------------------------------------------------------------------------------------------

type Cut = { readonly from: number; readonly length: number }
const cuts: fc.Arbitrary<readonly Cut[]> = fc.array(fc.record({ from: fc.nat(230), length: fc.integer({ min: 1, max: 90 }) }), {
  maxLength: 6,
})
const clockText = (minute: number) => `${10 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** One pause after the other, of one reason, none while another runs. */
function pausedAt(list: readonly Cut[]): { readonly told: Story; readonly total: number } {
  let told = story
  let total = 0
  let free = 0
  for (const { from, length } of list.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(from, free)
    if (begin - total >= 240) break
    told = told.fact(clockText(begin), 'ticket.paused', { reason: 'wait' }).fact(clockText(begin + length), 'ticket.resumed')
    total += length
    free = begin + length
  }
  return { told, total }
}

test('however a clock is paused and resumed, its due time has moved by what was paused in all', () => {
  fc.assert(
    fc.property(cuts, (list) => {
      const { told, total } = pausedAt(list)
      const last = told.facts.at(-1)!.occurredAt
      const seen = told.obligation('repair', clockOf(last)!)
      if (seen.state !== 'broken') assert.equal(seen.dueAt, at('14:00') + total * MIN)
      assert.equal(seen.pausedMs, total * MIN)
    }),
    RUNS,
  )
})

test('pauses for two reasons that overlap take out their union', () => {
  const minutes = fc.record({
    a: fc.nat(120),
    b: fc.nat(120),
    lengthA: fc.integer({ min: 1, max: 90 }),
    lengthB: fc.integer({ min: 1, max: 90 }),
  })
  fc.assert(
    fc.property(minutes, ({ a, b, lengthA, lengthB }) => {
      const events = [
        { at: a, type: 'ticket.paused', reason: 'wait' },
        { at: a + lengthA, type: 'ticket.resumed', reason: 'wait' },
        { at: b, type: 'ticket.paused', reason: 'proven' },
        { at: b + lengthB, type: 'ticket.resumed', reason: 'proven' },
      ] as const
      let told = story
      for (const one of events.toSorted((x, y) => x.at - y.at))
        told = told.fact(clockText(one.at), one.type, { reason: one.reason, evidence: 'e' })
      const overlap = Math.max(0, Math.min(a + lengthA, b + lengthB) - Math.max(a, b))
      const union = lengthA + lengthB - overlap
      assert.equal(told.obligation('repair', '13:31').pausedMs, union * MIN)
      assert.equal(told.obligation('repair', '13:31').dueAt, at('14:00') + union * MIN)
    }),
    RUNS,
  )
})

test('of pauses that are over the newest sixty-four are remembered: what a ticket waits for for years stays small', () => {
  const hours = Array.from({ length: 70 }, (_, index) => at('10:00') + (index + 1) * HOUR)
  const paused = hours.reduce(
    (told, when) =>
      told.fact(clockOf(when)!, 'ticket.paused', { reason: 'wait' }).fact(clockOf(when + 30 * MIN)!, 'ticket.resumed', { reason: 'wait' }),
    given({ promises: { repair: { ...repair, within: '400h' } }, reasons }).fact('10:00', 'ticket.reported'),
  )
  const { pauses } = paused.replayed('10-10 10:00').record.base
  assert.equal(pauses.length, 64)
  assert.equal(pauses[0]?.begunAt, hours[6])
})
