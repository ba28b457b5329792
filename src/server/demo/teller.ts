import { setTimeout as sleep } from 'node:timers/promises'
import type { FileData } from '../../wire/files.ts'
import type { Ask, AskedWithin } from '../http/within.ts'
import { DEMO_PASSWORD, VENDOR } from './vendor.ts'

/** What the server answered to one step of the story that it did not take. */
export class StepRefused extends Error {
  readonly status: number
  readonly step: string

  constructor(step: string, status: number, detail: string) {
    super(`${step}: ${status} ${detail}`)
    this.status = status
    this.step = step
  }
}

/** Half a minute and more: a database that ended is back by then. */
const TRIES = 60
const AGAIN_AFTER_MS = 500

/** What passes by itself is waited for: a step left out would be missing from the story. */
async function askPatiently(ask: Ask, path: string, asked: AskedWithin): Promise<Response> {
  for (let left = TRIES; left > 0; left -= 1) {
    const response = await ask(path, asked)
    if (response.status !== 503) return response
    await sleep(AGAIN_AFTER_MS)
  }
  return ask(path, asked)
}

type Write = { readonly body: unknown; readonly key: string }

/** One demo person at the API: logged in once, every write with the key of its step. */
export class Account {
  readonly #ask: Ask
  readonly #name: string
  #cookie: Promise<string> | undefined

  constructor(ask: Ask, name: string) {
    this.#ask = ask
    this.#name = name
  }

  async #logIn(): Promise<string> {
    const body = JSON.stringify({ account: `${this.#name}@${VENDOR.id}`, password: DEMO_PASSWORD })
    const response = await this.#ask('/api/session', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    if (!response.ok || cookie === undefined) throw new StepRefused(`log-in of ${this.#name}`, response.status, await response.text())
    return cookie
  }

  /** `key`: of this write; a step told again after an interruption gets its first answer. */
  post(path: string, write: Write): Promise<unknown> {
    return this.#write('POST', path, write)
  }

  put(path: string, write: Write): Promise<unknown> {
    return this.#write('PUT', path, write)
  }

  async #write(method: 'POST' | 'PUT', path: string, { body, key }: Write): Promise<unknown> {
    const cookie = await (this.#cookie ??= this.#logIn())
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, cookie }
    const response = await this.#ask(`/api${path}`, { method, body: JSON.stringify(body), headers })
    return answerOf(path, response)
  }

  /** All of a file that was announced, in one part. */
  async send(file: string, bytes: Uint8Array): Promise<FileData> {
    const cookie = await (this.#cookie ??= this.#logIn())
    const headers = { 'content-type': 'application/octet-stream', cookie }
    const path = `/files/${file}?offset=0`
    const response = await this.#ask(`/api${path}`, { method: 'PATCH', body: Buffer.from(bytes), headers })
    return (await answerOf(path, response)) as FileData
  }

  async get(path: string): Promise<unknown> {
    const cookie = await (this.#cookie ??= this.#logIn())
    return answerOf(path, await this.#ask(`/api${path}`, { method: 'GET', headers: { cookie } }))
  }
}

async function answerOf(path: string, response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw new StepRefused(path, response.status, text)
  return JSON.parse(text)
}

/** Sends a story's steps as its people would, by the same API. */
export class Teller {
  readonly #ask: Ask
  readonly #accounts = new Map<string, Account>()

  constructor(ask: Ask) {
    this.#ask = (path, asked) => askPatiently(ask, path, asked)
  }

  as(account: string): Account {
    const known = this.#accounts.get(account) ?? new Account(this.#ask, account)
    this.#accounts.set(account, known)
    return known
  }
}
