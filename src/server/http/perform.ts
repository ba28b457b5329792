import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Action } from '../../core/access/actions.ts'
import { canBeGiven } from '../../core/access/by-contract.ts'
import { canonicalJson } from '../../core/canonical.ts'
import { withTenant } from '../database/pool.ts'
import { isNamedByContract } from '../store/releases.ts'
import { authenticate, tokenReaches } from './authenticate.ts'
import { mayEver } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Http } from './http.ts'
import { readInput } from './input.ts'
import { preferredLocale } from './language.ts'
import { Refused, refuse } from './problem.ts'
import { writes } from './route.ts'
import type { Call, Permission, Repeat, Route } from './route.ts'
import { heldBySeeding } from './seeding.ts'

/** One request against one line of the route table: origin, who, whether ever, what exactly, then the handler. */
export async function answerRoute(
  http: Http,
  route: Route,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<unknown> {
  const foreign = writes(route) ? foreignOrigin(http, request) : undefined
  if (foreign) return refuse(403, 'request.origin', { origin: foreign.slice(0, 80) })
  const caller = await authenticate(http, request)
  if (route.permission !== 'public') {
    if (caller instanceof Refused) return caller
    if (!caller) return refuse(401, 'session.none')
    if (route.personOnly && caller.via.kind === 'token') return refuse(403, 'session.token-refused')
    if (!tokenReaches(caller, route.permission)) return refuse(403, 'session.scope', { action: route.permission })
    const denied = route.permission === 'self' ? undefined : mayEver(caller, route.permission)
    if (denied && !(await mayByContract(http, caller, route))) return denied
    const held = await heldBySeeding(http, route, caller)
    if (held) return held
  }
  const known = caller instanceof Refused ? undefined : caller
  const input = readParts(route, request)
  if (input instanceof Refused) return input
  const key = writes(route) && !route.keyless ? readKey(route, request) : undefined
  if (key instanceof Refused) return key
  const call: Call<Permission, unknown, unknown, unknown> = {
    http,
    caller: known as never,
    ...input,
    locale: known?.locale ?? preferredLocale(request.headers['accept-language']) ?? http.options.locale,
    address: request.ip,
    key,
    request,
    reply,
  }
  return route.handle(call)
}

/** Routes that look at the record before they let anybody do it: there a contract may name people who may nothing of the kind in the firm. */
const LOOKS_AT_THE_RECORD = /^\/(tickets\/\{id\}\/[a-z-]+|obligations\/\{id\}\/(waive|excuse)|facts\/\{id\}\/approve)$/

async function mayByContract(http: Http, { tenant, person, customer }: Caller, { permission, path, method }: Route): Promise<boolean> {
  if (method !== 'POST' || !LOOKS_AT_THE_RECORD.test(path) || customer !== undefined || !canBeGiven(permission as Action)) return false
  return withTenant(http.services.pool, tenant, (tx) => isNamedByContract(tx, person))
}

type Parts = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

function readParts(route: Route, request: FastifyRequest): Parts | Refused {
  const params = route.params ? readInput(route.params, request.params) : undefined
  // A path whose id cannot be one names nothing.
  if (params instanceof Refused) return refuse(404, 'record.missing')
  const query = route.query ? readInput(route.query, request.query) : undefined
  if (query instanceof Refused) return query
  const body = route.body ? readInput(route.body, request.body ?? {}) : undefined
  return body instanceof Refused ? body : { params, query, body }
}

/** The same key for another path or another body is another request. */
function readKey(route: Route, request: FastifyRequest): Repeat | Refused {
  const key = request.headers['idempotency-key']
  if (key === undefined || key === '') return refuse(400, 'idempotency.missing').with({ field: 'Idempotency-Key' })
  if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{8,128}$/.test(key))
    return refuse(400, 'idempotency.malformed').with({ field: 'Idempotency-Key' })
  return { key, hash: hash('sha256', `${route.method} ${request.url}\n${canonicalJson(request.body ?? null)}`, 'hex') }
}

/**
 * A browser names where a write comes from; a page of another site is refused, log-in included. Programs that are no
 * browser send neither header, and hold no cookie of somebody else's.
 */
function foreignOrigin(http: Http, request: FastifyRequest): string | undefined {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none' ? undefined : String(site)
  const own = [`${request.protocol}://${request.host}`, http.options.publicUrl].filter((one) => one !== undefined)
  return own.includes(origin) ? undefined : origin
}
