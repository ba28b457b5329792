import type { FactType } from '../../src/core/fact.ts'
import { leavesOf } from '../../src/core/plan/event.ts'
import type { GateClause, RecurringClause } from '../../src/core/plan/forms.ts'
import type { Clause, DeadlineClause, EventExpr } from '../../src/core/plan/types.ts'
import { DAY_MS } from '../../src/core/time/instant.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import type { Story } from './agenda.ts'
import { bring, bringFact } from './bring.ts'
import type { Tale } from './bring.ts'
import type { House } from './firm.ts'
import { keyOf, running } from './instances.ts'
import type { Standing } from './instances.ts'
import { isLivedThrough } from './spared.ts'
import type { Year } from './stories.ts'
import { sceneIn, tell } from './tell.ts'
import { saying } from './want.ts'
import type { Values } from './want.ts'

const MINUTE_MS = 60_000

/** What comes once in the life of a contract, in the order of the trade. */
const MILESTONES = [
  'contract.shipped',
  'contract.delivered',
  'contract.commissioned',
  'contract.accepted',
  'asset.accepted',
  'asset.handed-over',
  'asset.in-service',
] as const satisfies readonly FactType[]

function hears(event: EventExpr | undefined, type: FactType): boolean {
  return leavesOf(event).some((leaf) => leaf.kind === 'fact' && leaf.type === type)
}

/** Until when a milestone must wait, or it would end too early what is to be broken, or cancel what is to be kept. */
async function inTheWay({ firm }: Year, house: House, type: FactType): Promise<Instant | undefined> {
  const waits = (await running(firm)).flatMap(({ contract, promise, due_at }) => {
    const clause = house.plan.promises[promise]
    if (contract !== house.contract || clause?.form !== 'deadline' || due_at === null) return []
    const ends = hears(clause.unless, type) || (house.manner === 'broken' && hears(clause.keptBy, type))
    return ends && due_at >= 0 ? [due_at + MINUTE_MS] : []
  })
  return waits.length === 0 ? undefined : Math.max(...waits)
}

/** A contract goes through what was sold: shipped, delivered, commissioned, accepted, and each device handed over. */
export async function* grow(year: Year, house: House): Story {
  const { firm } = year
  const forces = house.manner === 'broken'
  for (const type of MILESTONES) {
    yield (await firm.now()) + Math.ceil((1 + 2 * firm.random()) * DAY_MS)
    for (let wait = await inTheWay(year, house, type); wait !== undefined; wait = await inTheWay(year, house, type)) {
      if (wait <= (await firm.now())) break
      yield wait
    }
    const assets = type.startsWith('asset.') ? house.assets : house.assets.slice(0, 1)
    for (const asset of assets) {
      const tale: Tale = { firm, scene: sceneIn(house, { asset }), avoid: new Set(), forces }
      if (!forces) for (const gate of gatesOf(house, type)) yield* bring(tale, gate.needs)
      yield* bringFact(tale, type, [])
    }
  }
}

function gatesOf({ plan }: House, type: FactType): GateClause[] {
  return Object.values(plan.promises).filter((clause): clause is GateClause => clause.form === 'gate' && hears(clause.before, type))
}

type Fate = 'in-time' | 'late' | 'never'

/** Of each promise the first instance of a contract goes as the contract is meant to; the others as they come. */
function fateOf({ firm }: Year, house: House, first: boolean): Fate {
  const dice = firm.random()
  if (first && house.manner === 'kept') return 'in-time'
  if (first && house.manner === 'broken') return dice < 0.5 ? 'late' : 'never'
  return dice < 0.5 ? 'in-time' : dice < 0.7 ? 'late' : 'never'
}

type Owed = { readonly house: House; readonly clause: DeadlineClause | RecurringClause; readonly one: Standing; readonly fate: Fate }

const TAKES_LISTS = /^(visit\.done|training\.held|report\.delivered|form\.filled|asset\.tested)$/

/** What the occurrence has to go through, and which one it is. */
function occurrence({ one }: Owed, type: FactType): Values {
  const { checklist } = one.detail ?? {}
  const lists: Values = checklist !== undefined && TAKES_LISTS.test(type) ? { checklists: checklist } : {}
  return { occurrence: { promise: one.promise, number: one.episode }, ...lists }
}

async function* attend({ firm }: Year, owed: Owed): Story {
  const { house, clause, one, fate } = owed
  const now = await firm.now()
  const due = one.due_at ?? now + 20 * DAY_MS
  const from = Math.max(now, typeof one.detail?.from === 'number' ? one.detail.from : now)
  if (fate === 'never') return
  const dice = firm.random()
  // At the due instant itself, where one deed does it; a deed that needs others before would come too late.
  const share = dice < 0.1 && clause.form === 'recurring' ? 1 : dice * 0.95
  yield fate === 'late' ? due + Math.ceil(dice * 3 * DAY_MS) : from + Math.floor(Math.max(0, due - from) * share)
  const [noun, id] = one.subject.split('/')
  const asset = house.assets.find((each) => (noun === 'asset' ? each.id === id : noun === 'site' ? each.site.id === id : true))
  const scene = sceneIn(house, asset ? { asset } : {})
  const leaf = leavesOf(clause.keptBy).find((each) => each.kind === 'fact')
  if (clause.form === 'deadline' || leaf?.kind !== 'fact') {
    yield* bring({ firm, scene, avoid: new Set(), forces: false }, clause.keptBy)
    return
  }
  const values = { ...saying(firm.plan, leaf.type, [leaf.where]), ...occurrence(owed, leaf.type) }
  await tell(firm, scene, { type: leaf.type, values })
}

/** Looks at what is owed without anybody having called, and sees to it that each goes its way. */
export class Diary {
  readonly #year: Year
  readonly #known = new Set<string>()
  readonly #begun = new Set<string>()
  readonly #add: (story: Story) => void

  constructor(year: Year, add: (story: Story) => void) {
    this.#year = year
    this.#add = add
  }

  async look(): Promise<void> {
    const { firm, claimed } = this.#year
    for (const one of await running(firm)) {
      const key = keyOf(one)
      if (this.#known.has(key) || claimed.has(key)) continue
      this.#known.add(key)
      const house = firm.houses.find(({ contract }) => contract === one.contract)
      const clause = house?.plan.promises[one.promise]
      if (house && clause && this.#isOwed(clause, one)) this.#begin(house, clause, one)
    }
  }

  #isOwed(clause: Clause, { subject }: Standing): clause is DeadlineClause | RecurringClause {
    if (clause.form === 'recurring') return true
    return clause.form === 'deadline' && /^(contract|site|asset)\//.test(subject) && isLivedThrough(this.#year.firm.plan, clause)
  }

  #begin(house: House, clause: DeadlineClause | RecurringClause, one: Standing): void {
    const place = `${house.contract} ${one.promise}`
    const fate = fateOf(this.#year, house, !this.#begun.has(place))
    this.#begun.add(place)
    this.#add(attend(this.#year, { house, clause, one, fate }))
  }
}
