import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { z } from 'zod'
import { plantContracts } from './contract.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Answer, Person } from './http.testing.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes/table.ts'

/** Every route × every field × what nobody should send: a clear refusal in the reader's language, never a failure of ours. */
const webDir = mkdtempSync(join(tmpdir(), 'nx-web-'))
writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>诺行</title>')
after(() => rmSync(webDir, { recursive: true, force: true }))
const server = await startTestServer({ options: { webDir } })
await plantTenant(server, 'east', { demo: true })
await plantContracts(server, 'east')
const administrator = await logInAs(server, 'administrator@east')
const manager = await logInAs(server, 'service-manager@east')
const customer = await logInAs(server, 'customer-administrator@east')

type JsonSchema = { readonly [key: string]: any }

const HOSTILE: readonly unknown[] = [
  'a\u0000b',
  'half \ud800 a character',
  'x'.repeat(100_000),
  -1,
  1e300,
  null,
  [],
  { a: 1 },
  { constructor: 'x' },
  true,
  '__proto__',
  '%00',
  "'; DROP TABLE fact; --",
  '\u202E\u200B',
]

function schemaOf(schema: z.ZodType | undefined): JsonSchema | undefined {
  return schema && z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
}

/** Something that fits the schema well enough to get past what is not asked about here. */
function sample(schema: JsonSchema | undefined): any {
  if (!schema) return undefined
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (first) return sample(first)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key: string) => [key, sample(schema.properties?.[key])]))
    case 'array':
      return schema.minItems ? [sample(schema.items)] : []
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      return 'jia-asset-01'
  }
}

/** Ways to every field of an object schema, two deep. */
function fieldsOf(schema: JsonSchema | undefined, way: readonly string[] = []): readonly (readonly string[])[] {
  const properties: Readonly<Record<string, JsonSchema>> = schema?.properties ?? {}
  return Object.entries(properties).flatMap(([key, inner]) => [[...way, key], ...(way.length < 2 ? fieldsOf(inner, [...way, key]) : [])])
}

function put(body: any, way: readonly string[], value: unknown): unknown {
  const [key = '', ...rest] = way
  const inner = rest.length === 0 ? value : put(body?.[key], rest, value)
  return { ...(typeof body === 'object' && body !== null ? body : {}), [key]: inner }
}

function assertClear(answer: Answer, where: string): void {
  assert.ok(answer.status < 500, `${where}: ${answer.status} ${answer.text.slice(0, 200)}`)
  if (answer.status < 400) return
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/, where)
  assert.match(answer.body.detail, /\p{Script=Han}/u, where)
}

const pathOf = (route: Route) => `/api${route.path.replaceAll(/\{\w+\}/g, 'none-such')}`
/** These end the session that asks, or never end themselves. */
const LEFT_OUT: readonly string[] = ['DELETE /session', 'GET /live', 'POST /clock/advance']
const asked = ROUTES.filter((route) => !LEFT_OUT.includes(route.at))

async function askAll(person: Person): Promise<number> {
  let count = 0
  for (const route of asked) {
    const body = schemaOf(route.body)
    const good = sample(body)
    for (const way of fieldsOf(body))
      for (const value of HOSTILE) {
        const hostile = put(good, way, value)
        assertClear(
          await person.ask(route.method, pathOf(route), { body: hostile }),
          `${route.at} ${way.join('.')} ${String(value).slice(0, 20)}`,
        )
        count++
      }
    for (const [name] of Object.entries(schemaOf(route.query)?.properties ?? {}))
      for (const value of ['%00', '%ED%A0%80', 'x'.repeat(3000), '-1', '1e300', '%27%3B--', '']) {
        assertClear(await person.get(`${pathOf(route)}?${name}=${value}`), `${route.at} ?${name}=${value.slice(0, 20)}`)
        count++
      }
  }
  return count
}

test('whatever a field of any route is given, the answer is clear and never a failure of ours', async () => {
  assert.ok((await askAll(administrator)) > 500)
  await askAll(manager)
})

/** Records that are there, by the head of their address: behind one that is missing nothing else would be looked at. */
const THERE = { contracts: 'jia-contract', customers: 'jia', sites: 'jia-site', assets: 'jia-asset', people: 'east-engineer' } as const
const ODD = ['0', '-1', '1e300', '275760', '99999', '8640000000000001', '9007199254740991', '0000-01-01', '9999-12-31', 'constructor', 'x']

test('what is asked of a record that is there is answered or refused, whatever stands in the question', async () => {
  let count = 0
  for (const route of asked.filter(({ method }) => method === 'GET')) {
    const head = route.path.split('/')[1] ?? ''
    const id = Object.hasOwn(THERE, head) ? THERE[head as keyof typeof THERE] : 'constructor'
    const path = `/api${route.path.replace(/\{\w+\}/, id).replaceAll(/\{\w+\}/g, 'constructor')}`
    assertClear(await manager.get(path), path)
    for (const name of Object.keys(schemaOf(route.query)?.properties ?? {}))
      for (const value of ODD) {
        assertClear(await manager.get(`${path}?${name}=${value}`), `${path}?${name}=${value}`)
        count++
      }
  }
  assert.ok(count > 500)
})

test('a null character is refused by its field in every search and before log-in', async () => {
  for (const list of ['customers', 'assets', 'sites', 'people', 'tickets', 'contracts', 'search']) {
    const answer = await manager.get(`/api/${list}?q=%00`)
    assert.deepEqual([answer.status, answer.body.field, answer.body.code], [400, 'q', 'field.control'], list)
  }
  for (const path of ['/api/session', '/api/password-reset/request']) {
    const answer = await manager.post(path, { account: 'x\u0000@east', password: 'whatever it is' })
    assert.deepEqual([answer.status, answer.body.field], [400, 'account'], path)
  }
})

test('nesting without end, a key with a null character and a body that is no JSON are refused', async () => {
  const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
  assert.equal((await manager.post('/api/tickets', deep)).body.code, 'field.too-deep')
  assert.equal((await manager.post('/api/tickets', '{"\\u0000":1}')).body.code, 'field.control')
  assert.equal((await manager.post('/api/tickets', '{')).body.code, 'request.body-not-json')
  assert.equal((await manager.post('/api/tickets', '{"__proto__": {"a": 1}}')).status, 400)
})

test('a path that cannot be read is a problem like any other', async () => {
  for (const path of ['/api/tickets/%E0%A4%A', '/%zz', '//', '//tickets', `/${'x'.repeat(5000)}`]) {
    const answer = await manager.get(path)
    assertClear(answer, path)
    assert.deepEqual([answer.status, answer.body.code], [400, 'request.bad-path'])
  }
})

test('a wrong method is told as that, with those that the address takes', async () => {
  const answer = await manager.ask('PUT', '/api/tickets')
  assert.deepEqual([answer.status, answer.headers.get('allow'), answer.body.code], [405, 'GET, POST', 'request.method'])
  for (const route of asked) {
    const other = (['DELETE', 'PUT', 'PATCH'] as const).find(
      (method) => !ROUTES.some((one) => one.path === route.path && one.method === method),
    )
    if (other) assert.equal((await manager.ask(other, pathOf(route))).status, 405, `${other} ${route.path}`)
  }
  assert.equal((await manager.get('/api/nothing')).status, 404)
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/docs', '/api/openapi.json'])
    for (const method of ['POST', 'DELETE'] as const) {
      const refused = await manager.ask(method, path)
      assert.deepEqual([refused.status, refused.headers.get('allow'), refused.body.code], [405, 'GET', 'request.method'], path)
    }
})

const markOf = (place: readonly unknown[]): string => Buffer.from(JSON.stringify(place)).toString('base64url')
const LENGTHS = [1, 2, 3, 4]
const BROKEN = ['abc', 'eyJ9', 'W10', ...LENGTHS.map((length) => markOf(Array.from({ length }, () => true)))]
/** Of the right length for some list, with what some of its columns cannot hold: refused there, and a place elsewhere. */
const MISPLACED = LENGTHS.flatMap((length) =>
  ['x', 7, null, 1.5, 2 ** 40, 1e300, 'a\u0000'].map((one) => markOf(Array.from({ length }, () => one))),
)
/** Lists of a record are asked of one that is there: where it is missing, that comes first. */
const listPath = (route: Route) => `/api${route.path.replace('{id}', 'jia-contract').replace('{promise}', 'reply')}`

test('a page mark that is none of ours is told, on every list', async () => {
  for (const route of asked) {
    if (!Object.hasOwn(schemaOf(route.query)?.properties ?? {}, 'cursor')) continue
    const about = route.at === 'GET /facts' ? 'subject=asset/jia-asset&' : ''
    const reader = route.at === 'GET /trail' ? administrator : route.path.startsWith('/portal/') ? customer : manager
    const ask = (cursor: string) => reader.get(`${listPath(route)}?${about}cursor=${cursor}`)
    for (const cursor of BROKEN) {
      const answer = await ask(cursor)
      assert.deepEqual([answer.status, answer.body.field], [400, 'cursor'], `${route.at} ${cursor}`)
    }
    const refused = []
    for (const cursor of MISPLACED) {
      const answer = await ask(cursor)
      if (answer.status !== 200) refused.push(`${answer.status} ${answer.body.field}`)
    }
    // three of the four lengths, and of its own length what is neither text nor a number of ours
    assert.ok(refused.length > MISPLACED.length - 7, route.at)
    assert.deepEqual([...new Set(refused)], ['400 cursor'], route.at)
  }
})

test('what every object inherits is no clause of a contract and no dimension of a plan', async () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    assert.equal((await manager.get(`/api/contracts/jia-contract/board/${name}`)).status, 404, name)
    const body = `{"channel":"phone","type":"fault","title":"停机","customer":"jia","contract":"jia-contract","dimensions":{"${name}":"x"}}`
    for (const path of ['/api/tickets', '/api/tickets/preview']) {
      const answer = await manager.post(path, body)
      assertClear(answer, `${path} ${name}`)
      assert.ok(answer.status >= 400, `${path} ${name}`)
    }
  }
})

test('a day that is in no calendar is refused as a condition', async () => {
  for (const day of ['2026-02-30', '0000-01-01']) {
    const answer = await manager.get(`/api/tickets?where=reported:since:${day}`)
    assert.deepEqual([answer.status, answer.body.field], [400, 'where'], day)
  }
})

test('a report from before anybody reports is told by its field', async () => {
  const told = { channel: 'phone', type: 'fault', title: '停机', customer: 'jia', contract: 'jia-contract', values: { symptom: '停机' } }
  const late = { lateReason: '补录', lateEvidence: '通话清单' }
  const answer = await manager.post('/api/tickets', { ...told, ...late, occurredAt: 0 })
  assert.deepEqual([answer.status, answer.body.field, answer.body.detail], [400, 'occurredAt', '发生时间早于十年前。请核对年份。'])
})

test('choices are said by their names, with what a program writes beside them', async () => {
  const answer = await manager.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', type: 'disaster' })
  assert.match(answer.body.detail, /只能是：故障（fault）、咨询（consultation）/)
})

test('a key that is none is told apart from one that is missing; an unknown scope from one that is not held', async () => {
  const short = await manager.post('/api/views', { name: '视图', query: {}, shared: false }, { 'idempotency-key': 'kk1' })
  assert.equal(short.body.code, 'idempotency.malformed')
  const scope = await manager.post('/api/tokens', { name: '令牌', scopes: ['fly'] })
  assert.deepEqual([scope.body.code, scope.body.field], ['token.scope-unknown', 'scopes'])
})

test('content of no type is told as that', async () => {
  const said = await sendRaw('POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: \r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}')
  assert.match(said, /415 Unsupported Media Type[\s\S]*没有写明内容的类型/)
})

/** What the server sends back over a bare line. */
function sendRaw(text: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (piece) => (heard += piece))
    socket.on('close', () => done(heard))
    socket.on('error', fail)
  })
}

test('what is no HTTP, and a header without end, get a sentence and a closed line', async () => {
  assert.match(await sendRaw('hello\r\n\r\n'), /400 Bad Request[\s\S]*problem\+json[\s\S]*不是完整的 HTTP 请求/)
  assert.match(await sendRaw(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`), /请求头太长/)
})
