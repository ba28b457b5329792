import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { shippedRole } from '../../core/access/roles.ts'
import { withTenant } from '../database/pool.ts'
import type { Tx } from '../database/pool.ts'
import { plantContracts } from '../http/contract.testing.ts'
import { plantTenant, startTestServer } from '../http/http.testing.ts'
import { TicketQuery } from '../../wire/tickets.ts'
import { plantManyTickets, RARE } from './many-tickets.testing.ts'
import { searchRecords } from './search.ts'
import { countViews, findTickets } from './ticket-queries.ts'

/** Enough that a table is not read whole because it is small; figures for a million stand in bench/. */
const TICKETS = 40_000
/** Tables that grow with every ticket: none of them may be read from end to end for a page of a list. */
const GROWING = ['ticket', 'obligation', 'record_state', 'fact', 'fact_subject']

const server = await startTestServer()
const now = Date.parse('2026-09-23T06:53:00Z')

before(async () => {
  await plantTenant(server, 'east')
  await plantContracts(server, 'east')
  await plantManyTickets(server.owner, [{ tenant: 'east', tickets: TICKETS }], now)
})

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Node[]
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** The plans of all statements that this work asks, as the application's role, with the values that it asks them with. */
async function plansOf(work: (tx: Tx) => Promise<unknown>): Promise<readonly Node[]> {
  const nodes: Node[] = []
  await withTenant(server.services.pool, 'east', async (tx) => {
    const query: Tx['query'] = async (statement, values = []) => {
      const [row] = await tx.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
        `EXPLAIN (FORMAT JSON) ${String(statement)}`,
        values,
      )
      nodes.push(...nodesOf(row!['QUERY PLAN'][0]!.Plan))
      return tx.query(statement, values)
    }
    await work({ tenant: tx.tenant, query })
  })
  return nodes
}

const readWhole = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) =>
    node['Node Type'] === 'Seq Scan' && GROWING.includes(node['Relation Name'] ?? '') ? [node['Relation Name'] ?? ''] : [],
  )

const indexesOf = (nodes: readonly Node[]): ReadonlySet<string> => new Set(nodes.flatMap((node) => node['Index Name'] ?? []))

function actorIn(role: string): Parameters<typeof searchRecords>[1] {
  const { party, grants } = shippedRole(role)!
  const forCustomer = party === 'customer'
  const team = forCustomer ? undefined : 'west-1'
  return {
    person: `east-${role}`,
    team,
    branch: team === undefined ? [] : [team],
    customer: forCustomer ? 'c7' : undefined,
    grants,
    roles: [role],
  } as never
}

const ROLES = ['service-manager', 'engineer', 'customer-administrator', 'customer-user']

/** By which index the page of each view is found, for those who see the whole firm. */
const LISTS: readonly (readonly [query: string, index: string])[] = [
  ['view=open', 'ticket_open_due'],
  ['view=due-soon', 'ticket_open_due'],
  ['view=overdue', 'ticket_open_due'],
  ['view=unassigned', 'ticket_unassigned'],
  ['view=mine', 'ticket_assignee'],
  ['view=visit-today', 'ticket_open_due'],
  ['view=paused', 'obligation_paused'],
  ['view=closed&sort=-changed', 'ticket_closed'],
  ['view=all&sort=-reported', 'ticket_reported'],
  ['view=all&sort=-changed', 'ticket_changed'],
  [`view=all&sort=-changed&q=${RARE}`, 'ticket_grams'],
]

for (const role of ROLES)
  test(`no list reads a table that grows from end to end for a ${role}`, async () => {
    for (const [query, index] of LISTS) {
      const asked = TicketQuery.parse(Object.fromEntries(new URLSearchParams(query)))
      const nodes = await plansOf((tx) => findTickets(tx, { actor: actorIn(role), now }, asked))
      assert.deepEqual(readWhole(nodes), [], query)
      assert.ok(indexesOf(nodes).has('record_state_pkey'), query)
      if (role === 'service-manager') assert.ok(indexesOf(nodes).has(index), `${query}: ${[...indexesOf(nodes)].join(' ')}`)
    }
  })

test('search finds tickets by their order or by the index of words, and reads no table that grows from end to end', async () => {
  for (const role of ROLES)
    for (const q of ['停机', RARE, 'lsjztj', 'GD-2025-0020000', 'SN000007919', '泵', 'zzqqxx']) {
      const nodes = await plansOf((tx) => searchRecords(tx, actorIn(role), { q, limit: 20 }))
      assert.deepEqual(readWhole(nodes), [], `${role} ${q}`)
    }
  const rare = await plansOf((tx) => searchRecords(tx, actorIn('service-manager'), { q: RARE, limit: 20 }))
  for (const index of ['ticket_reported', 'ticket_grams']) assert.ok(indexesOf(rare).has(index), index)
})

test('the views are counted by what is open, and the past no further than it is counted', async () => {
  const nodes = await plansOf((tx) => countViews(tx, { actor: actorIn('service-manager'), now }))
  assert.ok(indexesOf(nodes).has('obligation_late'))
  const counts = await withTenant(server.services.pool, 'east', (tx) => countViews(tx, { actor: actorIn('service-manager'), now }))
  assert.equal(counts.counts.closed, 10_000)
  assert.equal(counts.counts.all, 10_000)
  assert.ok(counts.counts.open > 1_000 && counts.counts.open < 1_200, String(counts.counts.open))
})
