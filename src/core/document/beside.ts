import { figureKey, figuresIn } from './figures.ts'
import type { Figure } from './figures.ts'
import type { Proposal } from './match.ts'
import { isPromise } from './parts.ts'
import type { Part } from './parts.ts'
import type { Passage } from './passage.ts'

/** What somebody said of a passage: the parts that it carries; none: it carries no promise. */
export type Ruling = { readonly passage: number; readonly parts: readonly string[] }

/** `carried`: the plan says it. `missed`: it has figures and the plan says nothing of it. `plain`: neither. `none`: somebody said that it carries no promise. */
export type PassageState = 'carried' | 'missed' | 'plain' | 'none'

/** `stated`: a part that this passage carries counts by this figure. */
export type StatedFigure = Pick<Figure, 'from' | 'to'> & { readonly stated: boolean }

export type ReadPassage = {
  readonly at: number
  readonly state: PassageState
  readonly parts: readonly string[]
  readonly ruled: boolean
  readonly near: string | undefined
  /** its weighty figures; two that share a place are one */
  readonly figures: readonly StatedFigure[]
}

/** `passages`: without headings. `unseen`: promises of which no passage tells. */
export type BesideCounts = {
  readonly passages: number
  readonly carried: number
  readonly missed: number
  readonly unseen: number
  readonly ruled: number
}

export type Beside = {
  readonly passages: readonly ReadPassage[]
  /** part → places of the passages that carry it */
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly counts: BesideCounts
}

function figuresOf(text: string, counts: ReadonlySet<string>): readonly StatedFigure[] {
  const found = figuresIn(text).filter(({ weak }) => !weak)
  const byPlace = Map.groupBy(found, ({ from, to }) => `${from} ${to}`)
  return [...byPlace.values()].map((same) => ({
    from: same[0]!.from,
    to: same[0]!.to,
    stated: same.every((figure) => counts.has(figureKey(figure))),
  }))
}

function countedBy({ text, title, lines }: Part): readonly string[] {
  return [title, text ?? '', ...lines].flatMap((line) => figuresIn(line).map(figureKey))
}

function stateOf(parts: readonly string[], { ruled, figures }: { readonly ruled: boolean; readonly figures: number }): PassageState {
  if (parts.length > 0) return 'carried'
  if (ruled) return 'none'
  return figures > 0 ? 'missed' : 'plain'
}

/** `proposed`: passage by passage, as `proposeMatches` gives it; `rulings`: the earliest first. */
export type Laid = {
  readonly passages: readonly Passage[]
  readonly parts: readonly Part[]
  readonly proposed: readonly Proposal[]
  readonly rulings: readonly Ruling[]
}

/**
 * A document beside the plan that was made of it: what is proposed, and before it what people ruled. A ruling whose parts have all left the plan since is
 * passed over; the last ruling of a passage counts.
 */
export function layBeside({ passages, parts, proposed, rulings }: Laid): Beside {
  const known = new Set(parts.map(({ key }) => key))
  const counted = new Map(parts.map((part) => [part.key, countedBy(part)]))
  const ruledAt = new Map(rulings.map((ruling) => [ruling.passage, ruling.parts]))
  const read = passages.map((passage, index): ReadPassage => {
    const said = ruledAt.get(passage.at)
    const kept = said?.filter((key) => known.has(key))
    const ruled = kept !== undefined && (kept.length > 0 || said?.length === 0)
    const mine = ruled ? kept : proposed[index]!.parts
    const figures = figuresOf(passage.text, new Set(mine.flatMap((key) => counted.get(key) ?? [])))
    const near = ruled || mine.length > 0 ? undefined : proposed[index]!.near
    return { at: passage.at, state: stateOf(mine, { ruled, figures: figures.length }), parts: mine, ruled, near, figures }
  })
  const places = placesOf(read)
  return {
    passages: read,
    places,
    counts: countsOf(passages, read, parts.filter((part) => isPromise(part) && !places.has(part.key)).length),
  }
}

function placesOf(read: readonly ReadPassage[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const { at, parts } of read) for (const key of parts) places.set(key, [...(places.get(key) ?? []), at])
  return places
}

function countsOf(passages: readonly Passage[], read: readonly ReadPassage[], unseen: number): BesideCounts {
  const count = (state: PassageState) => read.filter((one) => one.state === state).length
  const [carried, missed] = [count('carried'), count('missed')]
  // a heading counts where it says something
  const silent = read.filter(({ state }, index) => state === 'plain' && passages[index]!.kind === 'heading').length
  return { passages: passages.length - silent, carried, missed, unseen, ruled: read.filter(({ ruled }) => ruled).length }
}
