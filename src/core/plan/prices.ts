import type { ChargeColumn } from './forms.ts'

/** 备件价目: one part by the code that records name it with. `fen`: of one piece. */
export type PartPrice = { readonly code: string; readonly name: string; readonly fen: number }

/** Columns with one price for each unit: an hour of work, a kilometre one way, a leg of freight, an inspection, a day of a loaner. */
export const UNIT_COLUMNS = ['labour', 'travel', 'freight-out', 'freight-back', 'inspection', 'loaner'] as const

export type UnitColumn = (typeof UNIT_COLUMNS)[number]

/** 价目: what both sides agreed that things cost, in whole fen; filled by a contract's terms and never by a plan. */
export type PriceList = {
  readonly parts: readonly PartPrice[]
  readonly units: Readonly<Partial<Record<UnitColumn, number>>>
  /** kilometres one way that are driven without charge; the price of a kilometre counts from there on */
  readonly freeKm?: number | undefined
}

export const NO_PRICES: PriceList = { parts: [], units: {} }

/** One price, of one unit, is at most a hundred million yuan. */
export const MOST_FEN = 10_000_000_000

export function isFen(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_FEN
}

export function isUnitColumn(column: ChargeColumn): column is UnitColumn {
  return (UNIT_COLUMNS as readonly string[]).includes(column)
}

export function partPrice({ parts }: PriceList, code: string | undefined): PartPrice | undefined {
  return code === undefined ? undefined : parts.find((one) => one.code === code)
}
