import { RARE } from '../src/server/store/many-tickets.testing.ts'
import { FIRMS, openMillion, p95, took } from './million.ts'
import { median } from './row.ts'
import type { Row } from './row.ts'

/**
 * The box over HTTP, all kinds of records at once, the first 20 of each, as the application's role: common and rare Chinese words, one letter, two words,
 * pinyin initials, numbers of tickets and devices, and what is nowhere; in a firm with a million tickets and in one with ten thousand, alternating.
 */
const WORDS = [
  '停机',
  RARE,
  '冷水机组报高压',
  '漏电 电梯',
  'lsjztj',
  'clx',
  'GD-2025-0500000',
  'SN000007919',
  '泵',
  '第77人民医院',
  '无此词语',
  'zzqqxx',
]
const ROLES = ['service-manager', 'engineer', 'customer-administrator']
const ROUNDS = 5
const TIMES = 2

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
          for (const q of WORDS)
            tookMs.push(await took(people.get(`${tenant} ${role}`)!, `/api/search?limit=20&q=${encodeURIComponent(q)}`))
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
        name: 'search, the first 20 of 1,000,000 tickets, p95',
        value,
        unit: 'ms',
        baseline: { name: 'the same of 10,000', value: baseline },
        ratio: value / baseline,
        target: '≤ 80 ms',
        ok: value <= 80,
      },
    ]
  } finally {
    await million.close()
  }
}
