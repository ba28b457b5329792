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

/** `called`: the column whose name it bears, where that is another. */
export type Column = { readonly id: string; readonly kind: CellKind; readonly required?: true; readonly called?: string }

const column = (id: string, kind: CellKind): Column => ({ id, kind })
const must = (id: string, kind: CellKind): Column => ({ id, kind, required: true })

const NUMBER = column('number', 'line')
const SITE = column('site', 'site')
const ASSET = column('asset', 'asset')
const PERSON = column('person', 'person')
const SUMMARY = column('summary', 'prose')
const TICKET = column('ticket', 'line')
const DONE: readonly Column[] = [column('checklists', 'lists'), column('people', 'number')]

/** In the order in which a template shows them. */
export const COLUMNS: { readonly [Name in Sheet]: readonly Column[] } = {
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
export const MOST_ROWS = 2_000
