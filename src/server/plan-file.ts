import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { ErrorCode, Node } from 'yaml'
import { entriesUnder, under } from '../core/plan/node.ts'
import type { Place, PlanNode } from '../core/plan/node.ts'
import { parsePlan } from '../core/plan/parse.ts'
import type { Parsed } from '../core/plan/parse.ts'
import type { Finding } from '../core/plan/types.ts'
import { isZone } from './zones.ts'

export type ReadPlanText = { readonly ok: true; readonly node: PlanNode } | { readonly ok: false; readonly findings: readonly Finding[] }

const FLOW: readonly ErrorCode[] = [
  'BAD_COLLECTION_TYPE',
  'BLOCK_IN_FLOW',
  'UNEXPECTED_TOKEN',
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
]
const INDENT: readonly ErrorCode[] = ['BAD_INDENT', 'TAB_AS_INDENT']

/** What to look at: an event with commas or brackets inside `{…}` is what goes wrong most. */
function syntaxCode(code: ErrorCode): string {
  return INDENT.includes(code) ? 'yaml-indent' : FLOW.includes(code) ? 'yaml-flow' : 'yaml-broken'
}

function broken(code: string, at: Place): Finding {
  return { code, severity: 'error', at: { ...at, path: '' }, params: {}, clauses: [] }
}

/**
 * Offsets as lines and columns, counted from one. Counted here and not by the parser's own counter, which misses line ends after a slip.
 */
class Lines {
  readonly #starts: readonly number[]
  readonly #length: number

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)]
    this.#length = text.length
  }

  placeOf(offset: number): Place {
    const at = Math.min(offset, this.#length)
    let [low, high] = [0, this.#starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 }
  }
}

class Converter {
  readonly #lines: Lines
  readonly findings: Finding[] = []

  constructor(text: string) {
    this.#lines = new Lines(text)
  }

  place(offset: number | undefined): Place {
    return this.#lines.placeOf(offset ?? 0)
  }

  convert(node: unknown, fallback: Place): PlanNode {
    const at = this.place((node as Node | null)?.range?.[0]) ?? fallback
    if (node === null || node === undefined) return { kind: 'scalar', at: fallback, value: null }
    if (isAlias(node) || (node as Node & { anchor?: string }).anchor !== undefined) this.findings.push(broken('yaml-anchor', at))
    if (isMap(node)) {
      const entries = node.items.map((pair) => {
        const keyAt = this.place((pair.key as Node).range?.[0])
        const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
        return { key, at: keyAt, value: this.convert(pair.value, keyAt) }
      })
      return { kind: 'map', at, entries }
    }
    if (isSeq(node)) return { kind: 'seq', at, items: node.items.map((item) => this.convert(item, at)) }
    const value = isScalar(node) ? node.value : null
    return {
      kind: 'scalar',
      at,
      value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    }
  }
}

/** What follows the first slip on a line is mostly its echo. */
function firstOfEachLine(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ at }, index) => findings.findIndex((other) => other.at.line === at.line) === index)
}

/** YAML 1.2 text as a positioned tree; keys written twice stay both, so that the parser can name them. Errors carry their line. */
export function readPlanText(text: string): ReadPlanText {
  // some editors begin a file with a byte order mark, which takes no column
  const bare = text.replace(/^\ufeff/, '')
  const document = parseDocument(bare, { uniqueKeys: false, version: '1.2', stringKeys: true })
  const converter = new Converter(bare)
  const problems = [...document.errors, ...document.warnings]
  const errors = problems.map((error) => broken(syntaxCode(error.code), converter.place(error.pos[0])))
  if (errors.length > 0) return { ok: false, findings: firstOfEachLine(errors) }
  const node = converter.convert(document.contents, { line: 1, column: 1 })
  return converter.findings.length > 0 ? { ok: false, findings: converter.findings } : { ok: true, node }
}

/** Zones that this machine's rules do not know, where they stand: the plan's own and those of its calendars. */
function unknownZones(root: PlanNode): readonly Finding[] {
  const calendars = entriesUnder(root, 'calendars').map(
    ({ key, value }) => [`calendars.${key}.timezone`, under(value, 'timezone')] as const,
  )
  return [['timezone', under(root, 'timezone')] as const, ...calendars].flatMap(([path, node]) => {
    const zone = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
    if (!node || zone === undefined || zone.trim() === '' || isZone(zone)) return []
    return [{ code: 'zone-unknown', severity: 'error', at: { ...node.at, path }, params: { zone }, clauses: [] }]
  })
}

/** `root`: the text as a tree, where it is YAML at all. */
export type Loaded = Parsed & { readonly root?: PlanNode }

/** A plan file read and checked whole, its time zones included, which only this side of the wall can look up. */
export function loadPlan(text: string): Loaded {
  const read = readPlanText(text)
  if (!read.ok) return read
  const root = read.node
  const parsed = parsePlan(root)
  const zones = unknownZones(root)
  const sketch = parsed.ok ? parsed.plan : parsed.sketch
  return zones.length === 0
    ? { ...parsed, root }
    : {
        ok: false,
        root,
        ...(sketch ? { sketch } : {}),
        findings: [...parsed.findings, ...zones].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column),
      }
}
