import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Action } from '../../core/access/actions.ts'
import type { Locale } from '../../core/words.ts'
import type { RouteKey } from '../words/routes/say.ts'
import type { Caller } from './caller.ts'
import type { Http } from './http.ts'
import type { Refused } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `public`: before log-in; `self`: any person logged in, about themselves; else an action of core/access. There is no route without one. */
export type Permission = Action | 'public' | 'self'

export type Call<Permit extends Permission, Params, Query, Body> = {
  readonly http: Http
  readonly caller: Permit extends 'public' ? Caller | undefined : Caller
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly locale: Locale
  /** address of the client, behind a trusted proxy the forwarded one */
  readonly address: string
  /** the header Idempotency-Key and what it stands for; only on routes that demand it */
  readonly key: Repeat | undefined
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A write that may come twice: the client's key, and the hash of what it asks for. */
export type Repeat = { readonly key: string; readonly hash: string }

type Output<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined

export type RouteDefinition<
  Permit extends Permission,
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
> = {
  /** method and path below /api, parameters as `{id}`; also the key of its words, so that no route is without them */
  readonly at: RouteKey
  readonly permission: Permit
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** what it answers with where that is a file and no JSON */
  readonly media?: string
  readonly status?: 200 | 201
  /**
   * log-ins and one-time links carry their own once-only secret, a part of a file its place in it, and take no Idempotency-Key; everything else that writes does
   */
  readonly keyless?: true
  /** only a person who is logged in, never a token */
  readonly personOnly?: true
  /** requests a minute and client address */
  readonly perMinute?: (http: Http) => number
  /** the handler writes to the socket itself (event stream) */
  readonly stream?: true
  /** plain bytes instead of JSON: `in`, the body; `out`, the answer, which the handler writes itself */
  readonly bytes?: 'in' | 'out'
  readonly handle: (
    call: Call<Permit, Output<Params>, Output<Query>, Output<Body>>,
  ) => Promise<z.output<Answer> | Refused> | z.output<Answer> | Refused
}

/** A route as the table holds it: its own types were checked where it was written. */
export type Route = Omit<
  RouteDefinition<Permission, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined, z.ZodType>,
  'handle'
> & {
  readonly method: Method
  readonly path: string
  readonly handle: (call: Call<Permission, unknown, unknown, unknown>) => unknown
}

/** Keeps each entry of a table checked against its own schemas. */
export function route<
  Permit extends Permission,
  Answer extends z.ZodType,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(definition: RouteDefinition<Permit, Params, Query, Body, Answer>): Route {
  const [method, path] = definition.at.split(' ')
  return { ...definition, method, path } as unknown as Route
}

export const writes = (one: Pick<Route, 'method'>) => one.method !== 'GET'
