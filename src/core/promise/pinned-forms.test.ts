import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactSource, Subject } from '../fact.ts'
import { isFactType } from '../fact.ts'
import { concerns } from './fold.ts'
import { at, clockOf, describe } from './given.testing.ts'
import { END, naming, owners, timely, troubled } from './mixed-histories.testing.ts'
import { clausesOf, planFrom, plans } from './mixed.testing.ts'
import { STORIES_1 } from './pinned-forms-1.testing.ts'
import { STORIES_2 } from './pinned-forms-2.testing.ts'
import { STORIES_3 } from './pinned-forms-3.testing.ts'
import { STORIES_4 } from './pinned-forms-4.testing.ts'
import { STORIES_5 } from './pinned-forms-5.testing.ts'
import { STORIES_6 } from './pinned-forms-6.testing.ts'
import { STORIES_7 } from './pinned-forms-7.testing.ts'
import { STORIES_8 } from './pinned-forms-8.testing.ts'
import { replay } from './record.ts'
import type { BoundPlan, Obligation } from './types.ts'

/**
 * Records under plans of all six forms, pinned word by word as those of `pinned.test.ts` are: what a ledger in the field has believed once is believed
 * again by every later engine. A story is its owner and clauses, its facts, then (with two blanks) what was believed and sent, and why at the end of all.
 */
type Story = { readonly bound: BoundPlan; readonly subject: Subject; readonly facts: readonly Fact[] }

const PARTS = [STORIES_1, STORIES_2, STORIES_3, STORIES_4, STORIES_5, STORIES_6, STORIES_7, STORIES_8]
const MOST_LINES = 390

/** `02-01 09:00 → 02-03 09:00 | hand lin ticket/T1,asset/A1 visit.done {"by":"customer"}`: when it happened, was recorded, how, by whom, about what. */
function factLine({ occurredAt, recordedAt, source, by, subject, also, type, id, data }: Fact): string {
  const about = [subject, ...also].join(',')
  return `${clockOf(occurredAt)} → ${clockOf(recordedAt)} | ${id} ${source} ${by} ${about} ${type} ${JSON.stringify(data)}`
}

function readFact(line: string, index: number): Fact {
  const [, occurred, recorded, id, source, by, about, type, data] = /^(.*) → (.*) \| (\S+) (\S+) (\S+) (\S+) (\S+) (.*)$/.exec(line)!
  assert.ok(isFactType(type!), line)
  const [subject, ...also] = about!.split(',') as [Subject, ...Subject[]]
  const when = { occurredAt: at(occurred!), recordedAt: at(recorded!) }
  return {
    id: id!,
    seq: index + 1,
    subject,
    also,
    type,
    ...when,
    source: source as FactSource,
    by,
    data: JSON.parse(data!) as Fact['data'],
  }
}

/** Why it is so, as far as it is more than the lines of the record say. */
function reasons({ promise, episode, evidence, pausedMs, targetAt, why }: Obligation): string {
  const { anchor, dimensions, pauses, plainDueAt, withinMs, usedMs, leftMs, provisional, notes, detail, calendar } = why
  const rows = Object.entries(dimensions).map(([id, { value }]) => `${id}=${value}`)
  const gaps = pauses.map(({ reason, from, until, ms, endedBy }) => [reason, clockOf(from), clockOf(until), ms, endedBy])
  const said = notes.map(({ kind, at: noted, fact, params }) => [kind, clockOf(noted), fact, params])
  const sums = { withinMs, usedMs, leftMs, pausedMs, provisional, plainDue: clockOf(plainDueAt), target: clockOf(targetAt) }
  const from = [anchor.event, clockOf(anchor.at), anchor.fact, calendar.id]
  return `  = ${promise}/${episode} ${JSON.stringify({ from, evidence, rows, gaps, notes: said, detail, ...sums })}`
}

function told({ bound, subject, facts }: Story): string[] {
  const { beliefs, effects, obligations } = replay(bound, facts, { asOf: END, subject })
  return [
    ...beliefs.map((one) => `  ${clockOf(one.at)} ${one.promise}/${one.episode} ${describe(one)}${one.provisional ? ' provisional' : ''}`),
    ...effects.map(
      ({ at: sent, kind, key, to, params, of }) => `  ${clockOf(sent)} ${kind} ${key} to ${to} ${JSON.stringify({ params, of })}`,
    ),
    ...obligations.map(reasons),
  ]
}

function storyText(story: Story, name: string): string {
  return [`# ${name} ${story.subject}`, clausesOf(story.bound).trimEnd(), ...story.facts.map(factLine), ...told(story)].join('\n')
}

/** Found at random: stories in which something came about, the shorter ones, and such that every clause and every kind of fact is told often enough. */
function found(): Story[] {
  const story = (histories: typeof timely, numRuns: number, seed: number) =>
    fc.sample(
      plans.chain((bound) =>
        fc.tuple(owners(bound), histories).map(([subject, all]): Story => {
          const facts = naming(all, subject).filter((fact) => concerns(bound, subject, fact))
          return { bound, subject, facts: facts.map((fact, index) => ({ ...fact, seq: index + 1 })) }
        }),
      ),
      { numRuns, seed },
    )
  const all = [...story(timely, 2500, 20260930), ...story(troubled, 2500, 20261001)]
  const often = new Map<string, number>()
  const chosen: Story[] = []
  for (const one of all) {
    const lines = told(one)
    if (lines.length < 6 || lines.length > 36) continue
    const words = lines
      .filter((line) => !line.startsWith('  ='))
      .map((line) => line.replace(/^\s+(\d\S+ )?\S+ /, '').replaceAll(/\d\S*/g, ''))
    const news = new Set([...words, ...lines.flatMap((line) => line.match(/\["[a-z-]+",/g) ?? [])])
    const fresh = [...news].filter((word) => (often.get(word) ?? 0) < 3)
    // Of tickets and visits less is said in one story than of a contract.
    if (fresh.length < (/^(contract|asset)/.test(one.subject) ? 4 : 2)) continue
    for (const word of news) often.set(word, (often.get(word) ?? 0) + 1)
    chosen.push(one)
  }
  return chosen
}

function write(): void {
  const files: string[][] = [[]]
  for (const [index, story] of found().entries()) {
    const text = storyText(story, `story ${index + 1}`).split('\n')
    if (files.at(-1)!.length + text.length > MOST_LINES) files.push([])
    files.at(-1)!.push(...text)
  }
  for (const [index] of PARTS.entries()) {
    const lines = files[index] ?? []
    const text = `/** Written by pinned-forms.test.ts, read by people. */\nexport const STORIES_${index + 1} = String.raw\`\n${lines.join('\n')}\n\`\n`
    writeFileSync(new URL(`./pinned-forms-${index + 1}.testing.ts`, import.meta.url), text)
  }
  console.log(files.length, 'files')
}

if (process.env.NUOXING_WRITE_PINNED) write()

for (const text of PARTS.join('').split('# ').slice(1)) {
  const [head, ...lines] = text.trimEnd().split('\n')
  const [subject] = head!.split(' ').slice(-1) as [Subject]
  const clauses = lines.filter((line) => /^ {2}[a-z]+: \{/.test(line))
  const facts = lines.filter((line) => line.includes(' → ') && !line.startsWith(' ')).map(readFact)
  test(`what was believed of ${head} is believed again`, () => {
    const bound = planFrom(clauses.map((line) => `${line}\n`).join(''))
    assert.deepEqual(told({ bound, subject, facts }), lines.slice(clauses.length + facts.length))
  })
}
