import type { Column, Layout } from '../sheets/layout.ts'
import { column, must } from '../sheets/layout.ts'
import { momentIn } from '../sheets/cells.ts'
import { cutoverWord } from './say.ts'
import type { CutoverWord } from './say.ts'

/** 切换上线: a running contract is taken over with what happened before. One table a kind, one line a thing that happened. */
export const SHEETS = ['visits', 'tickets', 'loans', 'milestones', 'records'] as const

export type Sheet = (typeof SHEETS)[number]

/**
 * What stands in a cell. `line`, `prose`: text; `instant`: a day, or a day and a time, in the zone of the plan; `minute`: a day with its time; `site`, `asset`,
 * `person`, `grade`, `reason`: by name, number or id; `kind`: of a visit or another record; `lists`: checklists, `assets`: devices, parted by 、.
 */
export type CellKind =
  | 'line'
  | 'prose'
  | 'code'
  | 'instant'
  | 'minute'
  | 'site'
  | 'asset'
  | 'assets'
  | 'person'
  | 'grade'
  | 'reason'
  | 'kind'
  | 'lists'
  | 'number'
  | 'yes-no'
  | 'step'
  | 'milestone'
  | 'type'
  | 'channel'

const NUMBER = column('number', 'line')
const SITE = column('site', 'site')
const ASSET = column('asset', 'asset')
const PERSON = column('person', 'person')
const SUMMARY = column('summary', 'prose')
const TICKET = column('ticket', 'line')
const DONE: readonly Column<CellKind>[] = [column('checklists', 'lists'), column('people', 'number')]

const COLUMNS: { readonly [Name in Sheet]: readonly Column<CellKind>[] } = {
  visits: [NUMBER, must('doneAt', 'instant'), column('arrivedAt', 'instant'), must('kind', 'kind'), SITE, ASSET, PERSON, ...DONE, SUMMARY],
  tickets: [
    { ...must('number', 'line'), called: 'ticket' },
    must('reportedAt', 'minute'),
    must('title', 'line'),
    column('description', 'prose'),
    column('type', 'type'),
    column('channel', 'channel'),
    ASSET,
    SITE,
    column('grade', 'grade'),
    column('acceptedAt', 'minute'),
    column('assignee', 'person'),
    column('repliedAt', 'minute'),
    column('reply', 'prose'),
    column('arrivedAt', 'minute'),
    column('pausedAt', 'minute'),
    column('reason', 'reason'),
    column('evidence', 'line'),
    column('noticeAt', 'minute'),
  ],
  loans: [NUMBER, must('deliveredAt', 'minute'), TICKET, ASSET, column('class', 'code'), column('returnedAt', 'minute'), SUMMARY],
  milestones: [must('milestone', 'milestone'), must('at', 'instant'), must('evidence', 'line'), column('assets', 'assets')],
  records: [
    must('step', 'step'),
    must('at', 'instant'),
    NUMBER,
    column('kind', 'kind'),
    SITE,
    ASSET,
    TICKET,
    PERSON,
    ...DONE,
    column('satisfied', 'yes-no'),
    column('score', 'number'),
    column('document', 'code'),
    column('form', 'code'),
    SUMMARY,
  ],
}

/** So many lines one import takes: all of them are folded in one go. */
const MOST_ROWS = 2_000

/** Rows that were copied without what stands above them show it by a day or a time in the first. */
export const LAYOUT: Layout<Sheet, CellKind> = {
  sheets: SHEETS,
  columns: COLUMNS,
  sheetName: (sheet, locale) => cutoverWord(`sheet.${sheet}`, {}, locale),
  columnName: ({ id, called = id }, locale) => cutoverWord(`column.${called}` as CutoverWord, {}, locale),
  mostRows: MOST_ROWS,
  isNoHead: (cell, epoch1904) => typeof cell === 'string' && momentIn(cell, epoch1904) !== undefined,
}
