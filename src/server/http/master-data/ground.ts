import type { Action } from '../../../core/access/actions.ts'

import type { Locale } from '../../../core/words.ts'
import type { Tx } from '../../database/pool.ts'
import type { Known, Sheet } from '../../master-data/columns.ts'
import { LAYOUT } from '../../master-data/columns.ts'
import type { Entries, Ground } from '../../master-data/decide.ts'
import type { Nameable } from '../../sheets/cells.ts'
import { sheetWord } from '../../sheets/say.ts'
import { linesOf } from '../../sheets/table.ts'
import type { Table } from '../../sheets/table.ts'
import { findZones } from '../../store/contract-queries.ts'
import { entriesThere } from '../../store/master-data.ts'
import { allRoles } from '../../store/people.ts'
import type { RoleRow } from '../../store/people.ts'
import { teamsWithPeople } from '../../store/teams.ts'
import type { Caller } from '../caller.ts'
import { widest } from '../caller.ts'
import { roleName } from '../names.ts'
import { rolesProblem } from '../people/people.ts'
import { newId } from '../secrets.ts'

export type Firm = { readonly known: Known; readonly roles: readonly RoleRow[] }

/** Roles, teams and zones that cells may name. */
export async function firmOf(tx: Tx, caller: Caller): Promise<Firm> {
  const roles = await allRoles(tx)
  const zones = await findZones(tx, caller)
  const teams = (await teamsWithPeople(tx)).filter((team) => team.retired_at === null)
  return {
    roles,
    known: {
      roles: roles.map((role): Nameable => ({ id: role.id, names: (locale) => [roleName(locale, role)] })),
      teams: teams.map(({ id, name }) => ({ id, names: () => [name] })),
      zones: zones.map(({ id, names }) => ({ id, names: () => names })),
    },
  }
}

const NEEDS: { readonly [Name in Sheet]: Action } = {
  customers: 'customer.manage',
  sites: 'site.manage',
  devices: 'asset.manage',
  people: 'person.manage',
}

/** What the lines call by name, read once before they are decided. */
function thereFor(tx: Tx, tables: readonly Table[]): Promise<Entries> {
  const customers = new Set<string>()
  const serials = new Set<string>()
  const devices = new Set<string>()
  const accounts = new Set<string>()
  const text = (value: unknown) => String(value ?? '').trim()
  for (const { sheet, cells } of linesOf(tables, LAYOUT).lines) {
    customers.add(text(cells.get(sheet === 'customers' ? 'name' : 'customer')))
    if (sheet === 'people') accounts.add(text(cells.get('account')).toLowerCase())
    if (sheet !== 'devices') continue
    const serial = text(cells.get('serial'))
    if (serial === '') devices.add(text(cells.get('name')))
    else serials.add(serial)
  }
  return entriesThere(tx, { customers: [...customers], serials: [...serials], devices: [...devices], accounts: [...accounts] })
}

type Speaking = { readonly caller: Caller; readonly locale: Locale }

/** All that the lines of the tables are decided with. */
export async function groundFor(tx: Tx, { caller, locale }: Speaking, tables: readonly Table[]): Promise<Ground> {
  const { known, roles } = await firmOf(tx, caller)
  return {
    known,
    there: await thereFor(tx, tables),
    newId,
    may: (sheet) => widest(caller, NEEDS[sheet]) !== undefined,
    rolesProblem: (wanted, customer) => rolesProblem({ caller, locale }, wanted, { known: roles, customer })?.say,
  }
}

/** A value by what it is called: customers and sites by their names, roles, teams and zones by theirs. */
export function calledBy({ known, there }: Pick<Ground, 'known' | 'there'>): (column: string, value: unknown, locale: Locale) => string {
  const names = new Map([...there.customers, ...there.sites].map(({ id, name }) => [id, String(name)]))
  const lists: Readonly<Record<string, readonly Nameable[]>> = { roles: known.roles, team: known.teams, zone: known.zones }
  return (column, value, locale) => {
    const values = (Array.isArray(value) ? value : [value]).map(String)
    const nameOf = (id: string) => lists[column]?.find((one) => one.id === id)?.names(locale)[0] ?? names.get(id) ?? id
    return values.map(nameOf).join(sheetWord('comma', {}, locale))
  }
}
