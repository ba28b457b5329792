import type { LiveChange } from '../../../wire/desk.ts'
import type { LiveEvent } from '../../live.ts'
import { authenticate } from '../authenticate.ts'
import type { Caller } from '../caller.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { readPresence } from '../tickets/presence.ts'

/** Proxies close a silent connection after a minute at the latest. */
const HEARTBEAT_MS = 20_000
/** How often a stream asks whether its session still stands: a leaver's stream ends with the account. */
const RECHECK_MS = 5_000
/** A browser that does not read is cut off and comes back by itself. */
const MAX_BUFFERED_BYTES = 1_000_000

/**
 * Server-sent events: ids of what changed and nothing more, so that what a person may see is decided where it is read. A
 * customer's people hear only that something may have changed. After a gap that is no longer remembered: `event: reset`.
 */
export async function live(call: Call<'self', undefined, undefined, undefined>): Promise<LiveChange | Refused> {
  const { http, caller, request, reply } = call
  if (http.state.draining) return refuse(503, 'request.draining').with({ retryAfterSeconds: 2 })
  reply.hijack()
  const out = reply.raw
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  out.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  out.write('retry: 1000\n\n')
  http.metrics.liveStreams.inc()
  const send = (event: LiveEvent) => {
    if (event.tenant !== caller.tenant) return
    if (event.kind === 'people') void stillStands().catch(end)
    const text = eventText(event, caller)
    if (text === undefined) return
    if (out.writableLength > MAX_BUFFERED_BYTES) end()
    else out.write(text)
  }
  const last = request.headers['last-event-id']
  const missed = typeof last === 'string' ? http.services.live.since(caller.tenant, last) : []
  // A first place to come back to, should the line break before anything happens.
  if (last === undefined) out.write(`id: ${http.services.live.last()}\nevent: hello\ndata: {}\n\n`)
  if (missed === undefined) out.write('event: reset\ndata: {}\n\n')
  for (const event of missed ?? []) send(event)
  const stop = http.services.live.listen(send)
  const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT_MS)
  const recheck = setInterval(() => void stillStands().catch(end), RECHECK_MS)
  const end = () => {
    clearInterval(heartbeat)
    clearInterval(recheck)
    stop()
    http.state.streams.delete(end)
    if (!out.writableEnded) out.end()
  }
  const stillStands = async () => {
    const now = await authenticate(http, request)
    if (!now || now instanceof Refused) end()
  }
  http.state.streams.add(end)
  out.on('close', () => {
    end()
    http.metrics.liveStreams.dec()
  })
  return { subjects: [] }
}

function eventText(event: LiveEvent, caller: Caller): string | undefined {
  if (event.kind === 'inbox' && !event.ids.includes(caller.person)) return undefined
  if (event.kind === 'progress') return progressText(event, caller)
  if (event.kind === 'presence') return presenceText(event, caller)
  const inner = caller.customer !== undefined || ['people', 'plan', 'messages'].includes(event.kind)
  const subjects = inner ? [] : event.ids
  return `id: ${event.id}\nevent: ${event.kind === 'subject' || event.kind === 'parties' ? 'change' : event.kind}\ndata: ${JSON.stringify({ subjects })}\n\n`
}

/** Of long work of one's own; what was said meanwhile is overtaken by the last. */
function progressText({ id, ids }: LiveEvent, { person }: Caller): string | undefined {
  const [, done, total] = ids.findLast((one) => one.startsWith(`${person}:`))?.split(':') ?? []
  if (done === undefined) return undefined
  return `id: ${id}\nevent: progress\ndata: ${JSON.stringify({ done: Number(done), total: Number(total) })}\n\n`
}

/** Who has a ticket open is told to the house alone, and to nobody of themselves. */
function presenceText({ id, ids }: LiveEvent, { customer, person }: Caller): string | undefined {
  const heard = customer === undefined ? ids.flatMap((one) => readPresence(one) ?? []).filter((one) => one.person.id !== person) : []
  if (heard.length === 0) return undefined
  return heard.map((one) => `id: ${id}\nevent: presence\ndata: ${JSON.stringify(one)}\n\n`).join('')
}
