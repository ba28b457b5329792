import type { MasterDataResult, MasterDataSheets } from '../../../wire/master-data.ts'
import type { ImportFiles } from '../../../wire/sheets.ts'
import { sqlState, withTenant } from '../../database/pool.ts'
import type { Transaction } from '../../database/pool.ts'
import type { CellKind, Sheet } from '../../master-data/columns.ts'
import { LAYOUT, askWords, choicesOf } from '../../master-data/columns.ts'
import { decideMasterData } from '../../master-data/decide.ts'
import type { Decided, Ground } from '../../master-data/decide.ts'
import { masterDataWord } from '../../master-data/say.ts'
import { workbookOf } from '../../sheets/template.ts'
import type { Table } from '../../sheets/table.ts'
import { addEntries, holdMasterData } from '../../store/master-data.ts'
import { writeTrail } from '../../store/trail.ts'
import { once } from '../once.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { peopleChanged } from '../session/log-in.ts'
import { presentLayout, presentProblems, sendWorkbook } from '../sheets/present.ts'
import { tablesIn } from '../sheets/tables.ts'
import { calledBy, firmOf, groundFor } from './ground.ts'

type Manages<Body = undefined> = Call<'customer.manage', undefined, undefined, Body>

export function listMasterDataSheets({ locale }: Manages): MasterDataSheets {
  return { sheets: presentLayout(LAYOUT, locale) }
}

/** The workbook to fill in, with the roles, teams and zones that the firm has. */
export async function getMasterDataTemplate({ http, caller, locale, reply }: Manages): Promise<string> {
  const { known } = await withTenant(http.services.pool, caller.tenant, (tx) => firmOf(tx, caller))
  const bytes = await workbookOf<Sheet, CellKind>({
    layout: LAYOUT,
    locale,
    choices: (kind) => choicesOf(kind, known),
    many: ['roles'],
    ask: (kind) => askWords(kind, locale),
    before: masterDataWord('guide.before', {}, locale),
  })
  return sendWorkbook(reply, { bytes, name: `${masterDataWord('template', {}, locale)}.xlsx`, plain: 'master-data.xlsx' })
}

type Tried = { readonly ground: Ground; readonly decided: Decided }

function resultOf({ ground, decided }: Tried, { locale }: Pick<Manages, 'locale'>): MasterDataResult {
  const said = calledBy(ground)
  return {
    counts: LAYOUT.sheets.flatMap((sheet) => {
      const [fresh, there] = [decided.fresh[sheet].length, decided.there[sheet]]
      return fresh + there === 0 ? [] : [{ sheet, name: LAYOUT.sheetName(sheet, locale), fresh, there }]
    }),
    differences: decided.differences.map(({ row, column, recorded }) => ({
      file: row.line.table.fileName,
      sheet: row.line.table.name,
      row: row.line.row,
      column: row.line.heads.get(column)?.(locale) ?? column,
      said: String(row.line.cells.get(column) ?? '').trim(),
      recorded: recorded === undefined ? undefined : said(column, recorded, locale),
    })),
    problems: presentProblems(decided.problems, locale),
  }
}

/** 试运行: what the files would bring, all that is wrong in them, and where they differ from what is recorded; nothing is written. */
export async function tryMasterData(call: Manages<ImportFiles>): Promise<MasterDataResult | Refused> {
  const { http, caller, body } = call
  const given = await tablesIn(http, caller, body.files)
  if (given instanceof Refused) return given
  const ground = await withTenant(http.services.pool, caller.tenant, (tx) => groundFor(tx, call, given.tables))
  return resultOf({ ground, decided: decideMasterData(given.tables, ground) }, call)
}

/** Rows of one statement: often enough to say how far it is, seldom enough to cost nothing. */
const AT_ONCE = 500

/** Whoever imports has gone away before the end: nothing of it is kept. */
class CalledOff extends Error {}

type Writing = { readonly tx: Transaction; readonly now: number; readonly calledOff: () => boolean }

async function writeFresh({ http, caller }: Manages<ImportFiles>, { fresh }: Decided, { tx, now, calledOff }: Writing): Promise<void> {
  const total = LAYOUT.sheets.reduce((sum, sheet) => sum + fresh[sheet].length, 0)
  let done = 0
  for (const sheet of LAYOUT.sheets)
    for (let at = 0; at < fresh[sheet].length; at += AT_ONCE) {
      if (calledOff()) throw new CalledOff()
      const entries = fresh[sheet].slice(at, at + AT_ONCE)
      await addEntries(tx, sheet, { entries, now })
      done += entries.length
      http.services.live.changed({ tenant: caller.tenant, kind: 'progress', ids: [`${caller.person}:${done}:${total}`] })
    }
  if (calledOff()) throw new CalledOff()
}

async function importTables(call: Manages<ImportFiles>, tables: readonly Table[], writing: Writing): Promise<MasterDataResult | Refused> {
  const { caller, address, body } = call
  const { tx, now } = writing
  await holdMasterData(tx)
  const ground = await groundFor(tx, call, tables)
  const decided = decideMasterData(tables, ground)
  if (decided.problems.length > 0) return refuse(422, 'sheets.problems', { count: decided.problems.length })
  const result = resultOf({ ground, decided }, call)
  const added = Object.fromEntries(result.counts.flatMap(({ sheet, fresh }) => (fresh > 0 ? [[sheet, fresh]] : [])))
  if (Object.keys(added).length === 0) return result
  await writeFresh(call, decided, writing)
  const data = { ...added, files: [...body.files] }
  await writeTrail(tx, { at: now, person: caller.person, action: 'master-data.imported', address, data })
  return result
}

/** 导入: all of it in one transaction, or nothing. What is recorded already stays as it is, so the same file twice changes nothing. */
export async function importMasterData(call: Manages<ImportFiles>): Promise<MasterDataResult | Refused> {
  const { http, caller, body, reply } = call
  const given = await tablesIn(http, caller, body.files)
  if (given instanceof Refused) return given
  const calledOff = (): boolean => reply.raw.destroyed
  try {
    const answer = await once<MasterDataResult>(call, { work: (tx, now) => importTables(call, given.tables, { tx, now, calledOff }) })
    if (answer instanceof Refused || answer.counts.every(({ fresh }) => fresh === 0)) return answer
    http.grounds.drop(caller.tenant)
    http.services.live.changed({ tenant: caller.tenant, kind: 'parties', ids: [] })
    peopleChanged(http, caller.tenant)
    return answer
  } catch (error) {
    if (error instanceof CalledOff) return refuse(422, 'master-data.called-off')
    // the same serial number or account, typed in by somebody while this was being written
    if (sqlState(error)?.code === '23505') return refuse(409, 'master-data.meanwhile')
    throw error
  }
}
