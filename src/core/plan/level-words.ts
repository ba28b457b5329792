import type { Measure } from './forms.ts'

/** What is divided by something of its own kind, and one less such a share. */
function isShare(measure: Measure): boolean {
  if (measure.kind === 'over') return true
  return measure.kind === 'minus' && measure.left.kind === 'number' && isShare(measure.right)
}

function numberWords(value: number, measure: Measure, digits: number): string {
  const rounded = (by: number) => String(Math.round(value * by * 10 ** digits) / 10 ** digits)
  return isShare(measure) ? `${rounded(100)}%` : rounded(1)
}

/** What a level is held against, as exactly as a plan can write it: a share in percent, `99.995%`; `3`, `4.5`. */
export function levelBound(value: number, measure: Measure): string {
  return numberWords(value, measure, 6)
}

/** What a level came to, with two digits behind the point: `97.25%`. */
export function levelReached(value: number, measure: Measure): string {
  return numberWords(value, measure, 2)
}
