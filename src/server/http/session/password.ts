import type { Done } from '../../../wire/base.ts'
import type { ChangePassword, ChangePreferences, RequestPasswordReset, ResetPassword, Session, SetUp } from '../../../wire/session.ts'
import { inTransaction, sqlState, withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { addPerson, accountOf } from '../../store/people.ts'
import {
  addLink,
  closeSessionsOf,
  countFailure,
  credentialOf,
  credentialOfPerson,
  setPassword,
  setPreferences,
  useLink,
} from '../../store/session.ts'
import type { LinkKind } from '../../store/session.ts'
import { writeTrail } from '../../store/trail.ts'
import { mailAccountLink } from '../../messages/account-link.ts'
import { LOCK_MS, MAX_FAILURES } from '../lockout.ts'
import { hashPassword, isWeak, passwordFits } from '../passwords.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { hashSecret, newId, newSecret, readBearer, writeBearer } from '../secrets.ts'
import { peopleChanged } from './log-in.ts'
import { preferencesOf, presentSession } from './present.ts'

type PublicCall<Body> = Call<'public', undefined, undefined, Body>
type OwnCall<Body> = Call<'self', undefined, undefined, Body>

const RESET_MS = 24 * 3_600_000
const SETUP_MS = 7 * 86_400_000

/** A new password ends every other session: whoever knew the old one is out. */
export async function changePassword({ http, caller, body, address }: OwnCall<ChangePassword>): Promise<Done | Refused> {
  const { pool, clock } = http.services
  const now = clock.machine()
  const credential = await withTenant(pool, caller.tenant, (tx) => credentialOfPerson(tx, caller.person))
  if (!credential || !(await passwordFits(credential.password_hash ?? undefined, body.current))) {
    if (credential)
      await withTenant(pool, caller.tenant, (tx) => countFailure(tx, { person: caller.person, now, max: MAX_FAILURES, lockMs: LOCK_MS }))
    return refuseField('current', 'password.wrong')
  }
  if (isWeak(body.password, caller.account)) return refuseField('password', 'password.weak')
  const hash = await hashPassword(body.password)
  await inTransaction(pool, caller.tenant, async (tx) => {
    await setPassword(tx, caller.person, hash)
    await closeSessionsOf(tx, caller.person, caller.via.kind === 'session' ? caller.via.hash : undefined)
    await writeTrail(tx, { at: now, person: caller.person, action: 'password.changed', address })
  })
  peopleChanged(http, caller.tenant, caller.person)
  return { ok: true }
}

export async function changePreferences({ http, caller, body, locale }: OwnCall<ChangePreferences>): Promise<Session> {
  const { pool, clock } = http.services
  const session = await withTenant(pool, caller.tenant, async (tx) => {
    await setPreferences(tx, caller.person, body)
    const chosen = await preferencesOf(tx, caller.person)
    const changed = { ...caller, locale: chosen?.locale ?? undefined, theme: body.theme ?? caller.theme }
    return presentSession(tx, changed, { now: clock.machine(), locale: changed.locale ?? locale })
  })
  peopleChanged(http, caller.tenant, caller.person)
  return session
}

/**
 * Answers the same whether or not there is such an account. Where mail is on, the link goes to the address that an administrator wrote down for the person. The wish
 * stands in the trail as well, where an administrator finds it and gives out a link (POST /people/{id}/invite).
 */
export async function requestReset({ http, body, address }: PublicCall<RequestPasswordReset>): Promise<Done> {
  const [account = '', tenant = ''] = body.account.split('@')
  const at = http.services.clock.machine()
  await inTransaction(http.services.pool, tenant, async (tx) => {
    const person = await credentialOf(tx, account)
    if (!person) return
    await writeTrail(tx, { at, person: person.id, action: 'password.reset-requested', address })
    await mailAccountLink(tx, http.services, { kind: 'password-reset', person: person.id, now: at })
  })
  return { ok: true }
}

export type NewLinkText = { readonly token: string; readonly path: string; readonly expiresAt: number }

/** A link that works once. The secret exists in the answer alone; the table holds its hash. */
export async function newLink(tx: Tx, kind: LinkKind, { person, now }: { person: string | undefined; now: number }): Promise<NewLinkText> {
  const secret = newSecret()
  const token = writeBearer(kind, { tenant: tx.tenant, secret })
  const expiresAt = await addLink(tx, { hash: hashSecret(kind, secret), kind, person, now, forMs: kind === 'setup' ? SETUP_MS : RESET_MS })
  // Behind the # it is never sent to a server, nor written into anybody's log.
  return { token, path: `/${kind === 'setup' ? 'setup' : 'password'}#${token}`, expiresAt }
}

/** By the link: sets the password, lifts the lock, ends every session. */
export async function resetPassword({ http, body, address }: PublicCall<ResetPassword>): Promise<Done | Refused> {
  const bearer = readBearer('reset', body.token)
  if (!bearer) return refuseField('token', 'reset.invalid')
  const { pool, clock } = http.services
  const now = clock.machine()
  const hash = await hashPassword(body.password)
  const outcome = await inTransaction(pool, bearer.tenant, async (tx) => {
    const link = await useLink(tx, hashSecret('reset', bearer.secret), { kind: 'reset', now: now })
    const person = link?.person ? await accountOf(tx, link.person) : undefined
    if (!person) return refuseField('token', 'reset.invalid')
    // Thrown, so that the link is not used up by a password that was not taken.
    if (isWeak(body.password, person.account)) throw refuseField('password', 'password.weak')
    await setPassword(tx, person.id, hash)
    await closeSessionsOf(tx, person.id)
    await writeTrail(tx, { at: now, person: person.id, action: 'password.reset', address })
    return person.id
  }).catch(asRefused)
  if (outcome instanceof Refused) return outcome
  peopleChanged(http, bearer.tenant, outcome)
  return { ok: true }
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}

/** The first administrator of a tenant makes their own account; nobody ever knew a password for them. */
export async function setUp({ http, body, address }: PublicCall<SetUp>): Promise<{ ok: true; account: string } | Refused> {
  const bearer = readBearer('setup', body.token)
  if (!bearer) return refuseField('token', 'setup.invalid')
  if (isWeak(body.password, body.account)) return refuseField('password', 'password.weak')
  const { pool, clock } = http.services
  const now = clock.machine()
  const hash = await hashPassword(body.password)
  const person = newId()
  const outcome = await inTransaction(pool, bearer.tenant, async (tx) => {
    if (!(await useLink(tx, hashSecret('setup', bearer.secret), { kind: 'setup', now: now })))
      return refuse(400, 'setup.invalid').with({ field: 'token' })
    await addPerson(tx, {
      id: person,
      name: body.name,
      account: body.account,
      phone: undefined,
      team: undefined,
      customer: undefined,
      roles: ['administrator'],
      now,
    })
    await setPassword(tx, person, hash)
    await writeTrail(tx, { at: now, person, action: 'tenant.set-up', address })
    return undefined
  }).catch((error: unknown) =>
    sqlState(error)?.code === '23505' ? refuseField('account', 'setup.account-taken', { account: body.account }) : asRefused(error),
  )
  if (outcome) return outcome
  peopleChanged(http, bearer.tenant, person)
  return { ok: true, account: `${body.account}@${bearer.tenant}` }
}
