import type { Problem } from '../../wire/base.ts'
import { CallFailed } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type CallOptions = {
  /** bytes as they are, anything else as JSON */
  readonly body?: unknown
  /** one key an intention: sent again after a broken line, it takes effect once */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** The server's language for people who are not logged in yet. */
let language = 'zh-CN'
let whenLoggedOut: () => void = () => undefined

export function setLanguage(locale: string): void {
  language = locale
}

/** What to do when a session ended under the page. */
export function onLoggedOut(act: () => void): void {
  whenLoggedOut = act
}

/** `crypto.randomUUID` exists on https and localhost alone; this one on every page. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const OFFLINE: Problem = { type: 'about:blank', title: '', status: 0, code: 'offline', detail: '' }

function request(method: Method, { body, key, signal }: CallOptions): RequestInit {
  const headers: Record<string, string> = { 'accept-language': language }
  if (body !== undefined) headers['content-type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json'
  if (method !== 'GET') headers['idempotency-key'] = key ?? newKey()
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }
}

async function problemIn(response: Response): Promise<Problem> {
  const fallback: Problem = { ...OFFLINE, status: response.status, code: `status-${response.status}`, detail: '' }
  return response.json().then(
    (body: Partial<Problem>) => (typeof body.code === 'string' && typeof body.detail === 'string' ? (body as Problem) : fallback),
    () => fallback,
  )
}

/** Calls the API below /api. Throws `CallFailed` for everything that is not a success. */
export async function call<Answer>(method: Method, path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await fetch(`/api${path}`, request(method, options)).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw new CallFailed(OFFLINE, true)
  })
  if (response.ok) return (await response.json()) as Answer
  const problem = await problemIn(response)
  if (response.status === 401 && path !== '/session') whenLoggedOut()
  throw new CallFailed(problem)
}

/** What the server calls a file that it hands over: the name in the reader's language. */
function nameIn(response: Response): string {
  const [, said = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return decodeURIComponent(said)
}

/** A file of the API, handed to the browser under the name that the server gives it. Throws `CallFailed`, so that a refusal is read and not saved. */
export async function download(path: string): Promise<void> {
  const response = await fetch(`/api${path}`, request('GET', {})).catch(() => {
    throw new CallFailed(OFFLINE, true)
  })
  if (!response.ok) throw new CallFailed(await problemIn(response))
  const url = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href: url, download: nameIn(response) }).click()
  URL.revokeObjectURL(url)
}

const AGAIN_AFTER_MS = [400, 1500, 4000]

/** What no short wait mends: the past of a demo is told for minutes. */
const LASTS = 'demo.seeding'

function passes(error: unknown): boolean {
  return error instanceof CallFailed && (error.offline || (error.problem.status === 503 && error.problem.code !== LASTS))
}

/** A write with one key: tried again while the server is not reached, so a reply that was cut off does no harm. */
export function write<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  return writeUnder<Answer>(method, path, { key: newKey(), ...(body === undefined ? {} : { body }) })
}

/** The same under a key that is kept elsewhere, so that it outlives the page. */
export async function writeUnder<Answer>(method: Method, path: string, options: CallOptions & { readonly key: string }): Promise<Answer> {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await call<Answer>(method, path, options)
    } catch (error) {
      if (!passes(error)) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
  return call<Answer>(method, path, options)
}

/** `?a=1&b=2` of what is set. */
export function queryString(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`
}
