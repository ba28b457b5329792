import type { FastifyRequest } from 'fastify'
import { Theme } from '../../wire/session.ts'
import { withTenant } from '../database/pool.ts'
import { personOfSession, personOfToken } from '../store/session.ts'
import type { PersonRow } from '../store/session.ts'
import type { Caller } from './caller.ts'
import type { Http } from './http.ts'
import { refuse } from './problem.ts'
import type { Refused } from './problem.ts'
import type { Permission } from './route.ts'
import { hashSecret, readBearer } from './secrets.ts'
import type { Bearer, BearerKind } from './secrets.ts'

/** A cookie that only https may carry gets the prefix by which browsers refuse to take it from anywhere else. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-nuoxing' : 'nuoxing'
}

export function isSecure(http: Http, request: FastifyRequest): boolean {
  return http.options.secure || request.protocol === 'https'
}

/**
 * Who asks. Undefined: nobody says who they are. Refused: somebody does, and it does not hold. A token in the header
 * wins over the cookie, so that a program run in a browser's shadow does what its token says.
 */
export async function authenticate(http: Http, request: FastifyRequest): Promise<Caller | undefined | Refused> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const bearer = readBearer('token', /^Bearer +(\S+)$/i.exec(authorization)?.[1])
    return (bearer && (await known(http, 'token', bearer))) ?? refuse(401, 'session.token')
  }
  const cookie = request.cookies[cookieName(isSecure(http, request))]
  if (cookie === undefined || cookie === '') return undefined
  const bearer = readBearer('session', cookie)
  return (bearer && (await known(http, 'session', bearer))) ?? refuse(401, 'session.expired')
}

async function known(http: Http, kind: Extract<BearerKind, 'session' | 'token'>, { tenant, secret }: Bearer): Promise<Caller | undefined> {
  const hash = hashSecret(kind, secret)
  const key = `${tenant} ${hash.toString('base64url')}`
  const now = http.services.clock.machine()
  const load = () =>
    withTenant(http.services.pool, tenant, (tx) => (kind === 'session' ? bySession(tx, hash, now) : byToken(tx, hash, now)))
  return http.callers.get(key, now) ?? http.callers.load(key, { tenant, now }, load)
}

type Tx = Parameters<typeof personOfSession>[0]

async function bySession(tx: Tx, hash: Buffer, now: number): Promise<Caller | undefined> {
  const row = await personOfSession(tx, hash, now)
  return row && callerOf(tx.tenant, row, { kind: 'session', hash, expiresAt: row.expires_at })
}

async function byToken(tx: Tx, hash: Buffer, now: number): Promise<Caller | undefined> {
  const row = await personOfToken(tx, hash, now)
  return row && callerOf(tx.tenant, row, { kind: 'token', id: row.token, scopes: row.scopes })
}

export function callerOf(tenant: string, row: PersonRow, via: Caller['via']): Caller {
  return {
    tenant,
    person: row.id,
    name: row.name,
    account: row.account,
    customer: row.customer ?? undefined,
    team: row.team ?? undefined,
    branch: row.branch,
    roles: row.roles,
    grants: row.roles.flatMap((role) => role.grants),
    locale: row.locale ?? undefined,
    theme: Theme.safeParse(row.theme).data ?? 'system',
    via,
  }
}

/** A token does what its scopes name, and never more than its person may. */
export function tokenReaches(caller: Caller, permission: Permission): boolean {
  return caller.via.kind !== 'token' || permission === 'self' || caller.via.scopes.includes(permission)
}
