import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import type { Http } from './http.ts'

export type AskedWithin = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}
/** Asks the API from within this process: no port, proxy or certificate stands in between. */
export type Ask = (path: string, asked: AskedWithin) => Promise<Response>

/** The API as the demo's past is told through it: nobody outside reaches it, and it is not held up while that lasts. Made when it is first asked. */
export function openWithin(http: Http): { readonly ask: Ask; readonly close: () => Promise<void> } {
  let app: Promise<FastifyInstance> | undefined
  const ask: Ask = async (path, { method, headers, body }) => {
    app ??= buildApp({ ...http, tellsPast: true, options: { ...http.options, webDir: undefined } })
    const answer = await (await app).inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) })
    const named = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
    )
    return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: named })
  }
  return { ask, close: async () => void (await (await app)?.close()) }
}
