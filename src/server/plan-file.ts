import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Node } from 'yaml'
import type { Place, PlanNode } from '../core/plan/node.ts'
import type { Finding } from '../core/plan/types.ts'

export type ReadPlanText = { readonly ok: true; readonly node: PlanNode } | { readonly ok: false; readonly findings: readonly Finding[] }

function broken(code: string, at: Place): Finding {
  return { code, severity: 'error', at: { ...at, path: '' }, params: {}, clauses: [] }
}

class Converter {
  readonly #lines: LineCounter
  readonly findings: Finding[] = []

  constructor(lines: LineCounter) {
    this.#lines = lines
  }

  place(offset: number | undefined): Place {
    const { line, col } = this.#lines.linePos(offset ?? 0)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }

  convert(node: unknown, fallback: Place): PlanNode {
    const at = this.place((node as Node | null)?.range?.[0]) ?? fallback
    if (node === null || node === undefined) return { kind: 'scalar', at: fallback, value: null }
    if (isAlias(node)) this.findings.push(broken('yaml-anchor', at))
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

/** YAML 1.2 text as a positioned tree; keys written twice stay both, so that the parser can name them. Errors carry their line. */
export function readPlanText(text: string): ReadPlanText {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, uniqueKeys: false, version: '1.2', stringKeys: true })
  const converter = new Converter(lineCounter)
  const errors = document.errors.map((error) => broken('yaml-broken', converter.place(error.pos[0])))
  if (errors.length > 0) return { ok: false, findings: errors }
  const node = converter.convert(document.contents, { line: 1, column: 1 })
  return converter.findings.length > 0 ? { ok: false, findings: converter.findings } : { ok: true, node }
}
