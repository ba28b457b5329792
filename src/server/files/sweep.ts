import type { PoolClient } from 'pg'
import type { Instant } from '../../core/time/instant.ts'
import { acrossTenants } from '../database/pool.ts'
import type { Pool } from '../database/pool.ts'
import type { FileStore } from './store.ts'

/** What nobody finished or attached to a row is kept this long. */
export const SWEEP_AFTER_MS = 86_400_000

export type Sweep = { readonly owner: Pool; readonly store: FileStore; readonly now: Instant }

/** How much went, by kind. */
export type Swept = { readonly uploads: number; readonly contents: number }

type Tenanted = { readonly tenant_id: string }

/** Removes uploads that were announced and never finished, and contents that no file has, both a day after they were last touched. */
export async function sweepFiles(sweep: Sweep): Promise<Swept> {
  const { owner } = sweep
  let uploads = await dropUnfinished(sweep)
  let contents = 0
  for (const { tenant_id } of await acrossTenants<Tenanted>(owner, 'SELECT tenant_id FROM tenant ORDER BY tenant_id')) {
    uploads += await dropStrayParts(sweep, tenant_id)
    contents += await dropUnused(sweep, tenant_id)
    contents += await dropStrayContents(sweep, tenant_id)
  }
  return { uploads, contents }
}

/** The row goes first: parts without a row are found by the next sweep, a row without parts would promise what is not there. */
async function dropUnfinished({ owner, store, now }: Sweep): Promise<number> {
  const gone = await acrossTenants<Tenanted & { readonly id: string }>(
    owner,
    'DELETE FROM file WHERE content IS NULL AND changed_at < $1 RETURNING tenant_id, id',
    [now - SWEEP_AFTER_MS],
  )
  for (const { tenant_id, id } of gone) await store.dropParts({ tenant: tenant_id, id })
  return gone.length
}

async function dropStrayParts({ owner, store, now }: Sweep, tenant: string): Promise<number> {
  let count = 0
  for await (const { id, writtenAt } of store.uploads(tenant)) {
    if (writtenAt >= now - SWEEP_AFTER_MS) continue
    const text = 'SELECT FROM file WHERE tenant_id = $1 AND id = $2 AND content IS NULL'
    if ((await acrossTenants(owner, text, [tenant, id])).length > 0) continue
    await store.dropParts({ tenant, id })
    count++
  }
  return count
}

/** In one transaction with `work`; whoever brings the same contents meanwhile waits at their row until it has ended. */
async function inOne(owner: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.raw.connect()
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const UNUSED = `c.tenant_id = $1 AND c.held_at < $2 AND NOT EXISTS (SELECT FROM file f WHERE f.tenant_id = c.tenant_id AND f.content = c.sha256)`

async function dropUnused({ owner, store, now }: Sweep, tenant: string): Promise<number> {
  const before = now - SWEEP_AFTER_MS
  const found = await acrossTenants<{ sha256: string }>(owner, `SELECT sha256 FROM file_content c WHERE ${UNUSED}`, [tenant, before])
  let count = 0
  for (const { sha256 } of found)
    await inOne(owner, async (client) => {
      // asked once more under the row's lock: a file may have come in between
      const gone = await client.query(`DELETE FROM file_content c WHERE ${UNUSED} AND c.sha256 = $3`, [tenant, before, sha256])
      if (gone.rowCount !== 1) return
      await store.remove({ tenant, sha256 })
      count++
    })
  return count
}

/** A process died between writing the contents and their row: the row is made for as long as the contents are removed, so that nobody can keep them meanwhile. */
async function dropStrayContents({ owner, store, now }: Sweep, tenant: string): Promise<number> {
  let count = 0
  for await (const { sha256, writtenAt } of store.contents(tenant)) {
    if (writtenAt >= now - SWEEP_AFTER_MS || !/^[0-9a-f]{64}$/.test(sha256)) continue
    await inOne(owner, async (client) => {
      const claim = 'INSERT INTO file_content (tenant_id, sha256, size, held_at) VALUES ($1, $2, 0, 0) ON CONFLICT DO NOTHING'
      if ((await client.query(claim, [tenant, sha256])).rowCount !== 1) return
      await store.remove({ tenant, sha256 })
      await client.query('DELETE FROM file_content WHERE tenant_id = $1 AND sha256 = $2', [tenant, sha256])
      count++
    })
  }
  return count
}
