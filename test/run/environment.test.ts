import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foreignTo } from './environment.ts'

test('settings of the user are kept from the tests; the browser, the log and the seed that the tests are given are not', () => {
  const given = ['PATH', 'PORT', 'DATABASE_URL', 'NUOXING_DATA', 'NUOXING_CHROMIUM', 'NUOXING_TEST_LOG', 'NUOXING_SEED', 'NUOXING_TEST_PG']
  assert.deepEqual(foreignTo(given), ['PORT', 'DATABASE_URL', 'NUOXING_DATA', 'NUOXING_TEST_PG'])
})
