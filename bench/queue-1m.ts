import { FIRMS, openMillion, p95, took } from './million.ts'
import { median } from './row.ts'
import type { Row } from './row.ts'

/**
 * The first page of each queue over HTTP, log-in, row-level security and clocks with it, as the application's role, for those who see the whole firm and
 * for those who see their team; in a firm with a million tickets, of which 27,000 are open, and in one with ten thousand. Both alternate in one run.
 */
const VIEWS = ['due-soon', 'overdue', 'unassigned', 'mine', 'visit-today', 'paused', 'open', 'closed&sort=-changed', 'all&sort=-reported']
const ROLES = ['service-manager', 'engineer']
const PAGE = 60
const ROUNDS = 5
const TIMES = 4

export async function run(): Promise<Row[]> {
  const million = await openMillion()
  try {
    const people = new Map<string, Awaited<ReturnType<typeof million.person>>>()
    for (const { tenant } of Object.values(FIRMS))
      for (const role of ROLES) people.set(`${tenant} ${role}`, await million.person(tenant, role))
    const shots = async ({ tenant }: (typeof FIRMS)[keyof typeof FIRMS], times: number): Promise<number> => {
      const tookMs: number[] = []
      for (let time = 0; time < times; time++)
        for (const role of ROLES)
          for (const view of VIEWS) tookMs.push(await took(people.get(`${tenant} ${role}`)!, `/api/tickets?view=${view}&limit=${PAGE}`))
      return p95(tookMs)
    }
    for (const firm of Object.values(FIRMS)) await shots(firm, 1)
    const [ours, small]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      small.push(await shots(FIRMS.few, TIMES))
      ours.push(await shots(FIRMS.million, TIMES))
    }
    const [value, baseline] = [median(ours), median(small)]
    return [
      {
        name: 'a queue over 1,000,000 tickets, first page, p95',
        value,
        unit: 'ms',
        baseline: { name: 'the same over 10,000', value: baseline },
        ratio: value / baseline,
        target: '≤ 30 ms',
        ok: value <= 30,
      },
    ]
  } finally {
    await million.close()
  }
}
