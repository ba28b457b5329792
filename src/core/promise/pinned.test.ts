import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactSource } from '../fact.ts'
import { isFactType } from '../fact.ts'
import { at, clockOf, describe, plan } from './given.testing.ts'
import { STORIES_1 } from './pinned-1.testing.ts'
import { STORIES_2 } from './pinned-2.testing.ts'
import { END, troubledHistories } from './random.testing.ts'
import { replay } from './record.ts'

/**
 * Records that have been believed once, pinned word by word. An engine that judged these stories otherwise would contradict every ledger in the field:
 * a change here is a change of what was promised, and needs a reason that can be told to a customer. The stories stand as text, so that they do not
 * depend on how they were once found (at random).
 */
const bound = plan({
  gradeBy: 'staff',
  reasons: { wait: {}, proven: { evidence: true }, short: { limit: '1h' }, storm: { evidence: true } },
  promises: {
    p0: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min', onBroken: [{ escalate: 'lead' }] },
    p1: {
      starts: 'ticket.reported',
      keptBy: 'visit.arrived',
      within: { by: 'zone', city: '2h', else: '4h' },
      unless: 'remote.solved',
      pauses: ['wait'],
      onBroken: [{ escalate: 'lead' }],
    },
    p2: {
      starts: 'p1.done',
      keptBy: 'ticket.restored',
      within: { by: 'grade', major: '4h', general: '2h' },
      calendar: 'office',
      pauses: ['wait', 'proven', 'short'],
      excuses: ['storm'],
      reopen: 'resume',
    },
    p3: { starts: 'p2 at 50%', keptBy: 'ticket.accepted', within: '1h', regrade: 'restart' },
    p4: {
      starts: ['p0.broken', 'ticket.closed + 1h'],
      keptBy: 'ticket.restored',
      within: { by: 'grade', major: '1wd', general: 'none' },
      calendar: 'office',
      onBroken: [{ escalate: 'service-manager' }],
    },
  },
})

/** `10:05 → 11:05 hand lin ticket.paused {"reason":"wait"}`: when it happened, when it was recorded, how, by whom. */
function factLine(fact: Fact): string {
  return `${clockOf(fact.occurredAt)} → ${clockOf(fact.recordedAt)} | ${fact.source} ${fact.by} ${fact.type} ${JSON.stringify(fact.data)}`
}

function readLine(line: string, index: number): Fact {
  const [, occurred, recorded, source, by, type, data] = /^(.*) → (.*) \| (\S+) (\S+) (\S+) (.*)$/.exec(line)!
  assert.ok(isFactType(type!), line)
  return {
    id: `f${index + 1}`,
    seq: index + 1,
    subject: 'ticket/T1',
    also: [],
    type,
    occurredAt: at(occurred!),
    recordedAt: at(recorded!),
    source: source as FactSource,
    by,
    data: JSON.parse(data!) as Fact['data'],
  }
}

function told(facts: readonly Fact[]): string[] {
  const { beliefs, effects } = replay(bound, facts, { asOf: END, subject: 'ticket/T1' })
  const lines = beliefs.map(
    (line) => `  ${clockOf(line.at)} ${line.promise}/${line.episode} ${describe(line)}${line.provisional ? ' provisional' : ''}`,
  )
  return [
    ...lines,
    ...effects.map((effect) => `  ${clockOf(effect.at)} ${effect.kind} ${effect.promise}/${effect.episode} to ${effect.to}`),
  ]
}

function write(): void {
  const stories = fc.sample(troubledHistories, { numRuns: 90, seed: 20260930 }).filter((facts) => facts.length >= 8)
  const texts = stories.map((facts, index) => [`# story ${index + 1}`, ...facts.map(factLine), ...told(facts)].join('\n'))
  for (const [part, from] of [0, 16].entries()) {
    const text = `/** Stories, and under each what was believed and sent; written by pinned.test.ts, read by people. */\nexport const STORIES_${part + 1} = \`\n${texts.slice(from, from + 16).join('\n')}\n\`\n`
    writeFileSync(new URL(`./pinned-${part + 1}.testing.ts`, import.meta.url), text)
  }
}

if (process.env.NUOXING_WRITE_PINNED) write()

for (const story of `${STORIES_1}${STORIES_2}`.split('# ').slice(1)) {
  const [name, ...lines] = story.trimEnd().split('\n')
  const facts = lines.filter((line) => !line.startsWith('  ')).map(readLine)
  test(`what was believed of ${name} is believed again`, () => {
    assert.deepEqual(
      told(facts),
      lines.filter((line) => line.startsWith('  ')),
    )
  })
}
