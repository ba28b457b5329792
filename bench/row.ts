/**
 * One measured figure. `value` and `baseline` are in `unit`, measured in the same run; `ratio` is what the figure claims against its baseline;
 * `target` says in words what is asked (`≥ 5 M/s`), `ok` whether it was reached.
 */
export type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline: { readonly name: string; readonly value: number } | undefined
  readonly ratio: number | undefined
  readonly target: string
  readonly ok: boolean
}

/** Three figures tell all that a shared machine can promise; a plain number stays readable for what reads the line. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(digits, 6))
}

/** name, value, unit, baseline, ratio, target, `ok` or `short`; tab-separated, `-` where there is nothing to say. */
export function formatRow({ name, value, unit, baseline, ratio, target, ok }: Row): string {
  const against = baseline ? `${baseline.name} ${formatFigure(baseline.value)}` : '-'
  return [name, formatFigure(value), unit, against, ratio === undefined ? '-' : formatFigure(ratio), target, ok ? 'ok' : 'short'].join('\t')
}

/** The middle one of an odd number of measurements. Throws RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('a median of nothing')
  return middle
}
