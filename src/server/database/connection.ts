/** Where the database is: an embedded server's private socket, or an address that the user gave. */
export type DatabaseAddress =
  | { readonly kind: 'embedded'; readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  | { readonly kind: 'url'; readonly url: string }

/** Owner, and the three roles that serve: `nuoxing_app` under row-level security, `nuoxing_clock`, `nuoxing_relay`. */
export type DatabaseRole = 'owner' | 'nuoxing_app' | 'nuoxing_clock' | 'nuoxing_relay'

export type PgOptions = {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly database?: string
  readonly connectionString?: string
  readonly options?: string
  readonly application_name: string
  readonly connectionTimeoutMillis: number
  readonly keepAlive: true
}

/** A lost transaction must not hold its locks for ever. */
const IDLE_IN_TRANSACTION = '-c idle_in_transaction_session_timeout=60s'

/**
 * What `pg` is given to be one of the roles. On the private socket the role itself logs in; at an address of the user's the login is the
 * user's, and the role is put on at connect, since its login may be the only one that the server's rules let in.
 */
export function connectAs(address: DatabaseAddress, role: DatabaseRole): PgOptions {
  const base = { application_name: `nuoxing ${role}`, connectionTimeoutMillis: 10_000, keepAlive: true } as const
  if (address.kind === 'embedded') {
    const { host, port, database } = address
    return { ...base, host, port, database, user: role === 'owner' ? address.user : role, options: IDLE_IN_TRANSACTION }
  }
  const options = role === 'owner' ? IDLE_IN_TRANSACTION : `${IDLE_IN_TRANSACTION} -c role=${role}`
  return { ...base, connectionString: address.url, options }
}
