import { boundFrom } from '../promise/from-yaml.testing.ts'
import type { BoundPlan } from '../promise/types.ts'
import { charge } from './charge.ts'
import type { Bill, BillItem } from './bill.ts'
import type { Charged, Charges } from './types.ts'

const BASE = `plan: weighbridge
title: 汽车衡维保承诺
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 停磅}, {id: general, name: 偏差}]
zones: [{id: city, name: 市区}, {id: county, name: 郊县}]
dimensions:
  hours: {values: [5x8, 7x24], set-by: contract}
  pit: {values: [deep, flat], set-by: asset}
reasons:
  overload: {name: 超载, evidence: required}
promises:
  scale:
    title: 整机质保
    text: 验收后质保两年。
    source: [W-1]
    cover: {starts: asset.accepted, term: 24mo, excludes: [overload]}
`

/** A weighbridge maker's plan with these lines of charges, ready to charge by; the contract has chosen five days of eight hours. */
export function tariff(...lines: readonly string[]): BoundPlan {
  const charges = lines.map((line) => `  - {${line}}\n`).join('')
  return boundFrom(`${BASE}${lines.length > 0 ? 'charges:\n' : ''}${charges}`, [{ key: 'dimensions.hours', value: '5x8', source: '附件' }])
}

export const PARTS: BillItem = { column: 'parts', name: '传感器', quantity: 2, listFen: 50_000, costFen: 32_050 }
export const LABOUR: BillItem = { column: 'labour', name: '换装', quantity: 1.5, listFen: 20_000, costFen: 9000 }

export function billOf(items: readonly BillItem[], known: Partial<Bill> = {}): Bill {
  return { cover: 'none', ...known, items }
}

/** `parts list 1000.00 by 0`: one line an entry, `open quoted` or an amount, then who bears it and by which line of the plan. */
export function told({ columns }: Charges): string[] {
  return columns.map(tellOne)
}

function tellOne({ column, rate, fen, payer, line, open, asks }: Charged): string {
  const amount = open === undefined ? `${((fen ?? Number.NaN) / 100).toFixed(2)} ${payer}` : `open ${open}`
  return [column, rate.kind, amount, line === undefined ? 'by none' : `by ${line}`, asks.length > 0 ? `asks ${asks.join(' ')}` : '']
    .filter((part) => part !== '')
    .join(' ')
}

export function charged(bound: BoundPlan, items: readonly BillItem[], known: Partial<Bill> = {}): string[] {
  return told(charge(bound, billOf(items, known)))
}
