import { plainName } from '../sheets/say.ts'
import type { Entries, Entry } from '../master-data/decide.ts'
import type { Sheet } from '../master-data/columns.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { initialsOf } from './initials.ts'

/** What the lines of an import call by name. */
export type Wanted = {
  readonly customers: readonly string[]
  readonly serials: readonly string[]
  /** of devices without a serial number */
  readonly devices: readonly string[]
  readonly accounts: readonly string[]
}

/** As `plainName` has it, so that what is typed with blanks is found without them. */
const plain = (column: string): string => `lower(regexp_replace(${column}, '[[:space:]　*＊]', '', 'g'))`

type Row = { id: string; [field: string]: string | boolean | string[] | null }

const entry = (row: Row): Entry => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Entry

async function read(tx: Tx, text: string, values: readonly unknown[]): Promise<readonly Entry[]> {
  return (await tx.query<Row>(text, [...values])).map(entry)
}

/** What of the firm's the lines may mean; whoever imports or adds by hand meanwhile waits for nobody but another import. */
export async function entriesThere(tx: Tx, { customers, serials, devices, accounts }: Wanted): Promise<Entries> {
  const names = customers.map(plainName)
  const found = await read(
    tx,
    `SELECT id, name, contact_name AS "contactName", contact_phone AS "contactPhone", note FROM customer
     WHERE ${plain('name')} = ANY($1) OR id = ANY($2) OR id IN (SELECT customer FROM asset WHERE serial = ANY($3))`,
    [names, customers, serials],
  )
  const ids = found.map(({ id }) => id)
  return {
    customers: found,
    sites: await read(tx, 'SELECT id, customer, name, address, zone, timezone FROM site WHERE customer = ANY($1)', [ids]),
    devices: await read(
      tx,
      `SELECT id, customer, site, name, model, serial, class, accepted_on AS "acceptedOn" FROM asset
       WHERE serial = ANY($1) OR (customer = ANY($2) AND ${plain('name')} = ANY($3))`,
      [serials, ids, devices.map(plainName)],
    ),
    people: await read(
      tx,
      `SELECT p.id, p.name, p.account, p.phone, p.email, p.team, p.customer, p.subcontractor, p.left_at IS NOT NULL AS left,
         coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM person_role r WHERE r.tenant_id = p.tenant_id AND r.person = p.id), '{}') AS roles
       FROM person p WHERE p.account = ANY($1)`,
      [accounts],
    ),
  }
}

/** One import of a firm at a time: two that know nothing of each other would add a customer twice, whose name nothing holds unique. */
export async function holdMasterData(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('master-data ' || $1, 0))`, [tx.tenant])
}

const FIELDS = 'x(id text, name text, initials text, customer text'

const INSERTS: { readonly [Name in Sheet]: string } = {
  customers: `INSERT INTO customer (tenant_id, id, name, initials, contact_name, contact_phone, note, created_at, changed_at)
     SELECT $1, x.id, x.name, x.initials, x."contactName", x."contactPhone", x.note, $3, $3
     FROM jsonb_to_recordset($2::jsonb) AS ${FIELDS}, "contactName" text, "contactPhone" text, note text)`,
  sites: `INSERT INTO site (tenant_id, id, customer, name, initials, address, zone, timezone, created_at, changed_at)
     SELECT $1, x.id, x.customer, x.name, x.initials, x.address, x.zone, coalesce(x.timezone, t.timezone), $3, $3
     FROM jsonb_to_recordset($2::jsonb) AS ${FIELDS}, address text, zone text, timezone text), tenant t WHERE t.tenant_id = $1`,
  devices: `INSERT INTO asset (tenant_id, id, customer, site, name, initials, model, serial, class, accepted_on, created_at, changed_at)
     SELECT $1, x.id, x.customer, x.site, x.name, x.initials, x.model, x.serial, x.class, x."acceptedOn", $3, $3
     FROM jsonb_to_recordset($2::jsonb) AS ${FIELDS}, site text, model text, serial text, class text, "acceptedOn" text)`,
  people: `INSERT INTO person (tenant_id, id, name, initials, account, phone, email, team, customer, subcontractor, created_at, changed_at)
     SELECT $1, x.id, x.name, x.initials, x.account, x.phone, x.email, x.team, x.customer, x.subcontractor, $3, $3
     FROM jsonb_to_recordset($2::jsonb) AS ${FIELDS}, account text, phone text, email text, team text, subcontractor text)`,
}

const INSERT_ROLES = `INSERT INTO person_role (tenant_id, person, role)
   SELECT $1, x.id, r.role FROM jsonb_to_recordset($2::jsonb) AS x(id text, roles text[]), unnest(x.roles) AS r(role)`

/** Some hundred rows of one kind in one statement. */
export async function addEntries(
  tx: Transaction,
  sheet: Sheet,
  { entries, now }: { readonly entries: readonly Entry[]; readonly now: number },
): Promise<void> {
  const rows = entries.map((one) => ({
    ...one,
    initials: initialsOf(String(one.name), sheet === 'devices' && typeof one.model === 'string' ? one.model : undefined),
  }))
  const written = JSON.stringify(rows)
  await tx.query(INSERTS[sheet], [tx.tenant, written, now])
  if (sheet === 'people') await tx.query(INSERT_ROLES, [tx.tenant, written])
}
