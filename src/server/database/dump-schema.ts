// Writes schema.sql, so that a review sees what a migration comes to: `node src/server/database/dump-schema.ts`.
// Run by hand it starts a server of its own; the test of the same name says when it must be run again.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { sayStart } from '../words/start/say.ts'
import { connectAs } from './connection.ts'
import type { DatabaseAddress } from './connection.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

export const SCHEMA_FILE = join(import.meta.dirname, 'schema.sql')

const SEQUENCES = `SELECT format(E'CREATE SEQUENCE %I INCREMENT BY %s;', sequencename, increment_by) AS line
  FROM pg_sequences s WHERE schemaname = 'public' AND NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass AND d.deptype IN ('i', 'a')) ORDER BY 1`

const DOMAINS = `SELECT format('CREATE DOMAIN %I AS %s;', typname, format_type(typbasetype, typtypmod)) AS line
  FROM pg_type WHERE typtype = 'd' AND typnamespace = 'public'::regnamespace ORDER BY typname`

const TABLES = `SELECT c.oid, c.relname AS name, array_to_string(c.reloptions, ', ') AS options, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`

const COLUMNS = `SELECT format('  %I %s%s%s', attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN ' NOT NULL' END,
    CASE WHEN attgenerated = 's' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(adbin, adrelid))
      WHEN attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
      WHEN adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(adbin, adrelid) END) AS line
  FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`

const CONSTRAINTS = `SELECT format('  CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS line FROM pg_constraint
  WHERE conrelid = $1 AND contype IN ('p', 'u', 'f', 'c') ORDER BY array_position(ARRAY['p', 'u', 'f', 'c'], contype::text), conname`

const INDEXES = `SELECT pg_get_indexdef(indexrelid) || ';' AS line FROM pg_index WHERE indrelid = $1
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u')) ORDER BY 1`

const TRIGGERS = `SELECT pg_get_triggerdef(oid) || ';' AS line FROM pg_trigger WHERE tgrelid = $1 AND NOT tgisinternal ORDER BY tgname`

// The owner's own name differs from one database to the next.
const POLICIES = `SELECT format('CREATE POLICY %I ON %I FOR %s TO %s USING (%s)%s;', polname, $2::text,
    CASE polcmd WHEN '*' THEN 'ALL' WHEN 'r' THEN 'SELECT' ELSE polcmd::text END,
    (SELECT string_agg(CASE WHEN rolname = current_user THEN 'OWNER' ELSE rolname END, ', ' ORDER BY rolname) FROM pg_roles WHERE oid = ANY(polroles)),
    pg_get_expr(polqual, polrelid), ' WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')') AS line
  FROM pg_policy WHERE polrelid = $1 ORDER BY polname`

const GRANTS = `SELECT format('GRANT %s ON %I TO %s;', rights, $2::text, grantee) AS line FROM (
    SELECT r.rolname AS grantee, string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS rights
    FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee WHERE c.oid = $1 AND r.rolname LIKE 'nuoxing\\_%' GROUP BY 1
    UNION ALL
    SELECT r.rolname, string_agg(format('%s (%I)', x.privilege_type, a.attname), ', ' ORDER BY a.attname)
    FROM pg_attribute a, aclexplode(a.attacl) x JOIN pg_roles r ON r.oid = x.grantee WHERE a.attrelid = $1 AND r.rolname LIKE 'nuoxing\\_%' GROUP BY 1) g ORDER BY 1`

const FUNCTIONS = `SELECT pg_get_functiondef(p.oid) || ';' || coalesce(E'\\n' || (
    SELECT string_agg(format('GRANT EXECUTE ON FUNCTION %I TO %s;', p.proname, CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE r.rolname END), E'\\n' ORDER BY r.rolname)
    FROM aclexplode(p.proacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE a.grantee <> p.proowner), '') AS line
  FROM pg_proc p WHERE pronamespace = 'public'::regnamespace ORDER BY proname`

/** The whole structure as text, in one order, free of anything that differs between two databases of the same migrations. */
export async function dumpSchema(address: DatabaseAddress): Promise<string> {
  const client = new pg.Client(connectAs(address, 'owner') as pg.ClientConfig)
  await client.connect()
  const lines = async (text: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await client.query<{ line: string }>(text, [...values])).rows.map((row) => row.line.trimEnd())
  try {
    const head = '-- What the migrations come to. Written by dump-schema.ts; a test says when it is stale.'
    const { rows: tables } = await client.query<{ oid: number; name: string; options: string | null; secured: boolean; forced: boolean }>(
      TABLES,
    )
    const parts = [head, (await lines(DOMAINS)).join('\n'), (await lines(SEQUENCES)).join('\n')]
    for (const { oid, name, options, secured, forced } of tables) {
      const body = [...(await lines(COLUMNS, [oid])), ...(await lines(CONSTRAINTS, [oid]))]
        .map((line) => line.replace(/^(?! {2})/, '  '))
        .join(',\n')
      const rest = [
        ...(await lines(INDEXES, [oid])),
        ...(await lines(TRIGGERS, [oid])),
        ...(await lines(POLICIES, [oid, name])),
        ...(await lines(GRANTS, [oid, name])),
      ]
      const security = secured && forced ? [`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`] : []
      parts.push([`CREATE TABLE ${name} (\n${body}\n)${options === null ? '' : ` WITH (${options})`};`, ...security, ...rest].join('\n'))
    }
    parts.push(...(await lines(FUNCTIONS)))
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

async function writeSchema(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-schema-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataDir: join(folder, 'data'), archive: false, settings: { fsync: 'off' } })
  if (!server.ok) throw new Error(sayStart('zh-CN', server.problem))
  try {
    const address: DatabaseAddress = { kind: 'embedded', ...server.connection }
    await migrate(address)
    writeFileSync(SCHEMA_FILE, await dumpSchema(address))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await writeSchema()
