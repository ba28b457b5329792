import { test } from 'node:test'
import { demands, refuses } from './form-keys.testing.ts'
import type { Wrong } from './form-keys.testing.ts'

// What people write who read the language page in haste. Each mistake is told once, where it stands.

const RECURRING = `per: site
starts: contract.accepted
until: asset.scrapped
when: hours == "7x24"
every: 3mo
task: visit
kept-by: visit.done
checklist: [quarterly]
extra: [{months: [6, 12], checklist: annual}]
anchor: fixed
holiday: keep
calendar: desk
window: 10d
ahead: 14d
same-expert: true
agreed-by: customer
approved-by: customer
pauses: [flood]
excuses: [flood]
on-broken: [{escalate: service-manager}]`

const WRONG_RECURRING: readonly Wrong[] = [
  ['per', 'yard', 'per bad-choice'],
  ['per', 'component', 'per per-component'],
  ['starts', '', 'starts null-value'],
  ['starts', 'acceptance', 'starts bad-event'],
  ['starts', 'contract.acepted', 'starts unknown-fact-near'],
  ['until', 'nothing.end', 'until unknown-cover'],
  ['until', '', 'until null-value'],
  ['when', 'weather == "rain"', 'when condition-unknown-field'],
  ['every', '', 'every null-value'],
  ['every', '3', 'every bad-value'],
  ['every', '-3mo', 'every bad-value'],
  ['every', 'often', 'every bad-value'],
  ['every', '1.5mo', 'every bad-value'],
  ['on', '{months: [3], days: 11-20}', 'schedule-one'],
  ['times', '{min: 2, per: 1y}', 'schedule-one'],
  ['phases', '[{weeks: 1-4, every: 1w}]', 'schedule-one'],
  ['task', 'drive', 'task bad-choice'],
  ['task', '', 'task null-value'],
  ['kept-by', 'done', 'kept-by bad-event'],
  ['kept-by', 'visit.dine', 'kept-by unknown-fact-near'],
  ['checklist', '', 'checklist null-value'],
  ['checklist', '[Quarterly]', 'checklist[0] bad-value'],
  ['checklist', '{quarterly: yes}', 'checklist bad-value'],
  ['extra', '[{months: 6, checklist: annual}]', 'extra[0].months not-a-list'],
  ['extra', '[{months: [0], checklist: annual}]', 'extra[0].months[0] bad-value'],
  ['extra', '[{months: [6]}]', 'extra[0] missing-key'],
  ['extra', '[{months: [6], checklist: [annual]}]', 'extra[0].checklist bad-value'],
  ['extra', 'annual', 'extra not-a-list'],
  ['anchor', 'floating-ish', 'anchor bad-choice'],
  ['holiday', 'skip', 'holiday bad-choice'],
  ['calendar', 'night', 'calendar unknown-calendar'],
  ['calendar', '', 'calendar null-value'],
  ['calendar', '{by: hours, 5x8: desk}', 'calendar missing-row'],
  ['calendar', '{by: hours, 5x8: desk, 7x24: night}', 'calendar.7x24 unknown-calendar'],
  ['window', 'ten days', 'window bad-value'],
  ['ahead', '-1d', 'ahead bad-value'],
  ['same-expert', '"yes"', 'same-expert bad-value'],
  ['same-expert', '', 'same-expert null-value'],
  ['agreed-by', 'vendor', 'agreed-by bad-choice'],
  ['approved-by', 'engineer', 'approved-by bad-choice'],
  ['pauses', '[war]', 'pauses[0] unknown-reason'],
  ['excuses', 'war', 'excuses not-a-list'],
  ['on-broken', '[{escalate: }]', 'on-broken[0].escalate null-value'],
  ['within', '4h', 'within unknown-key'],
  ['tasks', 'visit', 'tasks unknown-key-near'],
]

const LEVEL = `per: model
measure: count ticket.reported where type == "fault"
over: month
starts: contract.accepted
until: asset.scrapped
at-least: 1
at-most: 3
target: 2
calendar: always
ignores: [flood]
excuses: [flood]
on-broken: [{escalate: service-manager}]`

const WRONG_LEVEL: readonly Wrong[] = [
  ['per', 'fleet', 'per bad-choice'],
  ['per', 'call', 'per per-call'],
  ['measure', '', 'measure null-value'],
  ['measure', 'faults', 'measure bad-value'],
  ['measure', 'count faults', 'measure bad-value'],
  ['measure', 'count ticket.reported +', 'measure bad-value'],
  ['measure', 'time ticket.reported', 'measure bad-value'],
  ['measure', 'count ticket.reported where colour == "red"', 'measure condition-unknown-field'],
  ['measure', 'mean of survey.answered', 'measure bad-value'],
  ['measure', '[1, 2]', 'measure bad-value'],
  ['over', '', 'over null-value'],
  ['over', 'weekly', 'over bad-value'],
  ['over', '30', 'over bad-value'],
  ['starts', 'soon', 'starts bad-event'],
  ['until', 'nothing.end', 'until unknown-cover'],
  ['at-least', 'many', 'at-least bad-value'],
  ['at-least', '-1', 'at-least bad-value'],
  ['at-least', '1/3', 'at-least bad-value'],
  ['at-least', '{by: grade, major: 1}', 'at-least missing-row'],
  ['at-least', '', 'at-least null-value'],
  ['at-most', '3 percent', 'at-most bad-value'],
  ['at-most', '{major: 1}', 'at-most table-without-by'],
  ['target', 'much', 'target bad-value'],
  ['calendar', 'night', 'calendar unknown-calendar'],
  ['ignores', '[war]', 'ignores[0] unknown-reason'],
  ['ignores', 'flood', 'ignores not-a-list'],
  ['excuses', '[war]', 'excuses[0] unknown-reason'],
  ['on-broken', 'lead', 'on-broken not-a-list'],
  ['within', '4h', 'within unknown-key'],
  ['atmost', '3', 'atmost unknown-key-near'],
]

test('each key of a recurring promise refuses what it cannot be, at its place', () => refuses('recurring', RECURRING, WRONG_RECURRING))

test('a recurring promise without what it cannot do without is told by the missing key', () =>
  demands('recurring', RECURRING, ['starts', 'task']))

test('each key of a level refuses what it cannot be, at its place', () => refuses('level', LEVEL, WRONG_LEVEL))

test('a level without what it cannot do without is told by the missing key', () => demands('level', LEVEL, ['measure', 'over']))
