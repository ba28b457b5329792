import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { bundledPlans } from '../../src/server/bundled-plans.ts'
import { seeded } from '../../src/server/demo/random.ts'
import { startTestServer } from '../../src/server/http/http.testing.ts'
import { openSigner } from '../../src/server/seal-key.ts'
import { foundFirm } from './firm.ts'
import { proveRecord, reckon } from './reckon.ts'
import { tellYear } from './year.ts'

// A year of every bundled plan, or until its last cover has ended: a firm with three contracts under it, told through the API on the firm's own clock, with
// the waker of the product. A short run tells always the same three; a proof tells all of them, by a seed that is printed.

const PROVING = process.env.NUOXING_PROVE !== undefined
const SEED = PROVING ? Number(process.env.NUOXING_SEED ?? Date.now() % 1_000_000) : 20_260_926
const GUARDING = ['fengji.yaml', 'liucheng-6.yaml', 'ruiyan.yaml']
const WANDERINGS = 12

const server = await startTestServer()
/** A Monday morning of a year whose holidays are announced. */
server.time.now = Date.parse('2025-11-03T01:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'nx-year-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const signer = openSigner(folder)

const told = bundledPlans().filter(({ file }) => PROVING || GUARDING.includes(file))
const table: string[] = []

for (const [place, { file, yaml }] of told.entries()) {
  const id = file.replace('.yaml', '')
  test(`a year of ${id}: every promise opens, is kept once and broken once, and live = replay = audit`, async () => {
    const begun = performance.now()
    const firm = await foundFirm({ server, tenant: `year-${id}`, yaml, random: seeded(SEED + place) })
    const lost = await tellYear(firm, { wanderings: WANDERINGS })
    const facts = await proveRecord(firm, signer)
    const { opened, kept, broken, promises, excepted, missing } = await reckon(firm)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    table.push([id, promises, opened, kept, broken, excepted, facts, seconds].join(' | '))
    assert.deepEqual(missing, [], `seed ${SEED}, did not come about: ${lost.join(', ')}`)
  })
}

after(() => {
  console.log(`years told by seed ${SEED}\nplan | promises | opened | kept | broken | excepted | facts | seconds\n${table.join('\n')}`)
})
