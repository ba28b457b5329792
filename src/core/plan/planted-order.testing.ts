import type { Planted } from './planted-forms.testing.ts'

const clauses = (all: Readonly<Record<string, string>>): readonly [string, string] => {
  const written = Object.entries(all).map(([id, form]) => `  ${id}:\n    ${form}\n    text: 说定的事。\n    source: [L-6]\n`)
  return ['later:\n', `${written.join('')}later:\n`]
}
const level = (bound: string) => `level: {per: contract, measure: stock.on-hand, over: quarter, ${bound}}`
const heard = (rest: string) => `deadline: {starts: complaint.opened, kept-by: complaint.closed, ${rest}}`

/** Numbers, hours and orders that cannot all hold, each planted alone into the sound plan. */
export const PLANTED_ORDER: readonly Planted[] = [
  {
    code: 'lint-bounds-differ',
    changes: [clauses({ spares: level('at-least: 3%'), shelf: level('at-least: 5%') })],
    told: 'spares 与 shelf 对同一个数写了 0.03 与 0.05：以哪一条为准？',
  },
  {
    code: 'lint-bounds-impossible',
    changes: [clauses({ spares: level('at-least: 3%'), shelf: level('at-most: 2%') })],
    told: 'spares 要不少于 0.03，shelf 要不多于 0.02：没有一个数两者都合。',
  },
  {
    code: 'lint-hours-differ',
    changes: [clauses({ heard: heard('within: 2h, calendar: always'), answered: heard('within: 120min, calendar: desk') })],
    told: 'answered 与 heard 起止相同、时限相同，却按不同的时段计：以哪一个为准？',
  },
  {
    code: 'lint-gates-ring',
    changes: [
      clauses({
        closed: 'gate: {before: ticket.closed, needs: ticket.confirmed}',
        confirmed: 'gate: {before: ticket.confirmed, needs: ticket.closed}',
      }),
    ],
    told: '这些关口互相等待，谁也不会放行：closed confirmed。',
  },
  {
    code: 'lint-gate-early',
    changes: [
      clauses({
        closed: 'gate: {before: ticket.closed, needs: report.delivered}',
        rapport: 'deadline: {starts: ticket.closed, kept-by: report.delivered, within: 3d}',
      }),
    ],
    told: 'closed 要先有的，正是 rapport 在那以后才欠的：哪一件在先？',
  },
  {
    code: 'lint-waits-for-none',
    changes: [['city: 8h, county: travel + 2h', 'city: none, county: travel + 2h']],
    told: 'pump-repair 接在 onsite 之后，而 onsite 对 city 没有承诺：那时 pump-repair 不会起算，却写着时限。',
  },
  {
    code: 'lint-waits-for-nothing',
    changes: [['within: {by: zone, city: 8h, county: travel + 2h}', 'within: none']],
    told: 'pump-repair 接在 onsite 之后，而 onsite 没有承诺：这一条永远不会起算。',
  },
  {
    code: 'lint-due-before-start',
    changes: [
      clauses({
        warranty: 'cover: {per: contract, starts: contract.accepted, term: 24mo}',
        reminder: 'deadline: {per: contract, due: warranty.end - 30mo, kept-by: notice.delivered}',
      }),
    ],
    told: 'reminder 应在 warranty 到期前 30mo 办，而 warranty 没有那么长：它在起算之前就到期。',
  },
]
