import { openWaker } from '../../src/server/jobs/waker.ts'
import { seeded } from '../../src/server/demo/random.ts'
import type { TestServer } from '../../src/server/http/http.testing.ts'
import { openingEvent } from '../../src/core/plan/clause-events.ts'
import { bundled } from '../../src/core/plan/plans.testing.ts'
import type { Plan } from '../../src/core/plan/types.ts'
import type { Subject } from '../../src/core/fact.ts'
import type { Told } from '../../src/core/promise/cover/given.testing.ts'
import { at } from '../../src/core/promise/given.testing.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { Agenda } from '../year/agenda.ts'
import type { Story } from '../year/agenda.ts'
import { demand, foundHouse, foundPeople, teamsIn } from '../year/firm.ts'
import type { House, People } from '../year/firm.ts'
import { rootsOf } from '../year/spared.ts'
import { sceneIn, tell } from '../year/tell.ts'
import type { Deed, Scene } from '../year/tell.ts'
import type { Values } from '../year/want.ts'
import { answered, refusedBy } from './answers.ts'
import type { Place } from './answers.ts'
import { termsFor } from './in-core.ts'
import { CONTRACT, DEVICE, FAULT, looksOf } from './looks.ts'
import type { Look, Shown } from './looks.ts'

/** Each look has a customer of its own; all are told side by side on the clock of one firm, whose waker is the product's. */
type Showing = { readonly shown: Shown; readonly look: Look; readonly name: string }

const TENANT = 'trace'
const BEGUN = '03-02 10:00'

/** Under which cover it is: the product judges that by itself, from what was reached before. */
function coverIn(look: Look): string {
  if (look.see === 'billed') return look.known.cover ?? 'none'
  const reported = 'facts' in look ? look.facts.find(([, type]) => type === 'ticket.reported') : undefined
  return String(reported?.[2]?.cover ?? 'none')
}

/** What is told: what begins the cover, where it is under one, then its own facts, once the contract is signed. A bill is made of a fault that was judged. */
function factsOf(plan: Plan, look: Look): readonly Told[] {
  const told = 'facts' in look ? look.facts.filter(([, type]) => type !== 'contract.signed') : undefined
  const own = told ?? (look.see === 'billed' ? faultBefore(look) : [])
  const cover = plan.promises[coverIn(look)]
  const begins = cover ? [...new Set(rootsOf(plan, openingEvent(cover)))] : []
  return [...begins.map((type): Told => [BEGUN, type, {}, { on: CONTRACT }]), ...own]
}

function faultBefore({ at: when, known: { cause } }: Extract<Look, { see: 'billed' }>): Told[] {
  const day = when.slice(0, -'12:00'.length)
  return [[`${day}10:00`, FAULT[1], FAULT[2]], ...(cause === undefined ? [] : [[`${day}11:00`, 'ticket.judged', { cause }] as const])]
}

/** The devices of which something is told; where nothing names one, the contract has one all the same. */
function devicesIn(facts: readonly Told[]): readonly Subject[] {
  const named = facts.flatMap(([, , , how]) => (how?.on?.startsWith('asset/') ? [how.on] : []))
  return [...new Set([...(named.length === 0 || named.includes(DEVICE) ? [DEVICE] : []), ...named])]
}

/** What the product is told: occurrences and evidence as people enter them, and our own people for invented ones. */
function valuesOf(said: NonNullable<Told[2]>): Values {
  const { person: _, promise, occurrence: number, evidence, ...rest } = said
  const which: Values = typeof promise === 'string' && typeof number === 'number' ? { occurrence: { promise, number } } : {}
  return { ...rest, ...which, ...(evidence === true ? { evidence: '检测报告' } : {}) }
}

const deedOf = ([, type, data = {}]: Told): Deed => ({ type, values: valuesOf(data) })

async function foundFor({ manager }: People, { shown, look, name }: Showing): Promise<House> {
  const plan = bundled(shown.plan)
  const facts = factsOf(plan, look)
  const zone = facts.map(([, , data]) => data?.zone).find((one) => typeof one === 'string')
  const ended = look.see === 'billed' && look.known.contractRunning === false
  return foundHouse(manager, {
    plan,
    manner: 'measured',
    name,
    terms: termsFor(plan, shown),
    zones: [zone],
    devicesEach: devicesIn(facts).length,
    endsOn: ended ? '2026-09-01' : undefined,
  })
}

/** The scene of the device that a fact speaks of; what is begun there is begun for all of them. */
function sceneOf(scenes: ReadonlyMap<Subject, Scene>, [, , , how]: Told): Scene {
  return (how?.on && scenes.get(how.on)) ?? [...scenes.values()][0]!
}

/** Founds the customer, tells the facts at their instants, and asks what has become of them. */
async function* shownIn(people: People, one: Showing): AsyncGenerator<Instant, readonly string[], void> {
  const { look } = one
  const house = await foundFor(people, one)
  const firm = { ...people, plan: house.plan, houses: [house] }
  const facts = factsOf(house.plan, look)
  const scenes = new Map(devicesIn(facts).map((device, number) => [device, sceneIn(house, { asset: house.assets[number]! })]))
  const place: Place = { firm, house, scene: [...scenes.values()][0]! }
  for (const fact of look.see === 'refused' ? facts.slice(0, -1) : facts) {
    yield at(fact[0])
    demand(await tell(firm, sceneOf(scenes, fact), deedOf(fact)), `${one.shown.title}: ${fact.slice(0, 2).join(' ')}`)
  }
  if (look.see !== 'refused') {
    if ('at' in look) yield at(look.at)
    return answered(place, look)
  }
  const intended = facts.at(-1)!
  yield at(intended[0])
  return refusedBy(house.plan, await tell(firm, sceneOf(scenes, intended), deedOf(intended)))
}

/** Everything that is shown, as the product answers: a promise that it lets nobody tell of has an error instead. */
export async function showInProduct(
  server: TestServer,
  all: readonly Shown[],
): Promise<ReadonlyMap<Shown, readonly (readonly string[] | Error)[]>> {
  const teams = [...new Set(all.flatMap(({ plan }) => teamsIn(bundled(plan))))]
  const people = await foundPeople({ server, tenant: TENANT, random: seeded(1), teams })
  const { manager } = people
  demand(await manager.post('/api/plans/bundled'), 'plans')
  const answers = new Map<Shown, (readonly string[] | Error)[]>(all.map((shown) => [shown, []]))
  const agenda = new Agenda()
  const tellOne = async function* (showing: Showing, number: number): Story {
    try {
      answers.get(showing.shown)![number] = yield* shownIn(people, showing)
    } catch (error) {
      answers.get(showing.shown)![number] = error as Error
    }
  }
  let now = await people.now()
  for (const [place, shown] of all.entries())
    for (const [number, look] of looksOf(shown).entries()) agenda.add(now, tellOne({ shown, look, name: `${place}-${number}` }, number))
  const waker = openWaker({ services: server.services })
  const turn = async (to: Instant): Promise<void> => {
    if (to <= now) return
    demand(await manager.post('/api/clock/advance', { ms: to - now }), 'clock')
    now = to
    await waker.wakeDue()
  }
  try {
    await agenda.tell(Infinity, { turn, after: () => Promise.resolve() })
  } finally {
    await waker.stop()
  }
  return answers
}
