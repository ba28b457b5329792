import type { Json } from '../../fact.ts'
import type { Hearing } from './begin.ts'
import { step, termFrom, termParams } from './begin.ts'
import { gapsOf } from './change.ts'
import type { OwnerCover } from './state.ts'
import { endOf, stepOf } from './state.ts'
import { termFields } from './term.ts'

/**
 * What a device is was told by itself (设备信息登记): its kind, the maker's term, the state's. The last word counts, over what the start said. The term runs from
 * the start as before; what moved the end since then (an extension, a replaced device) moves the new end by as much.
 */
export function described(cover: OwnerCover, hearing: Hearing): OwnerCover {
  const { clause, cause } = hearing
  const said = termFields(clause.term).flatMap((field): [string, Json][] => {
    const value = cause.data?.[field]
    return value === undefined || value === cover.told[field] ? [] : [[field, value]]
  })
  if (said.length === 0) return cover
  const known = { ...cover, told: { ...cover.told, ...Object.fromEntries(said) } }
  return cover.start === undefined || cover.off ? known : recounted({ cover, known, start: cover.start }, hearing)
}

type Recount = { readonly cover: OwnerCover; readonly known: OwnerCover; readonly start: number }

function recounted({ cover, known, start }: Recount, hearing: Hearing): OwnerCover {
  const [before, after] = [termFrom(hearing, cover, start), termFrom(hearing, known, start)]
  if (before === 'none' || after === 'none') return known
  const { at } = hearing
  const from = endOf(cover)
  const moved = cover.end !== undefined && before.end !== undefined ? cover.end - before.end : 0
  const wanted = after.end === undefined ? undefined : after.end + moved
  const over = from !== undefined && from <= at
  // What was covered until now was covered, and what had ended does not end earlier: nothing that is told later moves the past.
  const end = wanted === undefined || over ? wanted : Math.max(wanted, at)
  if (end === cover.end && after.endless === cover.endless) return known
  if (over && end !== undefined && end <= at) return known
  const gaps = gapsOf(cover, from, at)
  const next = { ...known, end, endless: after.endless, ...(gaps ? { gaps } : {}) }
  const params = termParams(hearing, known, after)
  return { ...next, trail: stepOf(cover, step(hearing, { kind: 'described', from, to: endOf(next), params })) }
}
