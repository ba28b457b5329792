import { withoutFigures } from './figures.ts'
import { simpleHan } from './simple-han.ts'

/** Words of Latin letters as they are, our own in pairs of characters; figures and punctuation are no words. */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  const bare = withoutFigures(simpleHan(text.normalize('NFKC').toLowerCase()))
  for (const [run] of bare.matchAll(/[\p{Script=Han}]+|[\p{Script=Latin}\d]+/gu)) {
    if (/^\p{Script=Han}/u.test(run)) for (let at = 0; at + 1 < run.length; at++) grams.add(run.slice(at, at + 2))
    else if (/^\p{L}{2}/u.test(run)) grams.add(run.replace(/(?<=..)(?:es|s)$/u, ''))
  }
  return grams
}

export type Weigh = (gram: string) => number

/** What is said everywhere weighs little: by in how many of the texts a gram stands. */
export function weighed(texts: readonly ReadonlySet<string>[]): Weigh {
  const count = new Map<string, number>()
  for (const grams of texts) for (const gram of grams) count.set(gram, (count.get(gram) ?? 0) + 1)
  const weights = new Map([...count].map(([gram, of]) => [gram, logarithm(1 + texts.length / of)]))
  const unheard = logarithm(1 + texts.length)
  return (gram) => weights.get(gram) ?? unheard
}

/** Binary, whole and parts: the same on every machine, as `Math.log` need not be. */
function logarithm(value: number): number {
  let [whole, rest] = [0, value]
  while (rest >= 2) [whole, rest] = [whole + 1, rest / 2]
  return whole + rest - 1
}

export function weightOf(grams: Iterable<string>, weigh: Weigh): number {
  let sum = 0
  for (const gram of grams) sum += weigh(gram)
  return sum
}
