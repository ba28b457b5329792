import { sayCover } from '../../../core/promise/cover/say.ts'
import { originWords, whyContext } from '../../../core/promise/why.ts'
import type { Locale } from '../../../core/words.ts'
import type { CorrectionPreview, MovedDate as Shown, MovedDates } from '../../../wire/contracts.ts'
import { dryCorrection } from '../../correcting.ts'
import type { MovedDate } from '../../correcting.ts'
import { withTenant } from '../../database/pool.ts'
import { factById } from '../../store/fact-queries.ts'
import { namesOfSubjects } from '../../store/subject-names.ts'
import { saySentence } from '../../words/say.ts'
import { loadZone } from '../../zones.ts'
import { Refused, recordMissing } from '../problem.ts'
import type { Call } from '../route.ts'
import { standing } from './write.ts'

type Previews = Call<'fact.correct', { readonly id: string }, undefined, CorrectionPreview>

type View = { readonly names: ReadonlyMap<string, string>; readonly locale: Locale }

function presentMoved(one: MovedDate, { names, locale }: View): Shown {
  const { bound, subject, kind } = one
  const of = names.get(subject) ?? saySentence(locale, 'moves.of-other')
  if (kind === 'cover') {
    const { cover } = (one.after ?? one.before)!
    const said = one.after ? sayCover(one.after, { plan: bound.plan, zone: loadZone(bound.plan.timezone) }, locale) : []
    const reason = said[1] ?? said[0] ?? saySentence(locale, 'moves.cover-waits')
    return {
      promise: cover,
      title: bound.plan.promises[cover]?.title ?? cover,
      kind,
      episode: 1,
      of,
      count: 1,
      before: one.before?.end,
      after: one.after?.end,
      reason,
    }
  }
  const { promise, episode } = (one.after ?? one.before)!
  const reason = one.after ? originWords(one.after, whyContext(bound, one.after), locale) : saySentence(locale, 'moves.falls-away')
  return {
    promise,
    title: bound.plan.promises[promise]?.title ?? promise,
    kind,
    episode,
    of,
    count: 1,
    before: one.before?.dueAt,
    after: one.after?.dueAt,
    stateAfter: one.after?.state,
    reason,
  }
}

/** Devices whose dates move alike are said once, by the first of them. */
function alike(items: readonly Shown[]): Shown[] {
  const groups = Map.groupBy(items, (one) => JSON.stringify({ ...one, of: undefined }))
  return [...groups.values()].map((group) => ({ ...group[0]!, count: group.length }))
}

const day = ({ before, after }: Shown): number => after ?? before ?? Infinity

/** What of the contract's dates would move if a milestone had happened at another time; nothing is written. */
export async function previewCorrection({ http, caller, params, body, locale }: Previews): Promise<MovedDates | Refused> {
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const { pool } = http.services
  const fact = await withTenant(pool, caller.tenant, (tx) => factById(tx, body.of))
  if (fact?.subject !== `contract/${params.id}`) return recordMissing()
  const moves = await dryCorrection(http.services, { tenant: caller.tenant, fact, to: body.to })
  const subjects = [...new Set(moves.map(({ subject }) => subject))]
  const names = await withTenant(pool, caller.tenant, (tx) => namesOfSubjects(tx, subjects))
  const items = alike(moves.map((one) => presentMoved(one, { names, locale })))
  return { items: items.toSorted((a, b) => Number(a.kind === 'due') - Number(b.kind === 'due') || day(a) - day(b)) }
}
