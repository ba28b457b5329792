import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** What a bearer holds: the tenant in clear, so that nothing is looked up across tenants, and 256 bits of secret. */
export type Bearer = { readonly tenant: string; readonly secret: string }

/** `s` a log-in session, `t` a personal token, `r` a password reset, `u` the set-up of a tenant's first administrator. */
export type BearerKind = 'session' | 'token' | 'reset' | 'setup'

const PREFIX: Readonly<Record<BearerKind, string>> = { session: 'nxc', token: 'nx', reset: 'nxr', setup: 'nxs' }

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function writeBearer(kind: BearerKind, bearer: Bearer): string {
  return `${PREFIX[kind]}_${bearer.tenant}_${bearer.secret}`
}

/** Undefined for anything that is not exactly of this kind. */
export function readBearer(kind: BearerKind, text: string | undefined): Bearer | undefined {
  const [, prefix, tenant, secret] = /^(nx[crs]?)_([a-z0-9-]{1,40})_([A-Za-z0-9_-]{43})$/.exec(text ?? '') ?? []
  return prefix === PREFIX[kind] && tenant && secret ? { tenant, secret } : undefined
}

/**
 * A secret of 256 random bits needs no slow hash: SHA-256 keeps a stolen table useless. The kind goes in, so that a
 * password reset can never be used as a session.
 */
export function hashSecret(kind: BearerKind, secret: string): Buffer {
  return createHash('sha256').update(`${kind}:${secret}`).digest()
}

/** Ids of records made by people: sortable by nothing, guessable by nobody. */
export function newId(): string {
  return randomUUID().replaceAll('-', '')
}
