import type { Row } from './row.ts'
import type { CompiledCalendar } from '../src/core/calendar/compile.ts'
import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'
import { add } from '../src/core/calendar/clock.ts'
import { compileCalendar } from '../src/core/calendar/compile.ts'
import { HOLIDAYS_CN, HOLIDAY_LISTS } from '../src/core/calendar/holidays-cn.ts'
import { formatInstant, HOUR_MS, MINUTE_MS } from '../src/core/time/instant.ts'
import { loadZone } from '../src/server/zones.ts'
import { formatRow, median } from './row.ts'

/** Working hours of the office below: a day has ten, a week fifty. */
const LENGTHS = [
  { name: '1 h', hours: 1, baselineRuns: 400 },
  { name: '1 week', hours: 50, baselineRuns: 40 },
  { name: '1 year', hours: 2500, baselineRuns: 1 },
]
const ROUNDS = 5
const OUR_RUNS = 2_000_000

function office(): CompiledCalendar {
  const compiled = compileCalendar({
    id: 'office',
    source: { weekly: { 'mon-fri': ['09:30-19:30'] }, holidays: 'CN' },
    zone: loadZone('Asia/Shanghai'),
    holidays: HOLIDAY_LISTS,
    fromYear: 2024,
    untilYear: 2060,
  })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.calendar
}

/** The same office for dayjs-business-time, which counts in the host's zone and has no make-up workdays. */
function prepareBaseline(): void {
  dayjs.extend(businessTime)
  const hours = [{ start: '09:30:00', end: '19:30:00' }]
  const week = { sunday: null, monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: null }
  dayjs.setBusinessTime(week as unknown as Parameters<typeof dayjs.setBusinessTime>[0])
  dayjs.setHolidays(HOLIDAYS_CN.days.filter((day) => day.isOffDay).map((day) => day.date))
}

/** Starts all over 2026, by a fixed step that meets open and closed hours; the same for both. `count` is a power of two. */
function startsOf(count: number): Float64Array {
  const first = Date.UTC(2026, 0, 5)
  // Whole minutes: the baseline cuts the rest off.
  return Float64Array.from({ length: count }, (_, i) => first + ((i * 7919 * MINUTE_MS) % (300 * 24 * HOUR_MS)))
}

/** A race between two that do not count the same would say nothing: March to mid-April 2026, with a holiday and without a make-up workday. */
function assertSameDues(calendar: CompiledCalendar, starts: Float64Array): void {
  const [first, end] = [Date.UTC(2026, 2, 2), Date.UTC(2026, 3, 16)]
  for (const start of starts.filter((at) => at >= first && at < end)) {
    const [due, theirs] = [add(calendar, start, HOUR_MS), dayjs(start).addBusinessHours(1).valueOf()]
    if (due !== theirs) throw new Error(`from ${formatInstant(start)}: ${due} and ${theirs}`)
  }
}

/** Adds per second of this process's own CPU: a busy neighbour does not count. */
function perSecond(runs: number, work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return runs / ((user + system) / 1e6)
}

let sink = 0

function ours(calendar: CompiledCalendar, starts: Float64Array, ms: number): number {
  const mask = starts.length - 1
  return perSecond(OUR_RUNS, () => {
    let sum = 0
    for (let i = 0; i < OUR_RUNS; i += 1) sum += add(calendar, starts[i & mask]!, ms) ?? NaN
    sink += sum
  })
}

function baseline(starts: Float64Array, hours: number, runs: number): number {
  return perSecond(runs, () => {
    for (let i = 0; i < runs; i += 1)
      sink += dayjs(starts[i % starts.length]!)
        .addBusinessHours(hours)
        .valueOf()
  })
}

function measure(calendar: CompiledCalendar, starts: Float64Array, { name, hours, baselineRuns }: (typeof LENGTHS)[number]): Row {
  const rates: { ours: number; theirs: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rates.push({ theirs: baseline(starts, hours, baselineRuns), ours: ours(calendar, starts, hours * HOUR_MS) })
  const value = median(rates.map((rate) => rate.ours)) / 1e6
  const base = median(rates.map((rate) => rate.theirs)) / 1e6
  const ratio = value / base
  return {
    name: `calendar add ${name}`,
    value,
    unit: 'M/s',
    baseline: { name: 'dayjs-business-time', value: base },
    ratio,
    target: '≥ 5 M/s, ≥ 1000 × baseline',
    ok: value >= 5 && ratio >= 1000,
  }
}

function measureAll(): Row[] {
  const calendar = office()
  prepareBaseline()
  const starts = startsOf(4096)
  assertSameDues(calendar, starts)
  ours(calendar, starts, HOUR_MS)
  const rows = LENGTHS.map((length) => measure(calendar, starts, length))
  if (Number.isNaN(sink)) throw new Error('a due time that is no number')
  return rows
}

/** Adding working time in a Chinese office, holidays and make-up workdays on, one core; ours and the baseline alternate, median of five. */
export async function run(): Promise<Row[]> {
  const hostZone = process.env.TZ
  // The baseline counts in the host's zone, so the host has to stand where the office is.
  process.env.TZ = 'Asia/Shanghai'
  try {
    return measureAll()
  } finally {
    if (hostZone === undefined) delete process.env.TZ
    else process.env.TZ = hostZone
  }
}

if (import.meta.main) for (const row of await run()) console.log(formatRow(row))
