import { sayCalendarProblem } from '../calendar/words.ts'
import type { CalendarProblemCode } from '../calendar/calendar.ts'
import { say } from '../words.ts'
import type { Locale } from '../words.ts'
import { openPlaces } from './open-places.ts'
import { placeWords } from './open-words.ts'
import type { Finding, Plan } from './types.ts'
import { EXPECTED_EN, EXPLAIN_EN, FINDINGS_EN } from './words/en.ts'
import { EXPECTED_ZH_CN, EXPLAIN_ZH_CN, FINDINGS_ZH_CN } from './words/zh-CN.ts'
import { EXPECTED_ZH_TW, EXPLAIN_ZH_TW, FINDINGS_ZH_TW } from './words/zh-TW.ts'

const FINDINGS = { 'zh-CN': FINDINGS_ZH_CN, 'zh-TW': FINDINGS_ZH_TW, en: FINDINGS_EN } as const
const EXPECTED = { 'zh-CN': EXPECTED_ZH_CN, 'zh-TW': EXPECTED_ZH_TW, en: EXPECTED_EN } as const
const EXPLAIN = { 'zh-CN': EXPLAIN_ZH_CN, 'zh-TW': EXPLAIN_ZH_TW, en: EXPLAIN_EN } as const

/** A finding as one sentence: what is wrong and what to do. The place stands beside it. `plan`: clauses and open places are named as people call them, not by their keys. */
export function sayFinding(finding: Pick<Finding, 'code' | 'params'>, locale: Locale, plan?: Plan): string {
  const { code, params } = finding
  if (code.startsWith('calendar.'))
    return sayCalendarProblem({ code: code.slice('calendar.'.length) as CalendarProblemCode, path: '', params }, locale)
  const expected = EXPECTED[locale][params.expects as keyof typeof EXPECTED_ZH_CN] ?? ''
  const named = { ...params, ...namesIn(params, locale), ...(plan && planNames(params, plan, locale)) }
  return say(FINDINGS[locale][code as keyof typeof FINDINGS_ZH_CN], { ...named, expected })
}

const CLAUSES: readonly string[] = ['promise', 'other', 'on', 'arrival']

function planNames(params: Finding['params'], plan: Plan, locale: Locale): Finding['params'] {
  const place = openPlaces(plan).find(({ key }) => key === params.place)
  const titled = (id: string): string | undefined => {
    const title = Object.hasOwn(plan.promises, id) ? plan.promises[id]?.title : undefined
    return title === undefined ? undefined : say(EXPLAIN[locale].quoted, { name: title })
  }
  const named = CLAUSES.flatMap((key) => {
    const title = titled(String(params[key] ?? ''))
    return title === undefined ? [] : [[key, title] as const]
  })
  const ring = String(params.promises ?? '')
    .split(' ')
    .map((id) => titled(id) ?? id)
  return {
    ...Object.fromEntries(named),
    ...(params.promises !== undefined && { promises: ring.join(EXPLAIN[locale]['list-comma']) }),
    ...(place && { place: placeWords(plan, place.key, locale) }),
  }
}

const NAMED: Readonly<Record<string, string>> = { owner: 'owner', otherOwner: 'owner', column: 'column' }

/** Owners and columns of prices among the params by their names: `按工单计`, never `按 ticket 计`. */
function namesIn(params: Finding['params'], locale: Locale): Finding['params'] {
  const named = Object.entries(params).flatMap(([key, value]) => {
    const word = `${NAMED[key]}-${value}`
    return NAMED[key] !== undefined && isExplainWord(word) ? [[key, EXPLAIN[locale][word]] as const] : []
  })
  return Object.fromEntries(named)
}

function isExplainWord(key: string): key is keyof typeof EXPLAIN_ZH_CN {
  return Object.hasOwn(EXPLAIN_ZH_CN, key)
}
