import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'north')
const { url } = server

type Heard = { readonly id: string | undefined; readonly event: string; readonly data: { subjects?: string[] } }

/** An event stream as a browser reads it. */
async function openStream(
  person: Person,
  last?: string,
): Promise<{
  readonly heard: Heard[]
  readonly next: (wanted: (one: Heard) => boolean) => Promise<Heard>
  readonly ended: Promise<void>
  readonly close: () => void
}> {
  const abort = new AbortController()
  const response = await fetch(`${url}/api/live`, {
    signal: abort.signal,
    headers: { cookie: person.cookie ?? '', ...(last === undefined ? {} : { 'last-event-id': last }) },
  })
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const ended = (async () => {
    let text = ''
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      text += piece
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        const lines = Object.fromEntries(
          text
            .slice(0, at)
            .split('\n')
            .map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
        )
        text = text.slice(at + 2)
        if (lines.event !== undefined) heard.push({ id: lines.id, event: lines.event, data: JSON.parse(lines.data ?? '{}') })
      }
      for (const wake of waiting) wake()
    }
  })().catch(() => undefined)
  const next = async (wanted: (one: Heard) => boolean): Promise<Heard> => {
    for (;;) {
      const found = heard.find(wanted)
      if (found) return found
      await new Promise<void>((done, fail) => {
        const late = setTimeout(() => fail(new Error(`nothing of the kind among ${JSON.stringify(heard)}`)), 3_000)
        const wake = () => {
          clearTimeout(late)
          waiting.delete(wake)
          done()
        }
        waiting.add(wake)
      })
    }
  }
  after(() => abort.abort())
  return { heard, next, ended, close: () => abort.abort() }
}

test('what one person changes, another hears of within a second, by id alone', async () => {
  const agent = await logInAs(server, 'hotline-agent@east')
  const manager = await logInAs(server, 'service-manager@east')
  const stream = await openStream(manager)
  await stream.next((one) => one.event === 'hello')
  const began = performance.now()
  const { body } = await agent.post('/api/customers', { name: '远山制药' })
  const heard = await stream.next((one) => one.event === 'change')
  assert.ok(performance.now() - began < 1_000)
  assert.deepEqual(heard.data, { subjects: [`customer/${body.id}`] })
  assert.ok(!JSON.stringify(stream.heard).includes('远山'))
})

test('a stream that breaks is carried on where it stopped, without a gap or a repetition', async () => {
  const agent = await logInAs(server, 'hotline-agent@east')
  const manager = await logInAs(server, 'service-manager@east')
  const first = await openStream(manager)
  const hello = await first.next((one) => one.event === 'hello')
  first.close()
  await first.ended
  const made: string[] = []
  for (const name of ['甲', '乙', '丙']) {
    made.push(`customer/${(await agent.post('/api/customers', { name })).body.id}`)
    await new Promise((done) => setTimeout(done, 40))
  }
  const second = await openStream(manager, hello.id)
  await second.next((one) => one.data.subjects?.includes(made[2] ?? '') ?? false)
  const missed = second.heard.filter((one) => one.event === 'change').flatMap((one) => one.data.subjects ?? [])
  assert.deepEqual(missed, made)
  const middle = second.heard.find((one) => one.data.subjects?.includes(made[1] ?? ''))
  const third = await openStream(manager, middle?.id)
  await third.next((one) => one.data.subjects?.includes(made[2] ?? '') ?? false)
  assert.deepEqual(
    third.heard.flatMap((one) => one.data.subjects ?? []),
    [made[2]],
  )
})

test('a place that is no longer remembered is answered with reset: refetch all you show', async () => {
  const stream = await openStream(await logInAs(server, 'service-manager@east'), 'long-gone')
  assert.deepEqual((await stream.next((one) => one.event === 'reset')).data, {})
})

test('nobody hears of another tenant, and a customer’s people hear no ids', async () => {
  const elsewhere = await openStream(await logInAs(server, 'service-manager@north'))
  const customer = await openStream(await logInAs(server, 'customer-administrator@east'))
  await elsewhere.next((one) => one.event === 'hello')
  await customer.next((one) => one.event === 'hello')
  const agent = await logInAs(server, 'hotline-agent@east')
  await agent.post('/api/customers', { name: '谁也别听见' })
  assert.deepEqual((await customer.next((one) => one.event === 'change')).data, { subjects: [] })
  assert.deepEqual(
    elsewhere.heard.map((one) => one.event),
    ['hello'],
  )
})

test('without a session there is no stream', async () => {
  const response = await fetch(`${url}/api/live`)
  assert.equal(response.status, 401)
  await response.text()
})

test('a leaver’s stream ends with the account', { timeout: 15_000 }, async () => {
  const admin = await logInAs(server, 'administrator@north')
  const stream = await openStream(await logInAs(server, 'engineer@north'))
  await stream.next((one) => one.event === 'hello')
  const { body } = await admin.get('/api/people/north-engineer')
  await admin.post('/api/people/north-engineer/leave', { version: body.version })
  await stream.ended
})
