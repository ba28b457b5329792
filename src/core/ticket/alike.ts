import { gramsOf } from '../document/grams.ts'

/** What of a ticket is held against another. `words`: its title, and what else was said of it. */
export type Case = {
  readonly id: string
  readonly asset?: string | undefined
  readonly model?: string | undefined
  readonly words: string
}

export type Because = 'device' | 'device-words' | 'model' | 'model-words' | 'words'

export type Found<One> = { readonly one: One; readonly because: Because; readonly score: number }

/** From which share of common words on two texts are alike: at the same device, of the same model, or with nothing else in common. */
const ENOUGH = { device: 0, model: 0.15, words: 0.4 } as const

/** How much of the shorter text stands in the other, 0 to 1: somebody who calls again tells it in other words, and shorter. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (few.size === 0) return 0
  let common = 0
  for (const gram of few) if (many.has(gram)) common++
  return common / few.size
}

function judge(asked: Case, grams: ReadonlySet<string>, one: Case): { readonly because: Because; readonly score: number } | undefined {
  const like = likeness(grams, gramsOf(one.words))
  if (asked.asset !== undefined && one.asset === asked.asset)
    return like > ENOUGH.model ? { because: 'device-words', score: 2 + like } : { because: 'device', score: 1 + like }
  if (asked.model !== undefined && one.model === asked.model)
    return like > ENOUGH.model ? { because: 'model-words', score: 1 + like } : { because: 'model', score: like }
  return like >= ENOUGH.words ? { because: 'words', score: like } : undefined
}

/** The cases that are like what is asked, the likest first; among equals in the order given. `bare`: whether the same model alone, without a word in common, is enough. */
export function alike<One extends Case>(
  asked: Case,
  cases: readonly One[],
  { most, bare }: { readonly most: number; readonly bare: boolean },
): readonly Found<One>[] {
  const grams = gramsOf(asked.words)
  return cases
    .filter(({ id }) => id !== asked.id)
    .flatMap((one): Found<One>[] => {
      const found = judge(asked, grams, one)
      return found && (bare || found.because !== 'model') ? [{ one, ...found }] : []
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
}
