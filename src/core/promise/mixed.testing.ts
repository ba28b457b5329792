import fc from 'fast-check'
import { boundFrom } from './from-yaml.testing.ts'
import { at } from './given.testing.ts'
import type { BoundPlan } from './types.ts'

/** Random plans of all six forms, as a plan file writes them. Their histories stand in `mixed-histories.testing.ts`. */

const HEAD = `plan: mixed
title: 综合服务承诺
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:00-17:00"]}, holidays: CN}
  desk: {weekly: {mon-sun: ["09:00-17:00"]}}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
zones: [{id: city, name: 市区}, {id: county, name: 郊县}]
dimensions:
  class: {values: [core, edge], set-by: asset}
reasons:
  wait: {name: 客户改期, limit: 2d}
  proven: {name: 台风, evidence: required}
  told: {name: 停电, notice: customer}
roles:
  lead: {name: 项目负责人, side: vendor}
  service-manager: {name: 服务经理, side: vendor}
charges:
  - {when: cause == "human-damage", parts: list, labour: free}
  - {when: cover == "equipment", parts: free, labour: free}
  - {parts: list, labour: list}
promises:
`

type Text = fc.Arbitrary<string>

const among = (...choices: readonly string[]): Text => fc.constantFrom(...choices)
/** Keys of a flow map, each there or not; joined by commas. */
const keys = (always: string, ...more: readonly Text[]): Text =>
  fc.tuple(...more.map((text) => fc.option(text, { nil: '' }))).map((list) => [always, ...list].filter((part) => part !== '').join(', '))
const filled = (template: string, ...parts: readonly Text[]): Text =>
  fc.tuple(...parts).map((list) => template.replaceAll(/#(\d)/g, (_, place: string) => list[Number(place)]!))

const hours = among('20min', '1h', '4h', '24h')
const days = among('1d', '3d', '2wd', '0.5wd', '1w', '1mo')
const limit = fc.oneof(
  { weight: 4, arbitrary: hours },
  { weight: 2, arbitrary: days },
  { weight: 1, arbitrary: among('travel + 2h', 'unstated', 'none') },
)
const table: Text = fc.oneof(
  { weight: 3, arbitrary: limit },
  { weight: 2, arbitrary: filled('{by: grade, major: #0, general: #1}', limit, limit) },
  { weight: 1, arbitrary: filled('{by: zone, city: {by: grade, major: #0, general: #1}, else: #2}', limit, limit, limit) },
  { weight: 1, arbitrary: filled('{by: cover, equipment: #0, else: #1}', limit, limit) },
)
const calendar = among('calendar: always', 'calendar: office', 'calendar: desk')
const pauses = among('pauses: [wait]', 'pauses: [wait, proven]', 'pauses: [told]')
const excuses = among('excuses: [proven]', 'excuses: [proven, told]')
const broken = among('on-broken: [{escalate: lead}]', 'on-broken: [{escalate: lead}, {escalate: service-manager}]')
const tails = [calendar, pauses, excuses, broken] as const

function deadline(opening: Text, keptBy: string, ...more: readonly Text[]): Text {
  return filled('{deadline: {#0, #1}}', opening, keys(`kept-by: ${keptBy}`, ...tails, ...more))
}
const started = (text: Text, limits: Text = limit): Text => filled('starts: #0, within: #1', text, limits)
const regrade = among('regrade: restart', 'regrade: keep', 'regrade: retroactive')
const reopen = among('reopen: resume', 'reopen: new')

const every = among('every: 1w', 'every: 1mo', 'every: 2mo', 'every: 3mo', 'every: 10d')
const schedule: Text = fc.oneof(
  { weight: 5, arbitrary: every },
  // Only what has no dates of its own can be counted from the last one done.
  { weight: 1, arbitrary: every.map((text) => `${text}, anchor: floating`) },
  { weight: 1, arbitrary: among('on: {months: [3, 4, 5, 6], days: 11-20}', 'on: {months: [2, 4, 6, 8, 10, 12], days: 31}') },
  { weight: 1, arbitrary: among('times: 2, per-period: 3mo', 'times: {min: 1, max: 2, per: 2mo, spacing: 10d}') },
  {
    weight: 1,
    arbitrary: among('phases: [{weeks: 1-4, every: 1w, people: 2-3}, {months: 2-, every: 1mo, checklist: [deep]}]'),
  },
)
const seasons = [
  among('holiday: next-workday, calendar: office', 'holiday: previous-workday, calendar: office', 'calendar: office'),
  among('ahead: 20d', 'ahead: 2d', 'window: 10d'),
  among('checklist: [basic]', 'same-expert: true'),
  among('agreed-by: customer', 'approved-by: customer'),
  pauses,
  excuses,
  broken,
] as const
const recurring = (head: string, ends: Text, ...more: readonly Text[]): Text =>
  filled('{recurring: {#0, #1}}', schedule, keys(head, ends, ...seasons, ...more))

const over = among('month', 'quarter', 'year', 'contract-year', '30d', 'now')
const level = (measure: string, bound: Text, head: string): Text =>
  filled(`{level: {measure: '${measure}', #0, over: #1, #2}}`, bound, over, keys(head, broken, calendar))
const ofContract = 'per: contract, starts: contract.accepted'

const does = fc
  .subarray(['{notify: customer}', '{entitle: replacement}', '{credit: "100.00"}', '{open-task: apology, owner: lead}'], { minLength: 1 })
  .map((list) => `then: [${list.join(', ')}]`)

/** Each clause by its name, and the clauses that it hangs on. */
export const CLAUSES: Readonly<Record<string, readonly [text: Text, ...needs: readonly string[]]>> = {
  reply: [deadline(started(among('ticket.reported'), table), 'ticket.replied', regrade, among('target: 10min')), 'equipment'],
  arrive: [
    deadline(
      started(among('ticket.reported', '\'ticket.reported where type == "fault"\''), table),
      'visit.arrived',
      among('unless: remote.solved'),
      regrade,
    ),
    'equipment',
  ],
  repair: [
    deadline(
      started(among('arrive.done', 'arrive.kept', 'arrive.broken + 2h', '{all: [arrive.done, reply.done]}'), table),
      'ticket.restored',
      reopen,
    ),
    'arrive',
    'reply',
  ],
  nearly: [deadline(started(among('reply at 80%', 'reply at 50%')), 'ticket.accepted'), 'reply'],
  after: [deadline(among('due: arrive.due + 1d', 'due: arrive.due'), '[form.filled, ticket.closed]'), 'arrive'],
  signed: [deadline(started(among('visit.done'), days), 'visit.signed', among('per: visit'))],
  minutes: [
    deadline(started(among('training.held', '[training.held, document.issued]'), days), 'report.delivered', among('per: contract')),
  ],
  inspect: [
    deadline(filled('per: asset, #0', started(among('asset.tested', "'asset.tested where passed == false'"), days)), 'asset.reconnected'),
  ],
  letter: [
    deadline(
      filled(
        'per: contract, #0',
        started(among('contract.accepted', 'contract.accepted + 3d', '{all: [contract.accepted, contract.signed]}'), days),
      ),
      'document.issued',
    ),
  ],
  renewal: [
    deadline(
      among('per: contract, due: equipment.end - 10d', 'per: asset, due: equipment.end - 10d', 'per: asset, due: equipment.end'),
      '\'notice.delivered where kind == "renewal"\'',
    ),
    'equipment',
  ],
  farewell: [
    deadline(
      started(among('equipment.end - 10d', 'equipment.end', 'equipment.ended', 'equipment.started + 1mo', 'equipment.extended'), days),
      'document.issued',
      among('per: asset', 'per: contract'),
    ),
    'equipment',
  ],
  patrol: [
    recurring('per: contract, starts: contract.accepted, task: visit', among('until: equipment.end', 'until: contract.ended')),
    'equipment',
  ],
  upkeep: [
    recurring('per: asset, starts: asset.accepted, task: test', among('until: equipment.end', 'until: asset.scrapped')),
    'equipment',
  ],
  lessons: [recurring('per: site, starts: asset.handed-over, task: training', among('until: asset.scrapped'))],
  protocol: [
    deadline(started(among('patrol.done', 'patrol.broken', 'patrol.opened'), days), 'report.delivered', among('per: contract')),
    'patrol',
  ],
  downtime: [
    level(
      'time ticket.reported to ticket.restored',
      among('at-most: 8', 'at-most: 100', 'at-most: {by: class, core: 4, else: 50}'),
      ofContract,
    ),
  ],
  faults: [level('count ticket.reported / count asset.accepted', among('at-most: 2', 'target: 1'), 'per: model')],
  pleased: [level('mean score of survey.answered', among('at-least: 60', 'at-least: 60, target: 90'), ofContract)],
  spares: [level('stock.on-hand / count asset.accepted', among('at-least: 50%', 'at-least: 1'), ofContract)],
  visited: [level('count visit.done', among('at-least: 1', 'at-least: 1, at-most: 3'), 'per: asset, starts: asset.accepted')],
  equipment: [
    filled(
      '{cover: {per: asset, starts: #0, term: #1, replaced-part: #2, excludes: [proven], #3}}',
      among('asset.accepted', '[asset.accepted, asset.handed-over]', '{all: [asset.accepted, asset.handed-over]}'),
      among('2mo', '10d', '1y', '{longer-of: [1mo, maker]}', '{by: class, core: 3mo, edge: 1mo}'),
      among('remainder', 'restart', '{longer-of: 1mo}', '{add: 10d}'),
      among('until: asset.scrapped', 'gives: [upgrades]'),
    ),
  ],
  paid: [
    among('{cover: {per: asset, starts: equipment.ended, term: 1mo}}', '{cover: {per: asset, starts: equipment.ended + 3d, term: 6mo}}'),
    'equipment',
  ],
  agreed: [filled('{gate: {before: visit.dispatched, #0}}', keys('needs: visit.agreed', among('waive: service-manager'), broken))],
  closed: [
    filled(
      '{gate: {before: ticket.closed, needs: #0, #1}}',
      among('{all: [visit.signed, loan.returned]}', '[ticket.confirmed, callback.made]', 'ticket.confirmed + 1h'),
      keys('waive: service-manager', broken),
    ),
  ],
  paidup: [
    filled(
      '{gate: {per: contract, before: training.held, #0, #1}}',
      among('needs: invoice.issued', 'allows: kind == "renewal"'),
      keys('waive: service-manager', broken),
    ),
  ],
  longer: [
    among(
      '{rule: {on: ticket.judged where removable == false, then: [{extend: equipment, by: 20d}]}}',
      '{rule: {on: ticket.judged, then: [{restart: equipment}]}}',
    ),
    'equipment',
  ],
  third: [
    filled(
      '{rule: {on: work.failed, #0, #1}}',
      does,
      keys('times: 2', among('same: [problem]'), among('unless: work.succeeded'), among('once: owner')),
    ),
  ],
  late: [filled('{rule: {on: #0, #1}}', among('repair.broken', 'arrive.broken', 'repair at 90%'), does), 'repair'],
  undone: [among('{rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}'), 'patrol'],
}

function written(chosen: readonly string[]): Text {
  const ids = new Set<string>()
  const add = (id: string): void => {
    for (const need of CLAUSES[id]!.slice(1) as string[]) if (!ids.has(need)) add(need)
    ids.add(id)
  }
  chosen.forEach(add)
  const names = [...ids]
  return fc.tuple(...names.map((id) => CLAUSES[id]![0])).map((texts) => names.map((id, index) => `  ${id}: ${texts[index]}\n`).join(''))
}

const texts = new WeakMap<BoundPlan, string>()

/** The same promises a version later: all that has a length or a rhythm has another one there. */
export const NEXT = 'mixed@2'
const nextVersion = (clauses: string) =>
  HEAD.replace('version: 1', 'version: 2') +
  clauses.replaceAll(/within: \d\w+/g, 'within: 12h').replaceAll(/every: (1w|1mo)/g, 'every: 20d')

const dayOf = (instant: number) => Math.floor((instant + 8 * 3_600_000) / 86_400_000)
const ANNOUNCED_UNTIL = at('2026-03-20 00:00')

/** The office hours as they are once a list of holidays is published. */
export const PUBLISHED = 'office-published'

/** `clauses`: the lines under `promises:`, as the file writes them. */
export function planFrom(clauses: string): BoundPlan {
  const bound = boundFrom(HEAD + clauses)
  texts.set(bound, clauses)
  return bound
}

/** The same under a contract that names a later version, to which what runs may be moved, and a list of holidays that may be published. */
function underContract(alone: BoundPlan): BoundPlan {
  const clauses = clausesOf(alone)
  const published = { [PUBLISHED]: { ...alone.calendars.desk!, id: 'office', hash: PUBLISHED } }
  // Holidays are announced for some weeks only: what leads further is provisional until the list is published.
  const office = { ...alone.calendars.office!, knownUntil: ANNOUNCED_UNTIL, workdaysKnownUntil: dayOf(ANNOUNCED_UNTIL) }
  const calendars = { ...alone.calendars, office }
  const bound = { ...alone, calendars, published, successors: { [NEXT]: boundFrom(nextVersion(clauses)) } }
  texts.set(bound, clauses)
  return bound
}

export function clausesOf(bound: BoundPlan): string {
  return texts.get(bound)!
}

/** A plan of some clauses, and of those that they name. */
export const plans: fc.Arbitrary<BoundPlan> = fc
  .subarray(Object.keys(CLAUSES), { minLength: 1, maxLength: 7 })
  .chain(written)
  .map(planFrom)
  .map(underContract)
