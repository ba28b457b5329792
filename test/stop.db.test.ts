import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { runningEmbedded } from '../src/server/database/embedded.ts'
import { hashPassword } from '../src/server/http/passwords.ts'
import { addPerson } from '../src/server/store/people.ts'
import { setPassword } from '../src/server/store/session.ts'
import { foundTenant } from '../src/server/tenants.ts'
import type { TicketPage } from '../src/wire/tickets.ts'
import { answerOf, emptyFolder, freePort, startProduct, stopProduct } from './start/product.testing.ts'

const folder = emptyFolder()
const dataDir = join(folder, 'data')
const env = { NUOXING_DEMO: 'off', NUOXING_BACKUP_AT: 'off' }
after(() => rmSync(folder, { recursive: true, force: true }))

const FIRM = 'qingyuan'
const PASSWORD = 'cedar-lantern-7'

/** A firm of one person, who takes in faults. */
async function foundFirm(): Promise<void> {
  const { connection } = runningEmbedded(dataDir) ?? assert.fail('no database')
  const at = Date.now()
  const password = await hashPassword(PASSWORD)
  await foundTenant(
    { kind: 'embedded', ...connection },
    { id: FIRM, name: '青原机电', timezone: 'Asia/Shanghai', demo: false, at },
    async (tx) => {
      const nowhere = { phone: undefined, team: undefined, customer: undefined }
      await addPerson(tx, { id: 'an', name: '安知夏', account: 'an', ...nowhere, roles: ['service-manager'], now: at })
      await setPassword(tx, 'an', password)
    },
  )
}

/** Over the network, as a browser is. */
async function enter(address: string) {
  const post = (path: string, body: object, more: Readonly<Record<string, string>>) =>
    fetch(`${address}/api${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...more },
    })
  const answer = await post('/session', { account: `an@${FIRM}`, password: PASSWORD }, {})
  assert.equal(answer.status, 200, await answer.text())
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? assert.fail('no cookie')
  return {
    get: async <Answer>(path: string) => (await (await fetch(`${address}/api${path}`, { headers: { cookie } })).json()) as Answer,
    post: (path: string, body: object) => post(path, body, { cookie, 'idempotency-key': crypto.randomUUID() }),
  }
}

async function titlesOf(address: string): Promise<string[]> {
  const { get } = await enter(address)
  const titles: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: TicketPage = await get<TicketPage>(`/tickets?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    titles.push(...page.items.map(({ title }) => title))
    cursor = page.next
  }
  return titles
}

const WRITERS = 24

/** Each reports one fault after another until it is turned away. `answered`: title → status. */
function writeOn(post: (title: string) => Promise<Response>) {
  const answered = new Map<string, number>()
  const isAnswered = async (title: string): Promise<boolean> => {
    try {
      const answer = await post(title)
      await answer.text()
      answered.set(title, answer.status)
      return true
    } catch {
      return false
    }
  }
  const writer = async (who: number): Promise<void> => {
    for (let n = 1; await isAnswered(`设备停机 ${who}-${n}`);) n += 1
  }
  return { answered, ended: Promise.all(Array.from({ length: WRITERS }, (_, who) => writer(who))) }
}

test('Ctrl-C in the midst of writes: what was taken in is answered and kept, all else is turned away, and the database is stopped', async (t) => {
  const product = startProduct({ dataDir, port: await freePort(), env })
  t.after(() => stopProduct(product))
  await answerOf(product, '/readyz')
  await foundFirm()
  const { post } = await enter(product.address)
  const added = await post('/customers', { name: '锦屏医院' })
  const { id: customer } = (await added.json()) as { id: string }
  const { answered, ended } = writeOn((title) => post('/tickets', { channel: 'phone', title, customer }))
  while (answered.size < 4 * WRITERS) await sleep(2)
  const before = answered.size
  product.child.kill('SIGINT')
  await ended
  assert.equal(await product.ended, 0, product.printed())
  assert.ok(!existsSync(join(dataDir, 'postgres', 'postmaster.pid')), 'the database is stopped with it')
  assert.deepEqual([...new Set(answered.values())], [201])
  assert.ok(answered.size > before, 'writes were under way')
  const again = startProduct({ dataDir, port: await freePort(), env })
  t.after(() => stopProduct(again))
  await answerOf(again, '/readyz')
  assert.deepEqual((await titlesOf(again.address)).toSorted(), [...answered.keys()].toSorted())
  assert.equal(await stopProduct(again), 0, again.printed())
})
