import type { Duration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { Fact, FactType, Json, Subject } from '../fact.ts'

/** What is folded from the facts of one subject. Plain JSON: it is stored with the ledger position it stands for. Only the fold writes it. */
export type SubjectState = {
  readonly subject: Subject
  episode: number
  /** cancelled or merged away at this instant: nothing new opens after it */
  endedAt?: Instant | undefined
  staffGrade?: string | undefined
  customerGrade?: string | undefined
  /** dimension → value, the ruling grade included */
  dimensions: Record<string, string>
  travelMs?: number | undefined
  /** data of the fact that opened the subject: what `when` and a reopening look at */
  opening?: { readonly fact: string; readonly data: Fact['data'] } | undefined
  /** `equipment.end` → instant */
  instants: Record<string, Instant>
  /** until when each contract goes that this record was told of; replaced, never written in place */
  contracts?: Readonly<Record<string, Instant>> | undefined
  pauses: Pause[]
  instances: Instance[]
  latches: Latch[]
  alls: AllState[]
  waiting: Waiting[]
  /** what forms beside the deadline remember, by clause; replaced, never written in place */
  forms: Record<string, Json>
  /** calendars replaced by published ones: id → hash */
  published: Record<string, string>
  /** from when on this owner is looked after here, where facts about it were known before (`taken-over.ts`) */
  readonly followedFrom?: Instant | undefined
  /** amendments heard: the fact → its instant; undefined: none (`amended.ts`) */
  amended?: Readonly<Record<string, Instant>> | undefined
  /** the next instant at which something happens by itself */
  nextAt?: Instant | undefined
}

/** A pause as it was asked for. It counts from when what its reason demands is there. */
export type Pause = {
  readonly fact: string
  readonly reason: string
  readonly begunAt: Instant
  evidenceAt?: Instant | undefined
  noticeAt?: Instant | undefined
  /** the instant from which it counts, once that has come */
  countedFrom?: Instant | undefined
  endedAt?: Instant | undefined
  /** corrected, back-filled: what its fact is marked with */
  readonly notes: readonly Note[]
}

export type Note = {
  readonly kind: string
  readonly at: Instant
  readonly fact: string | undefined
  readonly params: Readonly<Record<string, string | number>>
}

/** A pause inside one running clock. */
export type Gap = {
  readonly reason: string
  readonly fact: string
  readonly from: Instant
  until?: Instant
  endedBy?: 'resumed' | 'limit' | 'closed'
  limitAt?: Instant
}

/** Row of the clause's tables that rules an instance. */
export type Ruling = {
  readonly within: Duration | undefined
  /** the limit is `travel + …` */
  readonly travel: boolean
  /** the stated travel time, if known and needed */
  readonly travelMs: number | undefined
  readonly target: Duration | undefined
  readonly targetTravel: boolean
  readonly calendar: string | undefined
  /** a dimension is not known yet: the strictest row runs */
  readonly strictest: boolean
}

/** `dormant`: its row promises nothing now, a regrade may wake it; `off`: its `when` was judged false at the opening. */
export type InstanceState = 'open' | 'kept' | 'broken' | 'excused' | 'cancelled' | 'dormant' | 'off'

/** One instance of a promise: (promise, owner, episode). */
export type Instance = {
  /** place of the clause in the compiled plan */
  readonly clause: number
  readonly episode: number
  /** an earlier report of the same thing takes it back to that one's instant */
  openedAt: Instant
  /** when its due time was last moved (opening, regrade, published calendar): a breach is never earlier (law 3) */
  movedAt: Instant
  /** the plan version it was moved to; undefined: that of its opening */
  plan?: string | undefined
  readonly anchor: string
  readonly anchorFact: string | undefined
  /** where counting begins: openedAt, or the regrade that restarted it */
  startAt: Instant
  ruling: Ruling
  row: Readonly<Record<string, string>>
  state: InstanceState
  /** from a `due:` event */
  givenDueAt?: Instant | undefined
  /** the given due time hangs on holidays that are not announced yet */
  givenUnknown?: boolean | undefined
  plainDueAt?: Instant | undefined
  dueAt?: Instant | undefined
  targetAt?: Instant | undefined
  calendarUnknown: boolean
  gaps: Gap[]
  /** union of closed gaps, working ms */
  pausedMs: number
  /** start of the running union of gaps */
  pausedSince?: Instant | undefined
  /** rungs already fired */
  rungs: number
  dueHeard: boolean
  timerAt?: Instant | undefined
  keptAt?: Instant | undefined
  brokenAt?: Instant | undefined
  fulfilledAt?: Instant | undefined
  endedAt?: Instant | undefined
  /** type of the fact that kept or cancelled it: a reopening undoes a restoration */
  settledBy?: FactType | undefined
  evidence: string[]
  notes: Note[]
  /** what its form says of it: number and window of an occurrence, measured value of a level … */
  detail?: { readonly [key: string]: Json } | undefined
}

/** The first time in an episode that the kept-by or unless event of a clause came; for `due` the instant it names. */
export type Latch = {
  readonly clause: number
  readonly slot: 'keptBy' | 'unless' | 'due'
  readonly episode: number
  at: Instant
  cause: Cause
}

/** The fact behind an event, as far as it is needed later. */
export type Cause = {
  readonly fact?: string
  /** the subjects that the fact names */
  readonly about?: readonly Subject[]
  readonly type?: FactType
  readonly notes?: readonly Note[]
  readonly data?: { readonly [key: string]: Json }
}

export type AllState = {
  readonly node: number
  readonly episode: number
  readonly got: { readonly child: number; at: Instant; cause: Cause }[]
}

/** An event on its way: it comes at `at`, then takes the remaining steps of its leaf. */
export type Waiting = {
  readonly leaf: number
  readonly step: number
  readonly at: Instant
  readonly cause: Cause
  readonly episode: number
}

/**
 * An instance at its opening. Every field is there from the start, in one order: objects of one shape are what keeps the fold fast
 * (measured: 26,000 tickets a second with fields added as they came, 66,000 so).
 */
export function newInstance(
  opening: Pick<Instance, 'clause' | 'episode' | 'openedAt' | 'movedAt' | 'anchor' | 'anchorFact' | 'ruling' | 'row' | 'state'>,
): Instance {
  const { clause, episode, openedAt, movedAt, anchor, anchorFact, ruling, row, state } = opening
  return {
    clause,
    episode,
    openedAt,
    movedAt,
    plan: undefined,
    anchor,
    anchorFact,
    startAt: openedAt,
    ruling,
    row,
    state,
    givenDueAt: undefined,
    givenUnknown: false,
    plainDueAt: undefined,
    dueAt: undefined,
    targetAt: undefined,
    calendarUnknown: false,
    gaps: [],
    pausedMs: 0,
    pausedSince: undefined,
    rungs: 0,
    dueHeard: false,
    timerAt: undefined,
    keptAt: undefined,
    brokenAt: undefined,
    fulfilledAt: undefined,
    endedAt: undefined,
    settledBy: undefined,
    evidence: [],
    notes: [],
    detail: undefined,
  }
}

export function emptyState(subject: Subject): SubjectState {
  return {
    subject,
    episode: 1,
    endedAt: undefined,
    staffGrade: undefined,
    customerGrade: undefined,
    dimensions: {},
    travelMs: undefined,
    opening: undefined,
    instants: {},
    pauses: [],
    instances: [],
    latches: [],
    alls: [],
    waiting: [],
    forms: {},
    published: {},
    nextAt: undefined,
  }
}

/** Notes of a fact, or of what it did, each once. */
export function addNotes(instance: Instance, notes: readonly Note[] | undefined): void {
  if (!notes) return
  for (const note of notes) {
    if (!instance.notes.some((one) => one.kind === note.kind && one.fact === note.fact)) instance.notes.push(note)
  }
}

/** A copy that the fold may write to. What is replaced and never written in place is shared. */
export function copyState(state: SubjectState): SubjectState {
  return {
    ...state,
    dimensions: { ...state.dimensions },
    instants: { ...state.instants },
    published: { ...state.published },
    pauses: state.pauses.map((pause) => ({ ...pause })),
    instances: state.instances.map(copyInstance),
    latches: state.latches.map((latch) => ({ ...latch })),
    alls: state.alls.map((all) => ({ ...all, got: all.got.map((one) => ({ ...one })) })),
    waiting: [...state.waiting],
    forms: { ...state.forms },
  }
}

function copyInstance(instance: Instance): Instance {
  return {
    ...instance,
    gaps: instance.gaps.map((gap) => ({ ...gap })),
    evidence: [...instance.evidence],
    notes: [...instance.notes],
  }
}
