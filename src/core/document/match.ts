import { figureKey, figuresIn } from './figures.ts'
import { gramsOf, weighed, weightOf } from './grams.ts'
import type { Weigh } from './grams.ts'
import type { Part } from './parts.ts'
import type { Passage } from './passage.ts'

/**
 * What is proposed for one passage. `parts`: keys of what the plan took from it, the surest first. `near`: the part that says nearly the same with other
 * figures, where no part says it with these.
 */
export type Proposal = { readonly parts: readonly string[]; readonly near: string | undefined }

type Text = { readonly grams: ReadonlySet<string>; readonly weight: number; readonly figures: ReadonlySet<string> }
type Known = Text & {
  readonly key: string
  readonly title: ReadonlySet<string>
  /** every figure that it counts by, said in its clause or not */
  readonly counts: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

const strong = (text: string): ReadonlySet<string> => new Set(figuresIn(text).flatMap((one) => (one.weak ? [] : [figureKey(one)])))

/** `3.1` of `K-3.1` and of `第 3.1 条`, `第三条` as it is: a number of one digit alone says nothing. */
export function clauseNumbers(source: string): readonly string[] {
  const dotted = [...source.matchAll(/(?<![\d.])(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.])/gu)].map(([, number]) => number!)
  const named = [...source.matchAll(/第\s?([一二三四五六七八九十百]+|\d{1,3})\s?条/gu)].map(([, number]) => `第${number}条`)
  return [...dotted, ...named]
}

function numberOf({ text }: Passage): string | undefined {
  const begins = /^(?:第\s?(?:[一二三四五六七八九十百]+|\d{1,3}(?:\.\d{1,2})*)\s?条|\d{1,2}(?:\.\d{1,2}){1,3}(?![\d.%]))/u.exec(text)?.[0]
  return begins === undefined ? undefined : clauseNumbers(begins)[0]
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((one) => b.has(one))
}

/** Of how much weight one text must be before its being found in another says anything: three rare pairs. */
const LEAST_WEIGHT = 9
const SURE = 0.34
const LIKELY = 0.24
const NEAR = 0.4
/** A passage of several promises carries those that are nearly as sure as its surest. */
const BESIDE = 0.55
const MOST_PARTS = 6

type Pair = { readonly passage: number; readonly part: number; readonly score: number; readonly against: boolean }

/** How far two texts say the same in words, `both` being the weight of what they share: half by all that both say, half by how much of the shorter stands in the longer. */
function likeness(both: number, a: Text, b: Text): number {
  const shorter = Math.max(Math.min(a.weight, b.weight), LEAST_WEIGHT)
  return both / (a.weight + b.weight || 1) + both / shorter / 2
}

type Read = Text & { readonly number: string | undefined; readonly heading: ReadonlySet<string> }

function compared(passage: Read, part: Known, both: number) {
  const words = likeness(both, passage, part)
  const agreed = shared(passage.figures, part.counts).length
  const against = passage.figures.size > 0 && part.figures.size > 0 && agreed === 0
  const figures = agreed > 0 ? 0.12 + (0.12 * agreed) / Math.max(passage.figures.size, part.figures.size) : 0
  const lacking = passage.figures.size > 0 !== part.figures.size > 0 ? 0.85 : 1
  const named = passage.number !== undefined && part.numbers.has(passage.number) ? 0.2 : 0
  const under = part.title.size > 0 && shared(part.title, passage.heading).length * 2 > part.title.size ? 0.05 : 0
  return { score: words * lacking + (words > 0.08 ? figures + named + under : 0), against }
}

/** gram → parts that say it, by their index */
type Postings = ReadonlyMap<string, readonly number[]>

function postingsOf(parts: readonly { readonly grams: ReadonlySet<string> }[]): Postings {
  const of = new Map<string, number[]>()
  for (const [index, { grams }] of parts.entries())
    for (const gram of grams) {
      const known = of.get(gram)
      if (known) known.push(index)
      else of.set(gram, [index])
    }
  return of
}

/** For each part the weight of what it shares with a text. */
function sharedWeights(
  grams: ReadonlySet<string>,
  of: Postings,
  { weigh, parts }: { readonly weigh: Weigh; readonly parts: number },
): readonly number[] {
  const both = Array.from<number>({ length: parts }).fill(0)
  for (const gram of grams) {
    const weight = weigh(gram)
    for (const part of of.get(gram) ?? []) both[part] = both[part]! + weight
  }
  return both
}

function knownPart({ key, title, text, lines, source }: Part): Omit<Known, 'weight'> {
  const figures = strong(text ?? title)
  return {
    key,
    title: gramsOf(title),
    grams: gramsOf(`${title} ${text ?? ''}`),
    figures,
    counts: new Set([...figures, ...lines.flatMap((line) => [...strong(line)])]),
    numbers: new Set(source.flatMap(clauseNumbers)),
  }
}

/** For each passage the words of the heading that it stands under. */
function headingsAbove(passages: readonly Passage[]): readonly ReadonlySet<string>[] {
  let above: ReadonlySet<string> = new Set()
  return passages.map(({ kind, text }) => {
    const mine = above
    if (kind === 'heading') above = gramsOf(text)
    return mine
  })
}

/** The first row of a table names its columns. */
function headsTable(passages: readonly Passage[], at: number): boolean {
  const isRow = (index: number) => passages[index]?.kind === 'row'
  return isRow(at) && !isRow(at - 1) && isRow(at + 1)
}

/** A row of a table is read with the names of its columns. */
function wordsOf(passages: readonly Passage[]): readonly ReadonlySet<string>[] {
  let head = ''
  return passages.map(({ kind, text }, at) => {
    if (headsTable(passages, at)) head = text
    else if (kind === 'row') return gramsOf(`${text} ${head}`)
    return gramsOf(text)
  })
}

type Best = { readonly ofPassage: ReadonlyMap<number, number>; readonly ofPart: ReadonlyMap<number, number> }

function bestOf(pairs: readonly Pair[]): Best {
  const [ofPassage, ofPart] = [new Map<number, number>(), new Map<number, number>()]
  for (const { passage, part, score } of pairs) {
    ofPassage.set(passage, Math.max(ofPassage.get(passage) ?? 0, score))
    ofPart.set(part, Math.max(ofPart.get(part) ?? 0, score))
  }
  return { ofPassage, ofPart }
}

/** Sure by itself, or likely where its part stands nowhere more plainly; never far behind the surest of its passage or of its part. */
function isTaken({ passage, part, score }: Pair, { ofPassage, ofPart }: Best): boolean {
  const [here, there] = [ofPassage.get(passage)!, ofPart.get(part)!]
  if (score >= LIKELY && score === there && score >= here * BESIDE) return true
  return score >= SURE && score >= here * BESIDE && score >= there * BESIDE
}

/**
 * Which passages of a document say what a plan says, by the words and figures of both. Proposes nothing rather than something wrong; the same always comes
 * out the same.
 */
export function proposeMatches(passages: readonly Passage[], parts: readonly Part[]): readonly Proposal[] {
  const bare = parts.map(knownPart)
  const grams = wordsOf(passages)
  const weigh = weighed([...grams, ...bare.map((part) => part.grams)])
  const known = bare.map((part) => ({ ...part, weight: weightOf(part.grams, weigh) }))
  const [above, of] = [headingsAbove(passages), postingsOf(known)]
  const pairs = passages.flatMap((passage, at) => {
    const text = {
      grams: grams[at]!,
      weight: weightOf(grams[at]!, weigh),
      figures: strong(passage.text),
      number: numberOf(passage),
      heading: above[at]!,
    }
    if (text.figures.size === 0 && (passage.kind === 'heading' || headsTable(passages, at))) return []
    return sharedWeights(text.grams, of, { weigh, parts: known.length }).flatMap((both, part): Pair[] => {
      if (both === 0) return []
      const { score, against } = compared(text, known[part]!, both)
      return score < LIKELY ? [] : [{ passage: at, part, score, against }]
    })
  })
  return proposals(passages.length, { pairs, keys: known.map(({ key }) => key) })
}

function proposals(
  count: number,
  { pairs, keys }: { readonly pairs: readonly Pair[]; readonly keys: readonly string[] },
): readonly Proposal[] {
  const best = bestOf(pairs.filter(({ against }) => !against))
  const of = Map.groupBy(
    pairs.toSorted((a, b) => b.score - a.score || a.part - b.part),
    ({ passage }) => passage,
  )
  return Array.from({ length: count }, (_, at) => {
    const mine = of.get(at) ?? []
    const taken = mine.filter((pair) => !pair.against && isTaken(pair, best)).slice(0, MOST_PARTS)
    const near = taken.length === 0 ? mine.find(({ against, score }) => against && score >= NEAR) : undefined
    return { parts: taken.map(({ part }) => keys[part]!), near: near && keys[near.part]! }
  })
}
