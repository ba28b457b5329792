import { leadCourse } from '../../../core/access/leading.ts'
import type { Leader, Stretch } from '../../../core/access/leading.ts'
import { speakAs } from '../../../core/plan/explain-words.ts'
import type { Plan } from '../../../core/plan/types.ts'
import type { Reached } from '../../../core/contract/state.ts'
import { factWords } from '../../../core/promise/event-words.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { Leading } from '../../../wire/contracts.ts'
import { saySentence } from '../../words/say.ts'
import { contractRoleName } from '../names.ts'

/** Whom a contract names for what. */
export type Named = { readonly role: string; readonly person: string; readonly name: string }

export type LeadGround = {
  readonly plan: Plan
  readonly milestones: readonly Reached[]
  readonly people: readonly Named[]
  readonly now: Instant
}

/** 牵头: which of the plan's roles leads now, who that is under this contract, and each hand-over until now. Undefined: the plan names nobody. */
export function presentLeading({ plan, milestones, people, now }: LeadGround, locale: Locale): Leading | undefined {
  const course = leadCourse(
    plan,
    milestones.filter(({ at }) => at <= now),
  )
  const last = course.at(-1)
  if (!last) return undefined
  const who = (role: string) => people.filter((one) => one.role === role).map(({ name }) => name)
  const named = ({ role }: Leader): string => [contractRoleName(plan, { id: role, name: null }, locale), ...who(role)].join(' ')
  const all = ({ leaders }: Stretch) => leaders.map(named).join(locale === 'en' ? ', ' : '、')
  const handOvers = course.slice(1).flatMap((stretch, index) => {
    const by = stretch.by!
    const params = { milestone: factWords(`contract.${by.milestone}`, locale), from: all(course[index]!) || '—', to: all(stretch) || '—' }
    return [{ at: by.at, words: saySentence(locale, 'lead.hand-over', params) }]
  })
  return {
    now: last.leaders.map((leader) => ({
      role: contractRoleName(plan, { id: leader.role, name: null }, locale),
      phase: speakAs(plan, locale).s(`phase-${leader.phase}`),
      people: who(leader.role),
    })),
    handOvers,
  }
}
