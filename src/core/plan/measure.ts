import { parseEventText } from './event.ts'
import type { Measure } from './forms.ts'
import { scalar } from './shape.ts'
import type { Shape } from './shape.ts'
import type { EventExpr } from './types.ts'

const FACT = '[a-z]+\\.[a-z-]+'

function factEvent(text: string): EventExpr | undefined {
  const read = parseEventText(text)
  return 'problem' in read || read.kind !== 'fact' || read.offset ? undefined : read
}

/** One term: `count ticket.reported where type == "fault"`, `time ticket.reported to ticket.restored`, `planned`, `stock.on-hand where …`, `roster.on-duty where …`, `24`. */
function readTerm(text: string): Measure | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return { kind: 'number', value: Number(text) }
  if (text === 'planned') return { kind: 'planned' }
  const [, counted] = /^count (.+)$/s.exec(text) ?? []
  if (counted !== undefined) return withFact(counted, (of) => ({ kind: 'count', of }))
  const [, from, to] = new RegExp(`^time (${FACT}.*?) to (${FACT}.*)$`, 's').exec(text) ?? []
  if (from !== undefined && to !== undefined)
    return withFact(from, (began) => withFact(to, (ended) => ({ kind: 'time', from: began, to: ended })))
  const [, kind, field, of] = new RegExp(`^(mean|sum) (\\w+) of (${FACT}.*)$`, 's').exec(text) ?? []
  if ((kind === 'mean' || kind === 'sum') && field !== undefined && of !== undefined)
    return withFact(of, (fact) => ({ kind, field, of: fact }))
  return readStanding(text)
}

/** What stands at an instant: `stock.on-hand where …`, `roster.on-duty where desk == "hotline"`. A shift that is dropped names only itself. */
function readStanding(text: string): Measure | undefined {
  const [, noun, where = ''] = /^(stock\.on-hand|roster\.on-duty)(?: (where .+))?$/s.exec(text) ?? []
  if (noun === 'stock.on-hand') return withFact(`stock.changed ${where}`.trim(), (of) => ({ kind: 'on-hand', of }))
  const dropped = factEvent('shift.dropped')
  if (noun === undefined || !dropped) return undefined
  return withFact(`shift.planned ${where}`.trim(), (of) => ({ kind: 'on-duty', of, dropped }))
}

function withFact(text: string, make: (event: EventExpr) => Measure | undefined): Measure | undefined {
  const event = factEvent(text.trim())
  return event && make(event)
}

const JOINTS = { '+': 'plus', '-': 'minus', '−': 'minus', '/': 'over' } as const

/** Splits at joints that stand free between blanks, outside of quotes, so that a condition keeps its own signs. */
function splitAt(text: string, joints: readonly string[]): { readonly parts: readonly string[]; readonly signs: readonly string[] } {
  const parts: string[] = []
  const signs: string[] = []
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    if (quoted || !joints.includes(text[at]!) || text[at - 1] !== ' ' || text[at + 1] !== ' ') continue
    parts.push(text.slice(from, at).trim())
    signs.push(text[at]!)
    from = at + 1
  }
  parts.push(text.slice(from).trim())
  return { parts, signs }
}

function join(text: string, joints: readonly string[], read: (part: string) => Measure | undefined): Measure | undefined {
  const { parts, signs } = splitAt(text, joints)
  const [first, ...rest] = parts.map(read)
  if (!first) return undefined
  return rest.reduce<Measure | undefined>(
    (left, right, index) => left && right && { kind: JOINTS[signs[index] as keyof typeof JOINTS], left, right },
    first,
  )
}

/** Left to right, `/` before `+` and `−`: `1 − time ticket.reported to ticket.restored / planned`. */
export function parseMeasure(text: string): Measure | undefined {
  return join(text.trim(), ['+', '-', '−'], (sum) => join(sum, ['/'], readTerm))
}

export const measure: Shape<Measure> = scalar(
  'measure',
  (written) => (typeof written === 'string' || typeof written === 'number' ? parseMeasure(String(written)) : undefined),
  { type: ['string', 'number'], minLength: 1 },
)

function counts(of: Measure, kind: Measure['kind']): boolean {
  if (of.kind === 'plus' || of.kind === 'minus' || of.kind === 'over') return counts(of.left, kind) || counts(of.right, kind)
  return of.kind === kind
}

/** Is it counted who is on duty? Then time alone turns the number, from shift to shift. */
export function isRostered(of: Measure): boolean {
  return counts(of, 'on-duty')
}

/** Is it counted what lies in store? */
export function isStocked(of: Measure): boolean {
  return counts(of, 'on-hand')
}
