import assert from 'node:assert/strict'
import process from 'node:process'
import { test } from 'node:test'
import { stringify } from 'yaml'
import { canonicalJson } from '../canonical.ts'
import { readPlanText } from '../../server/plan-file.ts'
import { plain } from './node.ts'
import type { Entry, PlanNode } from './node.ts'
import { parsePlan } from './parse.ts'
import type { Plan } from './types.ts'
import { PLAN_FILES, bundledText } from './plans.testing.ts'

// One mistake in a plan that had none: it is found, and where it was made. The plans are those that are bundled; their entries have their turns.

function rootOf(text: string): PlanNode {
  const read = readPlanText(text)
  assert.ok(read.ok)
  return read.node
}

const ROOTS = PLAN_FILES.map((file) => rootOf(bundledText(file)))

type Path = readonly (string | number)[]

/** The way to every entry of every map; indices lead through lists. */
function entryPaths(node: PlanNode, path: Path = []): Path[] {
  if (node.kind === 'seq') return node.items.flatMap((item, index) => entryPaths(item, [...path, index]))
  if (node.kind !== 'map') return []
  return node.entries.flatMap((entry) => [[...path, entry.key], ...entryPaths(entry.value, [...path, entry.key])])
}

/** The tree with the entries of the map at the end of a path exchanged. */
function withEntries(node: PlanNode, path: Path, change: (entries: readonly Entry[]) => readonly Entry[]): PlanNode {
  const [step, ...rest] = path
  if (step === undefined) {
    assert.ok(node.kind === 'map')
    return { ...node, entries: change(node.entries) }
  }
  if (node.kind === 'seq')
    return { ...node, items: node.items.map((item, index) => (index === step ? withEntries(item, rest, change) : item)) }
  assert.ok(node.kind === 'map')
  const entries = node.entries.map((entry) => (entry.key === step ? { ...entry, value: withEntries(entry.value, rest, change) } : entry))
  return { ...node, entries }
}

/** Each so many entries of the plans has its turn, all of them under proof: thirty plans have some ten thousand. */
const STRIDE = process.env.NUOXING_PROVE ? 1 : 11

/** Where a mistake can be made. */
const SPOTS = ROOTS.flatMap((root, plan) =>
  entryPaths(root).map((path) => ({ plan, parent: path.slice(0, -1), key: String(path.at(-1)) })),
).filter((_, index) => index % STRIDE === 0)

const PLANTED = { line: 9001, column: 7 }

/** What is told of a plan at the place where the mistake was planted. */
function toldThere(root: PlanNode): string[] {
  const parsed = parsePlan(root)
  assert.equal(parsed.ok, false)
  return parsed.findings.filter(({ at }) => at.line === PLANTED.line && at.column === PLANTED.column).map(({ code }) => code)
}

test('a value that somebody forgot is told where it should stand, whatever it was', () => {
  for (const { plan, parent, key } of SPOTS) {
    const nothing = { kind: 'scalar', at: PLANTED, value: null } as const
    const broken = withEntries(ROOTS[plan]!, parent, (entries) =>
      entries.map((entry) => (entry.key === key ? { ...entry, value: nothing } : entry)),
    )
    assert.ok(toldThere(broken).length > 0, `${parent.join('.')}.${key}`)
  }
})

test('a key that is written a second time is told there, whatever it says', () => {
  for (const { plan, parent, key } of SPOTS) {
    const broken = withEntries(ROOTS[plan]!, parent, (entries) => [
      ...entries,
      { ...entries.find((entry) => entry.key === key)!, at: PLANTED },
    ])
    assert.ok(toldThere(broken).includes('key-twice'))
  }
})

test('a key that the language does not have is told there, in whatever map it stands', () => {
  // a plan names its own words as it likes: there any key is one
  for (const { plan, parent } of SPOTS.filter((one) => one.parent.join('.') !== 'words')) {
    const planted = { key: 'quickly', at: PLANTED, value: { kind: 'scalar', at: PLANTED, value: 'quickly' } } as const
    const broken = withEntries(ROOTS[plan]!, parent, (entries) => [...entries, planted])
    assert.ok(toldThere(broken).length > 0, parent.join('.'))
  }
})

test('a map where a word should be, and a word where a map should be, are told there', () => {
  const map: PlanNode = { kind: 'map', at: PLANTED, entries: [] }
  const word: PlanNode = { kind: 'scalar', at: PLANTED, value: '立即' }
  for (const { plan, parent, key } of SPOTS) {
    const swap = (entries: readonly Entry[]) =>
      entries.map((entry) => (entry.key === key ? { ...entry, value: entry.value.kind === 'scalar' ? map : word } : entry))
    const node = withEntries(ROOTS[plan]!, parent, swap)
    assert.ok(toldThere(node).length > 0, `${parent.join('.')}.${key}`)
  }
})

test('two mistakes in two clauses are both told: neither hides the other', () => {
  const clauses = ROOTS.flatMap((root) => {
    const clocks = entryPaths(root).filter(([section, , form]) => section === 'promises' && form === 'deadline')
    const ids = [...new Set(clocks.map(([, id]) => String(id)))]
    return ids.slice(1).map((id) => ({ root, first: ids[0]!, second: id }))
  })
  for (const { root, first, second } of clauses) {
    const plant = (node: PlanNode, id: string, line: number): PlanNode =>
      withEntries(node, ['promises', id, 'deadline'], (entries) =>
        entries.map((entry) =>
          entry.key === 'kept-by' ? { ...entry, value: { kind: 'scalar', at: { line, column: 1 }, value: 'soon' } } : entry,
        ),
      )
    const parsed = parsePlan(plant(plant(root, first, 9001), second, 9002))
    assert.deepEqual(
      parsed.findings.map(({ at, code }) => `${at.line} ${code}`),
      ['9001 bad-event', '9002 bad-event'],
    )
  }
})

test('a mistake inside a promise leaves those that hang on it alone', () => {
  const repair = rootOf(bundledText('shebei-2nian.yaml'))
  const broken = withEntries(repair, ['promises', 'arrive', 'deadline'], (entries) => entries.filter((entry) => entry.key !== 'kept-by'))
  const parsed = parsePlan(broken)
  assert.deepEqual(
    parsed.findings.map(({ code, at, params }) => `${code} ${at.path} ${params.key}`),
    ['missing-key promises.arrive.deadline kept-by'],
  )
})

/** A plan without the places in its file. */
function agreedText(plan: Plan): string {
  const promises = Object.fromEntries(Object.entries(plan.promises).map(([id, clause]) => [id, { ...clause, at: undefined }]))
  return canonicalJson({ ...plan, promises, later: plan.later.map((one) => ({ ...one, at: undefined })), places: undefined })
}

function planOf(root: PlanNode): Plan {
  const parsed = parsePlan(root)
  assert.ok(parsed.ok, JSON.stringify(parsed.findings))
  return parsed.plan
}

test('a plan says the same in whatever layout it is written: printed anew, in one line, or with its keys in another order', () => {
  for (const root of ROOTS) {
    const before = agreedText(planOf(root))
    const data = plain(root) as Record<string, unknown>
    const layouts = [
      stringify(data),
      stringify(data, { collectionStyle: 'flow', lineWidth: 0 }),
      JSON.stringify(data),
      stringify(Object.fromEntries(Object.entries(data).reverse())),
    ]
    for (const text of layouts) assert.equal(agreedText(planOf(rootOf(text))), before)
  }
})
