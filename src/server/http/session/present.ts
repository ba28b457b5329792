import type { Locale } from '../../../core/words.ts'
import type { Session } from '../../../wire/session.ts'
import type { Tx } from '../../database/pool.ts'
import { unreadNotices } from '../../store/watchers.ts'
import { unreadOf } from '../../store/inbox-queries.ts'
import { rowOf } from '../../store/rows.ts'
import { namesOf, tenantRow } from '../../store/session.ts'
import type { Caller } from '../caller.ts'
import { roleName } from '../names.ts'

/** Who is logged in, and all that a page needs before its first question. */
export async function presentSession(tx: Tx, caller: Caller, { now, locale }: { now: number; locale: Locale }): Promise<Session> {
  const tenant = await tenantRow(tx)
  if (!tenant) throw new Error(`a session of a tenant that is not there: ${caller.tenant}`)
  const [customer] = caller.customer === undefined ? [] : await namesOf(tx, 'customer', [caller.customer])
  const [team] = caller.team === undefined ? [] : await namesOf(tx, 'team', [caller.team])
  const offsetMs = Number(tenant.clock_offset_ms)
  return {
    me: {
      id: caller.person,
      name: caller.name,
      account: `${caller.account}@${caller.tenant}`,
      ...(customer ? { customer } : {}),
      ...(team ? { team } : {}),
      roles: caller.roles.map((role) => ({ id: role.id, name: roleName(locale, role) })),
      grants: caller.grants.map(({ action, scope }) => ({ action, scope })),
      teams: [...caller.branch],
    },
    tenant: {
      id: tenant.tenant_id,
      name: tenant.name,
      zone: tenant.timezone,
      demo: tenant.demo,
      ...(tenant.seeding ? { seeding: tenant.seeding } : {}),
    },
    clock: { now: now + offsetMs, offsetMs },
    locale,
    theme: caller.theme,
    expiresAt: caller.via.kind === 'session' ? caller.via.expiresAt : now,
    unreadInbox: (await unreadOf(tx, caller.person)) + (await unreadNotices(tx, caller.person)),
  }
}

/** The preferences as they stand now, not as a remembered caller has them. */
export function preferencesOf(tx: Tx, person: string): Promise<{ locale: Locale | null; theme: string } | undefined> {
  return rowOf(tx, 'SELECT locale, theme FROM person WHERE id = $1', [person])
}
