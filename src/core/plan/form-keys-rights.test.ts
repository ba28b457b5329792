import { test } from 'node:test'
import { demands, refuses } from './form-keys.testing.ts'
import type { Wrong } from './form-keys.testing.ts'

// What people write who read the language page in haste. Each mistake is told once, where it stands.

const COVER = `per: asset
starts: asset.accepted
term: 24mo
replaced-part: remainder
excludes: [flood]
gives: [free-repair]
until: asset.scrapped
when: type == "fault"`

const WRONG_COVER: readonly Wrong[] = [
  ['per', 'planet', 'per bad-choice'],
  ['per', 'component', 'per per-component'],
  ['per', 'call', 'per per-call'],
  ['per', '', 'per null-value'],
  ['per', '[asset]', 'per bad-choice'],
  ['starts', '', 'starts null-value'],
  ['starts', 'soon', 'starts bad-event'],
  ['starts', 'asset.acepted', 'starts unknown-fact-near'],
  ['starts', 'asset.vanished', 'starts unknown-fact'],
  ['starts', '{all: []}', 'starts.all bad-event'],
  ['starts', '{any: [asset.accepted]}', 'starts bad-event'],
  ['starts', 'nothing.ended', 'starts unknown-promise'],
  ['starts', 'reply.ended', 'starts wrong-state'],
  ['starts', 'extra.kept', 'starts wrong-state'],
  ['starts', 'nothing.end', 'starts unknown-cover'],
  ['starts', 'asset.accepted where colour == "red"', 'starts condition-unknown-field'],
  ['starts', 'asset.accepted where kind', 'starts condition-not-yes-or-no'],
  ['term', '', 'term null-value'],
  ['term', '24', 'term bad-value'],
  ['term', '-2mo', 'term bad-value'],
  ['term', 'forever', 'term bad-value'],
  ['term', '{longer-of: 24mo}', 'term.longer-of not-a-list'],
  ['term', '{longer-of: [24mo]}', 'term.longer-of bad-value'],
  ['term', '{longer-of: [24mo, soon]}', 'term.longer-of[1] bad-value'],
  ['term', '{longest-of: [24mo, 12mo]}', 'term bad-value'],
  ['term', '{by: grade, major: 24mo}', 'term missing-row'],
  ['term', '{by: colour, red: 24mo}', 'term unknown-dimension'],
  ['term', '{by: grade, major: 24mo, general: 12mo, minor: 6mo}', 'term.minor unknown-row'],
  ['term', '{major: 24mo}', 'term bad-value'],
  ['term', '[24mo]', 'term bad-value'],
  ['replaced-part', '', 'replaced-part null-value'],
  ['replaced-part', 'new', 'replaced-part bad-choice'],
  ['replaced-part', '{add: soon}', 'replaced-part.add bad-value'],
  ['replaced-part', '{restart: 12mo}', 'replaced-part bad-value'],
  ['replaced-part', '{add: 12mo, longer-of: 6mo}', 'replaced-part.longer-of unknown-key'],
  ['replaced-part', '[restart]', 'replaced-part bad-choice'],
  ['excludes', 'flood', 'excludes not-a-list'],
  ['excludes', '[war]', 'excludes[0] unknown-reason'],
  ['excludes', '[Flood]', 'excludes[0] bad-value'],
  ['excludes', '{flood: yes}', 'excludes not-a-list'],
  ['gives', 'free-repair', 'gives not-a-list'],
  ['gives', '[Free Repair]', 'gives[0] bad-value'],
  ['gives', '', 'gives null-value'],
  ['until', '', 'until null-value'],
  ['until', 'never', 'until bad-event'],
  ['until', 'asset.scraped', 'until unknown-fact-near'],
  ['until', 'nothing.end + 3d', 'until unknown-cover'],
  ['when', '', 'when null-value'],
  ['when', 'colour == "red"', 'when condition-unknown-field'],
  ['when', 'type ==', 'when condition-broken'],
  ['when', 'type', 'when condition-not-yes-or-no'],
  ['when', 'now() > 3', 'when condition-broken'],
  ['within', '4h', 'within unknown-key'],
  ['on-broken', '[{escalate: lead}]', 'on-broken unknown-key'],
  ['terms', '24mo', 'terms unknown-key-near'],
]

const GATE = `per: ticket
before: ticket.closed
needs: visit.signed
allows: confirmed == true
when: type == "fault"
waive: service-manager
on-broken: [{escalate: service-manager}]`

const WRONG_GATE: readonly Wrong[] = [
  ['per', 'world', 'per bad-choice'],
  ['per', 'component', 'per per-component'],
  ['needs', '', 'needs null-value'],
  ['needs', 'a signature', 'needs bad-event'],
  ['needs', 'visit.sined', 'needs unknown-fact-near'],
  ['needs', '{all: visit.signed}', 'needs.all bad-event'],
  ['needs', 'visit.signed where colour == "blue"', 'needs condition-unknown-field'],
  ['needs', '[]', 'needs bad-event'],
  ['allows', '', 'allows null-value'],
  ['allows', 'colour == "red"', 'allows condition-unknown-field'],
  ['allows', 'confirmed ==', 'allows condition-broken'],
  ['allows', 'type', 'allows condition-not-yes-or-no'],
  ['allows', '[confirmed]', 'allows bad-value'],
  ['when', '', 'when null-value'],
  ['when', 'weather == "rain"', 'when condition-unknown-field'],
  ['waive', '', 'waive null-value'],
  ['waive', 'Service Manager', 'waive bad-value'],
  ['waive', '[service-manager]', 'waive bad-value'],
  ['on-broken', 'service-manager', 'on-broken not-a-list'],
  ['on-broken', '[service-manager]', 'on-broken[0] not-a-map'],
  ['on-broken', '[{escalate: }]', 'on-broken[0].escalate null-value'],
  ['within', '4h', 'within unknown-key'],
  ['need', 'visit.signed', 'need unknown-key-near'],
]

const RULE = `per: ticket
on: work.failed
when: type == "fault"
times: 2
same: [asset, problem]
unless: work.succeeded
once: event
then: [{notify: customer}]`

const WRONG_RULE: readonly Wrong[] = [
  ['per', 'all', 'per bad-choice'],
  ['per', 'call', 'per per-call'],
  ['on', '', 'on null-value'],
  ['on', 'failure', 'on bad-event'],
  ['on', 'work.faild', 'on unknown-fact-near'],
  ['on', 'work.failed where colour == "red"', 'on condition-unknown-field'],
  ['on', 'missing.broken', 'on unknown-promise'],
  ['when', '', 'when null-value'],
  ['when', 'weather == "rain"', 'when condition-unknown-field'],
  ['times', '0', 'times bad-value'],
  ['times', '1.5', 'times bad-value'],
  ['times', 'twice', 'times bad-value'],
  ['times', '', 'times null-value'],
  ['same', 'asset', 'same not-a-list'],
  ['same', '[Asset]', 'same[0] bad-value'],
  ['same', '[]x', 'yaml-flow'],
  ['same', '["part serial"]', 'same[0] bad-value'],
  ['unless', '', 'unless null-value'],
  ['unless', 'success', 'unless bad-event'],
  ['unless', 'work.suceeded', 'unless unknown-fact-near'],
  ['once', 'day', 'once bad-choice'],
  ['once', '', 'once null-value'],
  ['then', '', 'then null-value'],
  ['then', 'notify', 'then not-a-list'],
  ['then', '[notify]', 'then[0] not-a-map'],
  ['then', '[{}]', 'then[0] effect-one'],
  ['then', '[{notify: customer, escalate: lead}]', 'then[0] effect-one'],
  ['then', '[{notify: Customer}]', 'then[0].notify bad-value'],
  ['then', '[{notify: }]', 'then[0].notify null-value'],
  ['then', '[{extend: reply, by: 60d}]', 'then[0].extend unknown-cover'],
  ['then', '[{extend: nothing, by: 60d}]', 'then[0].extend unknown-cover'],
  ['then', '[{restart: reply}]', 'then[0].restart unknown-cover'],
  ['then', '[{notify: customer, by: 60d}]', 'then[0] effect-one'],
  ['then', '[{notify: customer, of: contract-price}]', 'then[0] effect-one'],
  ['then', '[{notify: customer, owner: lead}]', 'then[0] effect-one'],
  ['then', '[{credit: much}]', 'then[0].credit bad-value'],
  ['then', '[{credit: -5}]', 'then[0].credit bad-value'],
  ['then', '[{credit: "1.005"}]', 'then[0].credit bad-value'],
  ['then', '[{deduct: 1%}]', 'then[0] missing-key'],
  ['then', '[{count-as-not-done: nothing}]', 'then[0].count-as-not-done unknown-promise'],
  ['then', '[{count-as-not-done: replyy}]', 'then[0].count-as-not-done unknown-promise-near'],
  ['then', '[{require-form: nothing}]', 'then[0].require-form unknown-form'],
  ['then', '[{open-task: Call Back}]', 'then[0].open-task bad-value'],
  ['then', '[{entitle: }]', 'then[0].entitle null-value'],
  ['then', '[{demand: a loaner}]', 'then[0].demand bad-value'],
  ['within', '4h', 'within unknown-key'],
  ['effects', '[{notify: customer}]', 'effects unknown-key'],
]

test('each key of a cover refuses what it cannot be, at its place', () => refuses('cover', COVER, WRONG_COVER))

test('a cover without what it cannot do without is told by the missing key', () => demands('cover', COVER, ['starts', 'term']))

test('each key of a gate refuses what it cannot be, at its place', () => refuses('gate', GATE, WRONG_GATE))

test('a gate without what it cannot do without is told by the missing key', () => demands('gate', GATE, ['before']))

test('each key and each effect of a rule refuses what it cannot be, at its place', () => refuses('rule', RULE, WRONG_RULE))

test('a rule without what it cannot do without is told by the missing key', () => demands('rule', RULE, ['on', 'then']))
