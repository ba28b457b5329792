import assert from 'node:assert/strict'
import { after } from 'node:test'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHIPPED_ROLES } from '../../core/access/roles.ts'
import { inTransaction, openPool } from '../database/pool.ts'
import type { Pool, Transaction } from '../database/pool.ts'
import { createTestDatabase } from '../database/testing.ts'
import { diskStore } from '../files/disk.ts'
import type { Scanner } from '../files/scan.ts'
import type { FileStore } from '../files/store.ts'
import type { Outbound } from '../messages/outbound.ts'
import { openServices } from '../services.ts'
import type { Services } from '../services.ts'
import { addPerson } from '../store/people.ts'
import { setPassword } from '../store/session.ts'
import type { HttpOptions } from './http.ts'
import { openHttp } from './open.ts'
import type { HttpListening } from './open.ts'
import { hashPassword } from './passwords.ts'

export const PASSWORD = 'bamboo-river-42'
const hashed = hashPassword(PASSWORD)

export type TestServer = {
  readonly url: string
  readonly services: Services
  readonly owner: Pool
  /** where the keys that seal its ledgers lie */
  readonly dataDir: string
  readonly http: HttpListening['http']
  /** the machine's time as this server sees it */
  readonly time: { now: number }
}

export type TestServerOptions = {
  readonly options?: Partial<HttpOptions>
  readonly files?: FileStore
  readonly outbound?: Outbound
  readonly scan?: Scanner
}

/** A real server on loopback with a real database of its own; both end with the file. */
export async function startTestServer({ options = {}, files, outbound, scan }: TestServerOptions = {}): Promise<TestServer> {
  const database = await createTestDatabase()
  const owner = openPool({ address: database.address, role: 'owner', max: 2 })
  const time = { now: Date.parse('2026-09-23T06:53:00Z') }
  const folder = mkdtempSync(join(tmpdir(), 'nx-files-'))
  const services = await openServices({
    address: database.address,
    files: files ?? diskStore(folder),
    dataDir: folder,
    outbound,
    scan,
    connections: 6,
    machine: () => time.now,
  })
  const quiet = {
    error: (...what: unknown[]) => console.error(...what),
    warn: () => undefined,
    info: () => undefined,
    debug: () => undefined,
  }
  const listening = await openHttp({
    services,
    log: quiet as never,
    host: '127.0.0.1',
    port: 0,
    options: {
      locale: 'zh-CN',
      publicUrl: undefined,
      trustedProxy: undefined,
      secure: false,
      webDir: undefined,
      version: '0.0.0',
      demoTenant: undefined,
      logInsPerMinute: 10_000,
      fileLimitBytes: 100 * 1024 * 1024,
      checkAnswers: true,
      ...options,
    },
  })
  after(async () => {
    await listening.close()
    await services.close()
    await owner.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { url: listening.url, services, owner, dataDir: folder, http: listening.http, time }
}

/** A tenant with the shipped roles, two teams, and one person a role: account = role's id, one password for all. */
export async function plantTenant(
  { owner, services, time }: TestServer,
  tenant: string,
  { demo = false }: { demo?: boolean } = {},
): Promise<void> {
  await owner.raw.query('INSERT INTO tenant (tenant_id, name, timezone, demo, created_at) VALUES ($1, $2, $3, $4, $5)', [
    tenant,
    `${tenant} 机电`,
    'Asia/Shanghai',
    demo,
    time.now,
  ])
  const password = await hashed
  await inTransaction(services.pool, tenant, async (tx) => {
    for (const role of SHIPPED_ROLES)
      await tx.query('INSERT INTO role (tenant_id, id, grants) VALUES ($1, $2, $3)', [tenant, role.id, JSON.stringify(role.grants)])
    await tx.query(`INSERT INTO team (tenant_id, id, name, parent) VALUES ($1, 'west', '西区', NULL), ($1, 'west-1', '西区一队', 'west')`, [
      tenant,
    ])
    await plantCustomer(tx, 'jia', time.now)
    await plantCustomer(tx, 'yi', time.now)
    for (const role of SHIPPED_ROLES) {
      const customer = role.party === 'customer' ? 'jia' : undefined
      const team = role.party === 'customer' ? undefined : 'west-1'
      await addPerson(tx, {
        id: `${tenant}-${role.id}`,
        name: `${role.id} 某`,
        account: role.id,
        phone: undefined,
        team,
        customer,
        roles: [role.id],
        now: time.now,
      })
      await setPassword(tx, `${tenant}-${role.id}`, password)
    }
  })
}

/** Every name carries its tenant and customer, so that a leak can be recognised wherever it comes out. */
export async function plantCustomer(tx: Transaction, customer: string, now: number): Promise<void> {
  const mark = markOf(tx.tenant, customer)
  const at = [tx.tenant, customer, mark, now] as const
  await tx.query(
    `INSERT INTO customer (tenant_id, id, name, initials, contact_name, created_at, changed_at) VALUES ($1, $2, $3 || '医院', 'yy', $3 || '联系人', $4, $4)`,
    at,
  )
  await tx.query(
    `INSERT INTO site (tenant_id, id, customer, name, initials, address, timezone, zone, created_at, changed_at) VALUES ($1, $2 || '-site', $2, $3 || '门诊楼', 'mzl', $3 || '路 1 号', 'Asia/Shanghai', 'city', $4, $4)`,
    at,
  )
  await tx.query(
    `INSERT INTO asset (tenant_id, id, customer, site, name, initials, model, serial, created_at, changed_at) VALUES ($1, $2 || '-asset', $2, $2 || '-site', $3 || '冷水机组', 'lsjz', 'LSB', $3, $4, $4)`,
    at,
  )
}

/** What only this customer of this tenant may ever show. */
export const markOf = (tenant: string, customer: string) => `MARK-${tenant}-${customer}-ZQ`

export type Answer = {
  readonly status: number
  readonly body: any
  readonly text: string
  readonly bytes: Buffer
  readonly headers: Headers
}

/** What was answered, where it went well. */
export function good({ status, body, text }: Pick<Answer, 'status' | 'body' | 'text'>): any {
  assert.ok(status < 300, `${status} ${text}`)
  return body
}

/** The same of what is still under way. */
export async function must(answer: Promise<Pick<Answer, 'status' | 'body' | 'text'>>): Promise<any> {
  return good(await answer)
}

/** A browser's side of one person: keeps the cookie, sends a fresh key with each write. */
export class Person {
  readonly #url: string
  cookie: string | undefined
  token: string | undefined
  language: string | undefined

  constructor(url: string, { token, language }: { token?: string; language?: string } = {}) {
    this.#url = url
    this.token = token
    this.language = language
  }

  async ask(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.language ? { 'accept-language': this.language } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' || Buffer.isBuffer(body) ? (body as string) : JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie()[0]?.split(';')[0]
    if (set !== undefined) this.cookie = set.endsWith('=') ? undefined : set
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString('utf8')
    const json = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, text, bytes, headers: response.headers, body: json ? JSON.parse(text) : undefined }
  }

  get = (path: string, headers?: Record<string, string>) => this.ask('GET', path, { headers })
  post = (path: string, body: unknown = {}, headers?: Record<string, string>) => this.ask('POST', path, { body, headers })
  patch = (path: string, body: unknown, headers?: Record<string, string>) => this.ask('PATCH', path, { body, headers })
  delete = (path: string) => this.ask('DELETE', path)
}

export async function logInAs(server: Pick<TestServer, 'url'>, account: string): Promise<Person> {
  const person = new Person(server.url)
  const answer = await person.post('/api/session', { account, password: PASSWORD })
  if (answer.status !== 200) throw new Error(`${account} could not log in: ${answer.text}`)
  return person
}
