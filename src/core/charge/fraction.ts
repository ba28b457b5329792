/** An exact number: money is rounded once, at the end, and never on the way. `d` > 0. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const ZERO: Fraction = { n: 0n, d: 1n }

/** A number written with so many decimals at most, exactly: `decimal(1.005, 3)` is 1005/1000, whatever the machine keeps of it. */
export function decimal(value: number, places: number): Fraction {
  const scale = 10 ** places
  return { n: BigInt(Math.round(value * scale)), d: BigInt(scale) }
}

export function isDecimal(value: number, places: number): boolean {
  const scale = 10 ** places
  return Number.isFinite(value) && Math.round(value * scale) / scale === value
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

export function times(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((a, b) => ({ n: a.n * b.n, d: a.d * b.d }), { n: 1n, d: 1n })
}

/** Exactly `a / b`; nobody divides by nothing. */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.n <= 0n) throw new RangeError('divided by nothing')
  return { n: a.n * b.d, d: a.d * b.n }
}

export function negative({ n, d }: Fraction): Fraction {
  return { n: -n, d }
}

/** The nearest whole number, a half up; what is given back rounds as the same charge would, so that a charge and its credit leave nothing. */
export function halfUp({ n, d }: Fraction): bigint {
  const size = n < 0n ? -n : n
  const rounded = (2n * size + d) / (2n * d)
  return n < 0n ? -rounded : rounded
}
