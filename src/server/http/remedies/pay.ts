import type { Subject } from '../../../core/fact.ts'
import { decidePayment } from '../../../core/remedy/pay.ts'
import type { RemedyRefusal } from '../../../core/remedy/pay.ts'
import { sayRemedyRefusal } from '../../../core/remedy/say.ts'
import { partsOf, remediesOf } from '../../../core/remedy/standing.ts'
import type { Locale } from '../../../core/words.ts'
import type { Recorded } from '../../../wire/facts.ts'
import type { PayRemedy } from '../../../wire/obligations.ts'
import { sqlState, withTenant } from '../../database/pool.ts'
import { ownerAggregate } from '../../release.ts'
import { readRecords } from '../../store/ledger.ts'
import { addEntries, GIVEN_FIRST } from '../../store/remedies.ts'
import { transact } from '../../transact.ts'
import { deniedOn } from '../obligations/releases.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { answerOfSeam, recordedBy } from '../seam-answer.ts'
import { gatherMoney, moneyGround } from './ground.ts'

export function remedyRefused({ field, ...refusal }: RemedyRefusal): Refused {
  const say = (locale: Locale) => sayRemedyRefusal(refusal, locale)
  const code = `remedy.${refusal.code}`
  return new Refused({ status: 400, code, say }).with({ field, errors: [{ field, code, say }] })
}

const stale = () => refuse(409, 'remedy.stale')

/** 支付补偿: that it was paid out, with what shows it. Of two who record it at once, one is told to look again. */
export async function payRemedy(call: Call<'invoice.manage', undefined, undefined, PayRemedy>): Promise<Recorded | Refused> {
  const { http, caller, body, key } = call
  if (!key) throw new Error('a keyed write came without its key')
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { pool, clock } = http.services
  const noSuch = () => refuseField('remedy', 'field.no-such', { value: body.remedy })
  const subject = partsOf(body.remedy)?.subject
  if (subject === undefined) return noSuch()
  const [record] = await withTenant(pool, caller.tenant, (tx) => readRecords(tx, [subject]))
  const { contract, customer, ticket } = record ?? {}
  if (contract === undefined) return noSuch()
  const denied = await deniedOn(http, caller, { action: 'invoice.manage', belonging: { ticket, customer, contract } })
  if (denied) return denied.status === 404 ? noSuch() : denied
  const rows = await withTenant(pool, caller.tenant, (tx) => gatherMoney(tx, contract, undefined))
  const ground = await moneyGround({ http, tenant: caller.tenant }, rows, await clock.now(caller.tenant))
  const remedy = remediesOf(ground).find((one) => one.key === body.remedy && one.at !== undefined)
  if (!remedy) return noSuch()
  const owners: Subject[] = [`contract/${contract}`, ...(customer === undefined ? [] : [`customer/${customer}` as const])]
  const outcome = await transact<unknown, RemedyRefusal>(http.services, {
    tenant: caller.tenant,
    subject,
    aggregate: ownerAggregate(subject),
    once: {
      person: caller.person,
      key: key.key,
      hash: key.hash,
      answer: recordedBy,
    },
    decide: ({ now, newId }) => decidePayment(remedy, body, { now, person: caller.person, newId, owners }),
    beside: (tx, { facts, recordedAt }) =>
      addEntries(tx, [
        {
          remedy: remedy.key,
          nth: remedy.nth,
          fen: body.fen,
          how: 'paid',
          contract,
          fact: facts[0]!.id,
          person: caller.person,
          at: recordedAt,
        },
      ]),
  }).catch((error: unknown) => {
    if (sqlState(error)?.constraint === GIVEN_FIRST) return stale()
    throw error
  })
  if (outcome instanceof Refused) return outcome
  return answerOfSeam<Recorded, unknown, RemedyRefusal>(outcome, {
    refused: remedyRefused,
    stale,
    exists: stale,
    unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
  })
}
