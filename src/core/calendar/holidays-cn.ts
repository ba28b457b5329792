import type { Holiday, HolidayList, HolidayLists } from './holidays.ts'
import { formatDay, parseDay } from '../time/civil.ts'

function run(first: string, last: string, name: string): Holiday[] {
  const days: Holiday[] = []
  for (let day = parseDay(first)!; day <= parseDay(last)!; day += 1) days.push({ date: formatDay(day), name, isOffDay: true })
  return days
}

function madeUp(name: string, ...dates: readonly string[]): Holiday[] {
  return dates.map((date) => ({ date, name, isOffDay: false }))
}

/** 国务院办公厅关于 2024 年部分节假日安排的通知, 国办发明电〔2023〕7 号. */
const DAYS_2024: readonly Holiday[] = [
  ...run('2024-01-01', '2024-01-01', '元旦'),
  ...run('2024-02-10', '2024-02-17', '春节'),
  ...madeUp('春节', '2024-02-04', '2024-02-18'),
  ...run('2024-04-04', '2024-04-06', '清明节'),
  ...madeUp('清明节', '2024-04-07'),
  ...run('2024-05-01', '2024-05-05', '劳动节'),
  ...madeUp('劳动节', '2024-04-28', '2024-05-11'),
  ...run('2024-06-10', '2024-06-10', '端午节'),
  ...run('2024-09-15', '2024-09-17', '中秋节'),
  ...madeUp('中秋节', '2024-09-14'),
  ...run('2024-10-01', '2024-10-07', '国庆节'),
  ...madeUp('国庆节', '2024-09-29', '2024-10-12'),
]

/** 国务院办公厅关于 2025 年部分节假日安排的通知, 国办发明电〔2024〕12 号. */
const DAYS_2025: readonly Holiday[] = [
  ...run('2025-01-01', '2025-01-01', '元旦'),
  ...run('2025-01-28', '2025-02-04', '春节'),
  ...madeUp('春节', '2025-01-26', '2025-02-08'),
  ...run('2025-04-04', '2025-04-06', '清明节'),
  ...run('2025-05-01', '2025-05-05', '劳动节'),
  ...madeUp('劳动节', '2025-04-27'),
  ...run('2025-05-31', '2025-06-02', '端午节'),
  ...run('2025-10-01', '2025-10-08', '国庆节、中秋节'),
  ...madeUp('国庆节、中秋节', '2025-09-28', '2025-10-11'),
]

/** 国务院办公厅关于 2026 年部分节假日安排的通知, 国办发明电〔2025〕7 号. */
const DAYS_2026: readonly Holiday[] = [
  ...run('2026-01-01', '2026-01-03', '元旦'),
  ...madeUp('元旦', '2026-01-04'),
  ...run('2026-02-15', '2026-02-23', '春节'),
  ...madeUp('春节', '2026-02-14', '2026-02-28'),
  ...run('2026-04-04', '2026-04-06', '清明节'),
  ...run('2026-05-01', '2026-05-05', '劳动节'),
  ...madeUp('劳动节', '2026-05-09'),
  ...run('2026-06-19', '2026-06-21', '端午节'),
  ...run('2026-09-25', '2026-09-27', '中秋节'),
  ...run('2026-10-01', '2026-10-07', '国庆节'),
  ...madeUp('国庆节', '2026-09-20', '2026-10-10'),
]

/** The State Council's list. 2027 is announced in the autumn of 2026: until then nothing after 2026 is certain. */
export const HOLIDAYS_CN: HolidayList = {
  id: 'CN',
  version: '国办发明电〔2025〕7号',
  knownFrom: parseDay('2024-01-01')!,
  knownUntil: parseDay('2027-01-01')!,
  days: [...DAYS_2024, ...DAYS_2025, ...DAYS_2026],
}

/** The lists that come with the product. */
export const HOLIDAY_LISTS: HolidayLists = { CN: HOLIDAYS_CN }
