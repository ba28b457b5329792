import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Done } from '../../../wire/base.ts'
import type { LogIn, Session, Welcome } from '../../../wire/session.ts'
import { DEMO_PASSWORD, OFFERED_ACCOUNTS, PEOPLE } from '../../demo/vendor.ts'
import { inTransaction, withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { closeSession, countFailure, credentialOf, forgetFailures, openSession, personOfSession, tenantRow } from '../../store/session.ts'
import type { CredentialRow } from '../../store/session.ts'
import { writeTrail } from '../../store/trail.ts'
import { callerOf, cookieName, isSecure } from '../authenticate.ts'
import type { Http } from '../http.ts'
import { LOCK_MS, MAX_FAILURES } from '../lockout.ts'
import { roleName } from '../names.ts'
import { passwordFits } from '../passwords.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { hashSecret, newSecret, readBearer, writeBearer } from '../secrets.ts'
import { presentSession } from './present.ts'

type PublicCall<Body> = Call<'public', undefined, undefined, Body>
type OwnCall<Body = undefined> = Call<'self', undefined, undefined, Body>

export async function logIn({ http, body, request, reply, address, locale }: PublicCall<LogIn>): Promise<Session | Refused> {
  const [account = '', tenant = ''] = body.account.split('@')
  const now = http.services.clock.machine()
  const credential = await withTenant(http.services.pool, tenant, (tx) => credentialOf(tx, account))
  const restMs = credential ? (credential.locked_until ?? 0) - now : http.strangers.restMs(body.account, now)
  if (restMs > 0)
    return refuse(423, 'session.locked', { minutes: Math.ceil(restMs / 60_000) }).with({ retryAfterSeconds: Math.ceil(restMs / 1000) })
  const fits = await passwordFits(credential?.password_hash ?? undefined, body.password)
  if (!credential || !fits) return failed({ http, tenant, account: body.account, credential, now, address })
  const secret = newSecret()
  const hash = hashSecret('session', secret)
  const before = readBearer('session', request.cookies[cookieName(isSecure(http, request))])
  const session = await inTransaction(http.services.pool, tenant, async (tx) => {
    // A session that came with the request is not carried on: whoever planted it must not be logged in with it.
    if (before?.tenant === tenant) await closeSession(tx, hashSecret('session', before.secret))
    await forgetFailures(tx, credential.id)
    await openSession(tx, { hash, person: credential.id, now, address, agent: request.headers['user-agent'] ?? '' })
    await writeTrail(tx, { at: now, person: credential.id, action: 'session.opened', address })
    const person = await personOfSession(tx, hash, now)
    if (!person) throw new Error('the session just opened is not there')
    const caller = callerOf(tenant, person, { kind: 'session', hash, expiresAt: person.expires_at })
    return presentSession(tx, caller, { now, locale: caller.locale ?? locale })
  })
  setCookie({ http, request, reply }, { value: writeBearer('session', { tenant, secret }), expiresAt: session.expiresAt, now })
  return session
}

type Failure = { http: Http; tenant: string; account: string; credential: CredentialRow | undefined; now: number; address: string }

/** A wrong password and an unknown account get the same answer in the same time, and lock after the same number. */
async function failed({ http, tenant, account, credential, now, address }: Failure): Promise<Refused> {
  http.metrics.logInFailures.inc()
  if (!credential) http.strangers.fail(account, now)
  const record = async (tx: Tx): Promise<void> => {
    if (!(await tenantRow(tx))) return
    const locked = credential !== undefined && (await countFailure(tx, { person: credential.id, now, max: MAX_FAILURES, lockMs: LOCK_MS }))
    const data = credential ? {} : { account }
    await writeTrail(tx, { at: now, person: credential?.id, action: locked ? 'session.locked' : 'session.failed', address, data })
  }
  await inTransaction(http.services.pool, tenant, record)
  return refuse(401, 'session.wrong')
}

type Cookie = { readonly value: string; readonly expiresAt: number; readonly now: number }

/** Lax and not strict: a link in a mail must open the page it names. Writes are guarded by the origin besides. */
type Exchange = { readonly http: Http; readonly request: FastifyRequest; readonly reply: FastifyReply }

function setCookie({ http, request, reply }: Exchange, { value, expiresAt, now }: Cookie): void {
  const secure = isSecure(http, request)
  reply.setCookie(cookieName(secure), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: Math.floor((expiresAt - now) / 1000),
  })
}

export async function logOut({ http, caller, request, reply, address }: OwnCall): Promise<Done> {
  const now = http.services.clock.machine()
  const secure = isSecure(http, request)
  await inTransaction(http.services.pool, caller.tenant, async (tx) => {
    if (caller.via.kind === 'session') await closeSession(tx, caller.via.hash)
    await writeTrail(tx, { at: now, person: caller.person, action: 'session.closed', address })
  })
  peopleChanged(http, caller.tenant, caller.person)
  reply.clearCookie(cookieName(secure), { path: '/', secure, httpOnly: true, sameSite: 'lax' })
  // What the browser kept of this person's pages goes too.
  reply.header('clear-site-data', '"cache"')
  return { ok: true }
}

/** Forgets remembered callers here at once, and in every other process by message. */
export function peopleChanged(http: Http, tenant: string, ...people: readonly string[]): void {
  http.callers.drop(tenant)
  http.services.live.changed({ tenant, kind: 'people', ids: people })
}

export function whoAmI({ http, caller, locale }: OwnCall): Promise<Session> {
  const now = http.services.clock.machine()
  return withTenant(http.services.pool, caller.tenant, (tx) => presentSession(tx, caller, { now, locale }))
}

/** The demo's accounts are offered on the log-in page; a real tenant's page says nothing of anybody. */
export async function welcome({ http, locale }: PublicCall<undefined>): Promise<Welcome> {
  const tenant = http.options.demoTenant
  const mail = http.services.outbound.mail !== undefined
  const row = tenant === undefined ? undefined : await withTenant(http.services.pool, tenant, tenantRow)
  if (tenant === undefined || !row?.demo) return { mail }
  const accounts = OFFERED_ACCOUNTS.flatMap((id) => PEOPLE.filter((person) => person.id === id)).map((person) => ({
    account: `${person.account}@${tenant}`,
    name: person.name,
    role: person.roles.map((role) => roleName(locale, { id: role, name: null })).join(' '),
  }))
  return {
    mail,
    demo: {
      tenant: row.name,
      password: DEMO_PASSWORD,
      accounts,
      ...(row.seeding ? { seeding: row.seeding } : {}),
    },
  }
}
