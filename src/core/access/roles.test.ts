import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACTIONS } from './actions.ts'
import { can, widestScope } from './can.ts'
import { SHIPPED_ROLES } from './roles.ts'

/** Who may do what, and how far, as it hangs on the wall. A change here is a change of what a firm's people may do: say why in the commit. */
const WALL = `
                  admin    manager  hotline  dispatch engineer parts    account  project  senior   c-admin  c-user
ticket.read       all      all      all      all      branch   branch   all      all      all      all      own
ticket.report     -        all      all      all      all      -        all      all      -        all      all
ticket.accept     -        all      all      all      own      -        -        -        -        -        -
ticket.grade      -        all      all      all      own      -        -        -        -        -        -
ticket.reply      -        all      all      all      own      -        -        all      -        -        -
ticket.judge      -        all      -        -        own      -        -        -        -        -        -
ticket.assign     -        all      all      all      -        -        -        -        -        -        -
ticket.transfer   -        all      all      all      -        -        -        -        -        -        -
ticket.pause      -        all      all      all      own      -        -        -        -        -        -
ticket.restore    -        all      all      -        own      -        -        -        -        -        -
ticket.confirm    -        all      all      -        own      -        -        -        -        all      own
ticket.refuse     -        all      all      -        own      -        -        -        -        all      own
ticket.reopen     -        all      all      -        -        -        -        -        -        all      -
ticket.close      -        all      all      -        -        -        -        -        -        -        -
ticket.cancel     -        all      -        all      -        -        -        -        -        -        -
ticket.merge      -        all      -        all      -        -        -        -        -        -        -
ticket.note       -        all      all      all      own      branch   all      all      -        -        -
ticket.edit       -        all      all      all      own      -        -        -        -        -        -
ticket.remote     -        all      all      all      own      -        -        -        -        -        -
ticket.visit      -        all      all      all      own      -        -        -        -        -        -
ticket.message    -        all      all      all      own      -        -        -        -        all      own
service.read      all      all      all      all      all      all      all      all      all      all      own
service.record    -        all      all      all      all      all      all      all      -        -        -
invoice.read      all      all      all      all      all      all      all      all      all      all      -
invoice.manage    -        all      all      -        -        -        all      -        -        -        -
invoice.agree     -        all      all      -        -        -        all      -        -        all      -
obligation.read   all      all      all      all      branch   branch   all      all      all      all      own
obligation.waive  -        all      -        -        -        -        -        -        all      -        -
fact.read         all      all      all      all      branch   branch   all      all      all      all      own
fact.approve      -        all      all      all      -        -        -        -        -        -        -
fact.correct      -        all      all      all      own      -        -        -        -        -        -
fact.void         -        all      -        -        -        -        -        -        -        -        -
dispute.raise     -        all      all      all      own      -        all      all      all      all      own
dispute.decide    -        all      -        -        -        -        -        -        all      -        -
plan.read         all      all      all      all      all      all      all      all      all      all      -
plan.manage       all      all      -        -        -        -        -        -        -        -        -
contract.read     all      all      all      all      all      all      all      all      all      all      -
contract.manage   all      all      -        -        -        -        all      -        -        -        -
customer.read     all      all      all      all      all      all      all      all      all      -        -
customer.manage   all      all      all      -        -        -        all      -        -        -        -
site.read         all      all      all      all      all      all      all      all      all      all      all
site.manage       all      all      all      -        -        -        -        -        -        -        -
asset.read        all      all      all      all      all      all      all      all      all      all      all
asset.manage      all      all      all      -        -        -        -        -        -        -        -
person.read       all      all      all      all      all      all      all      all      all      -        -
person.manage     all      -        -        -        -        -        -        -        -        -        -
role.manage       all      -        -        -        -        -        -        -        -        -        -
team.manage       all      all      -        -        -        -        -        -        -        -        -
inbox.read        all      all      all      all      all      all      all      all      all      -        -
message.read      all      all      -        -        -        -        -        -        -        -        -
message.send      all      all      -        -        -        -        -        -        -        -        -
template.manage   all      -        -        -        -        -        -        -        -        -        -
search.use        all      all      all      all      all      all      all      all      all      all      all
view.share        all      all      all      all      -        -        -        all      -        -        -
audit.read        all      -        -        -        -        -        -        -        all      -        -
clock.advance     all      all      all      all      -        -        -        -        -        -        -
`

const [, ...rows] = WALL.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

for (const [action, ...scopes] of rows) {
  test(`${action} is granted as the wall says`, () => {
    const known = ACTIONS.find((one) => one === action)
    assert.ok(known)
    assert.deepEqual(
      SHIPPED_ROLES.map((role) => widestScope(role.grants, known) ?? '-'),
      scopes,
    )
  })
}

test('the wall has a row for every action', () => {
  assert.deepEqual(
    rows.map(([action]) => action),
    [...ACTIONS],
  )
})

test('each role reaches exactly as far as the wall says, for a record of one’s own, of the team, of the branch, and of others', () => {
  const records = {
    own: { people: ['me'], customer: 'c' },
    team: { team: 't', customer: 'c' },
    branch: { team: 't1', customer: 'c' },
    all: { team: 'elsewhere', customer: 'c' },
  } as const
  const order = ['own', 'team', 'branch', 'all'] as const
  for (const [action, ...scopes] of rows) {
    for (const [index, role] of SHIPPED_ROLES.entries()) {
      const actor = {
        person: 'me',
        customer: role.party === 'customer' ? 'c' : undefined,
        team: 't',
        branch: ['t', 't1'],
        grants: role.grants,
      }
      const granted = scopes[index]
      for (const [far, scope] of order.entries()) {
        const decision = can(actor, action as (typeof ACTIONS)[number], records[scope])
        assert.equal(decision.allow, granted !== '-' && far <= order.indexOf(granted as 'own'), `${role.id} ${action} ${scope}`)
      }
    }
  }
})
