// Counts the same promises straight from the raw log, on its own: no fact, no plan, no engine. Prints grade, kept, broken, open, paused ms for the restore clock.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

const HOUR = 3_600_000
const LIMIT = { Major: 8 * HOUR, High: 24 * HOUR, Medium: 72 * HOUR, Low: 240 * HOUR }
const until = Date.parse(process.argv[3])
const totals = Object.fromEntries(Object.keys(LIMIT).map((grade) => [grade, { kept: 0, broken: 0, open: 0, cancelled: 0, pausedMs: 0 }]))

// one episode: from its start to its end, pauses as [from, to]; a pause counts only while the clock still runs
function settle(grade, start, end, cancelled, waits) {
  const row = totals[grade]
  const last = end ?? until
  let [left, at, paused, due] = [LIMIT[grade], start, 0, undefined]
  for (const [from, to] of waits) {
    if (from - at >= left) break
    left -= from - at
    paused += Math.min(to ?? last, last) - from
    at = Math.min(to ?? last, last)
    if (to === undefined) due = Infinity
  }
  due ??= at + left
  if (end !== undefined && !cancelled && end <= due) row.kept++
  else if (due < last || (due === last && end === undefined)) row.broken++
  else if (cancelled) row.cancelled++
  else row.open++
  row.pausedMs += paused
}

function next(state, name, sub) {
  if (name === 'Unmatched') return state
  if (name !== 'Completed') return sub === 'Wait - User' ? 'wait' : 'on'
  return sub === 'Cancelled' ? 'cancelled' : 'ended'
}

function count(events) {
  let [start, waits, state] = [events[0].at, [], 'on']
  for (const { at, name, sub, grade } of events) {
    const now = next(state, name, sub)
    const over = state === 'ended' || state === 'cancelled'
    if (over && (now === 'on' || now === 'wait')) [start, waits] = [at, []]
    if (state === 'wait' && now !== 'wait') waits.at(-1)[1] = at
    if (now === 'wait' && state !== 'wait') waits.push([at, undefined])
    if (!over && (now === 'ended' || now === 'cancelled')) settle(grade, start, at, now === 'cancelled', waits)
    state = now
  }
  if (state === 'on' || state === 'wait') settle(events[0].grade, start, undefined, false, waits)
}

let events, event
const input = createReadStream(process.argv[2])
for await (const line of createInterface({ input: process.argv[2].endsWith('.gz') ? input.pipe(createGunzip()) : input })) {
  if (line.includes('<trace>')) events = []
  else if (line.includes('<event>')) event = {}
  else if (line.includes('</event>')) {
    const { 'concept:name': name, 'lifecycle:transition': sub, impact: grade } = event
    events.push({ at: Date.parse(event['time:timestamp']), name, sub, grade })
  } else if (line.includes('</trace>')) count(events.sort((a, b) => a.at - b.at))
  else if (event) {
    const [, key, value] = /key="([^"]*)" value="([^"]*)"/.exec(line) ?? []
    if (key) event[key] = value
  }
}
for (const [grade, row] of Object.entries(totals))
  console.log([grade, row.kept, row.broken, row.open, row.cancelled, row.pausedMs].join('\t'))
