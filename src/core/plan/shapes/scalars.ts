import type { PlanNode } from '../node.ts'
import { identifier, list, scalar } from '../shape.ts'
import type { Shape } from '../shape.ts'

/** `3%` is 0.03, `0.98`, `2`: a bound is a plain number. */
export const bound: Shape<number> = scalar('bound', readBound, { type: ['string', 'number'], pattern: '^\\d+(\\.\\d+)?%?$' })

export function readBound(written: string | number | boolean): number | undefined {
  const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)(%?)$/.exec(String(written).trim()) ?? []
  if (digits === undefined) return undefined
  // 98% is 0.98 and not 0.98000000000000001: what is written in decimal stays decimal.
  return percent === '%' ? Number(`${digits}e-2`) : Number(digits)
}

/** Money as it is written, in yuan: `120`, `120.50`. In fen, exactly. */
export function readFen(written: string | number | boolean): number | undefined {
  const [, yuan, cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(String(written).trim()) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** `80%` of something, as a number of percent. */
export function readPercent(written: string | number | boolean): number | undefined {
  const [, digits] = /^(\d{1,4}(?:\.\d{1,4})?)%$/.exec(String(written).trim()) ?? []
  return digits === undefined ? undefined : Number(digits)
}

export const yesNo: Shape<boolean> = scalar('yes-no', (written) => (typeof written === 'boolean' ? written : undefined), {
  type: 'boolean',
})

/** A closed run of whole numbers: `15`, `11-20`; with an open end, where that is allowed, `3-`. */
export type Range = { readonly from: number; readonly to: number | undefined }

export function readRange(written: string | number | boolean): Range | undefined {
  const [, from, dash, to] = /^(\d{1,4})(?:(-)(\d{1,4})?)?$/.exec(String(written).trim()) ?? []
  if (from === undefined) return undefined
  const range = { from: Number(from), to: dash === undefined ? Number(from) : to === undefined ? undefined : Number(to) }
  return range.from >= 1 && (range.to === undefined || range.to >= range.from) ? range : undefined
}

const RANGE = { type: ['string', 'integer'], pattern: '^\\d{1,4}(-\\d{0,4})?$' } as const

export const openRange: Shape<Range> = scalar('range', readRange, RANGE)

export const closedRange: Shape<{ readonly from: number; readonly to: number }> = scalar(
  'closed-range',
  (written) => {
    const range = readRange(written)
    return range?.to === undefined ? undefined : { from: range.from, to: range.to }
  },
  RANGE,
)

const NAMES = list(identifier)

/** One name, or several. */
export const names: Shape<readonly string[]> = {
  schema: { anyOf: [identifier.schema, NAMES.schema] },
  read(node: PlanNode, path, report) {
    if (node.kind === 'seq') return NAMES.read(node, path, report)
    const one = identifier.read(node, path, report)
    return one === undefined ? undefined : [one]
  },
}
