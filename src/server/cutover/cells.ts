import type { Json } from '../../core/fact.ts'
import { MILESTONES } from '../../core/contract/state.ts'
import { factWords } from '../../core/promise/event-words.ts'
import { serviceName } from '../../core/service/refusal.ts'
import { SERVICE_OPENINGS } from '../../core/service/vocabulary.ts'
import { CHANNELS, TICKET_TYPES } from '../../core/ticket/forms.ts'
import { nameOf } from '../../core/ticket/refusal.ts'
import type { Zone } from '../../core/time/zone.ts'
import type { Locale } from '../../core/words.ts'
import { YES_NO, codeCell, instantCell, manyNamed, named, numberCell, textCell, yesNoCell } from '../sheets/cells.ts'
import type { Nameable, Unreadable } from '../sheets/cells.ts'
import type { Cell } from '../sheets/table.ts'
import type { CellKind } from './columns.ts'
import { cutoverWord } from './say.ts'

/** What the cells of an import may name, and where its times are. */
export type Known = {
  readonly zone: Zone
  readonly sites: readonly Nameable[]
  readonly assets: readonly Nameable[]
  readonly people: readonly Nameable[]
  readonly grades: readonly Nameable[]
  readonly reasons: readonly Nameable[]
  readonly checklists: readonly Nameable[]
  /** kinds of visits and records: the trade's own and those that the plan's conditions name */
  readonly kinds: readonly Nameable[]
}

const words = (ids: readonly string[], name: (id: string, locale: Locale) => string): Nameable[] =>
  ids.map((id) => ({ id, names: (locale) => [name(id, locale)] }))

const TYPES = words(TICKET_TYPES, (id, locale) => nameOf(`type.${id as (typeof TICKET_TYPES)[number]}`, locale))
const CHANNEL_NAMES = words(CHANNELS, (id, locale) => nameOf(`channel.${id as (typeof CHANNELS)[number]}`, locale))
const MILESTONE_NAMES = words(MILESTONES, (id, locale) => cutoverWord(`milestone.${id as (typeof MILESTONES)[number]}`, {}, locale))
const STEPS = words(
  SERVICE_OPENINGS.filter((type) => !type.startsWith('visit.') && !type.startsWith('loan.')),
  (id, locale) => factWords(id as (typeof SERVICE_OPENINGS)[number], locale),
)

/** The choices of a column, where there is a list of them. */
export function choicesOf(kind: CellKind, known: Known): readonly Nameable[] | undefined {
  switch (kind) {
    case 'site':
      return known.sites
    case 'asset':
    case 'assets':
      return known.assets
    case 'person':
      return known.people
    case 'grade':
      return known.grades
    case 'reason':
      return known.reasons
    case 'kind':
      return known.kinds
    case 'lists':
      return known.checklists
    case 'yes-no':
      return YES_NO
    case 'step':
      return STEPS
    case 'milestone':
      return MILESTONE_NAMES
    case 'type':
      return TYPES
    case 'channel':
      return CHANNEL_NAMES
    default:
      return undefined
  }
}

const LONGEST = { line: 120, prose: 4_000 } as const

type Reading = { readonly known: Known; readonly epoch1904: boolean }

/** Reads one cell that is not empty, as its column asks. */
export function readCell(kind: CellKind, cell: Cell, { known, epoch1904 }: Reading): Json | Unreadable {
  const value = String(cell).trim()
  const choices = choicesOf(kind, known)
  switch (kind) {
    case 'line':
    case 'prose':
      return textCell(value, LONGEST[kind])
    case 'code':
      return codeCell(value)
    case 'instant':
    case 'minute':
      return instantCell(cell, { zone: known.zone, epoch1904, toTheMinute: kind === 'minute' })
    case 'number':
      return numberCell(value)
    case 'lists':
    case 'assets':
      return manyNamed(choices!, value)
    case 'yes-no':
      return yesNoCell(cell)
    default:
      return named(choices!, value)
  }
}

/** `serviceName` of a kind, for the list of what may be named. */
export function kindNamed(id: string): Nameable {
  return { id, names: (locale) => [serviceName('choice', id, locale)] }
}
