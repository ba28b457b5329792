import assert from 'node:assert/strict'
import { test } from 'node:test'
import { migrate, readMigrations } from './migrate.ts'
import { createTestDatabase } from './testing.ts'

const database = await createTestDatabase()

test('a database that is up to date is left as it is', async () => {
  assert.deepEqual(await migrate(database.address), { ok: true, version: readMigrations().length, applied: [] })
})
