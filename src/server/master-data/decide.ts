import type { Json } from '../../core/fact.ts'
import { readRows } from '../sheets/rows.ts'
import type { Row } from '../sheets/rows.ts'
import { plainName } from '../sheets/say.ts'
import { cellProblem, problemIn } from '../sheets/table.ts'
import type { CellProblem, Table } from '../sheets/table.ts'
import type { Known, Sheet } from './columns.ts'
import { LAYOUT, readCell } from './columns.ts'
import { wordsOf } from './say.ts'

/** A customer, site, device or person: what stands in its columns by id, with the ids of what it belongs to. */
export type Entry = { readonly id: string; readonly [field: string]: Json | undefined }

export type Entries = { readonly [Name in Sheet]: readonly Entry[] }

/** What a line says otherwise than is recorded. It stays as it is recorded. */
export type Difference = { readonly row: Row<Sheet>; readonly column: string; readonly said: Json; readonly recorded: Json | undefined }

export type Ground = {
  readonly known: Known
  /** those of the firm that the lines may mean */
  readonly there: Entries
  readonly newId: () => string
  /** may the importing person record what such a table brings? */
  readonly may: (sheet: Sheet) => boolean
  /** what is wrong with giving these roles to somebody of ours, or of a customer's */
  readonly rolesProblem: (roles: readonly string[], customer: string | undefined) => CellProblem['say'] | undefined
}

export type Decided = {
  readonly fresh: Entries
  readonly there: { readonly [Name in Sheet]: number }
  readonly differences: readonly Difference[]
  readonly problems: readonly CellProblem[]
}

/** Entries by what they are recognised by. */
class Index {
  readonly #entries = new Map<string, Entry[]>()

  add(key: string, entry: Entry): void {
    const known = this.#entries.get(key)
    if (known) known.push(entry)
    else this.#entries.set(key, [entry])
  }

  get(key: string): readonly Entry[] {
    return this.#entries.get(key) ?? []
  }
}

/** A line by what it calls itself: a site within its customer. */
const spoiltKey = (sheet: Sheet, customer: unknown, name: unknown): string =>
  `${sheet}\n${sheet === 'customers' ? '' : plainName(String(customer))}\n${plainName(String(name))}`

const keyIn = (owner: Json | undefined, name: Json | undefined): string => `${String(owner)}\n${plainName(String(name))}`

/** Names the columns by which a line is known again, for the sentence about two that are the same. */
const TWICE = { customers: 'row-twice', sites: 'row-twice', devices: 'device-twice', people: 'account-twice' } as const

class Intake {
  readonly ground: Ground
  readonly fresh: Record<Sheet, Entry[]> = { customers: [], sites: [], devices: [], people: [] }
  readonly counts: Record<Sheet, number> = { customers: 0, sites: 0, devices: 0, people: 0 }
  readonly differences: Difference[] = []
  readonly problems: CellProblem[] = []
  readonly customers = new Index()
  readonly sites = new Index()
  readonly devices = new Index()
  readonly serials = new Index()
  readonly accounts = new Index()
  readonly byId = new Map<string, Entry>()
  /** names of lines in which something is wrong: what names them is not wrong for that */
  readonly spoilt = new Set<string>()
  readonly taken = new Set<Row<Sheet>>()
  readonly #rows = new Map<string, number>()
  readonly #numbers = new Map<string, number>()

  constructor(ground: Ground) {
    this.ground = ground
    for (const sheet of LAYOUT.sheets) for (const entry of ground.there[sheet]) this.learn(sheet, entry)
  }

  learn(sheet: Sheet, entry: Entry): void {
    this.byId.set(`${sheet}\n${entry.id}`, entry)
    if (sheet === 'customers') this.customers.add(plainName(String(entry.name)), entry)
    if (sheet === 'sites') this.sites.add(keyIn(entry.customer, entry.name), entry)
    if (sheet === 'people') this.accounts.add(String(entry.account), entry)
    if (sheet !== 'devices') return
    this.devices.add(keyIn(entry.site, entry.name), entry)
    if (entry.serial) this.serials.add(String(entry.serial), entry)
  }

  wrong(row: Row<Sheet>, column: string | undefined, say: CellProblem['say']): undefined {
    this.problems.push(cellProblem(row.line, column, say))
  }

  /** The customer that a line names. Undefined: none, and why is said; or its own line is wrong. */
  customerOf(row: Row<Sheet>): Entry | undefined {
    const value = String(row.values.customer)
    const own = this.byId.get(`customers\n${value}`)
    const found = own ? [own] : this.customers.get(plainName(value))
    if (found.length === 1) return found[0]
    if (found.length > 1) return this.wrong(row, 'customer', wordsOf('many-customers', { value }))
    if (this.spoilt.has(spoiltKey('customers', undefined, value))) return undefined
    return this.wrong(row, 'customer', wordsOf('no-customer', { value }))
  }

  siteOf(row: Row<Sheet>, customer: Entry): Entry | undefined {
    const value = String(row.values.site)
    const found = this.sites.get(keyIn(customer.id, value))
    if (found.length === 1) return found[0]
    if (found.length > 1) return this.wrong(row, 'site', wordsOf('many-sites', { value }))
    if (this.spoilt.has(spoiltKey('sites', row.values.customer, value))) return undefined
    return this.wrong(row, 'site', wordsOf('no-site', { value, customer: String(customer.name) }))
  }

  /** What the line brings, or finds there. `values`: with ids instead of names. */
  take(row: Row<Sheet>, values: Readonly<Record<string, Json>>, found: Entry | undefined): void {
    const before = found && this.#rows.get(found.id)
    if (before !== undefined) return this.twice(row, before)
    const entry = found ?? { ...values, id: this.ground.newId() }
    this.#rows.set(entry.id, row.line.row)
    this.taken.add(row)
    if (found) {
      this.counts[row.sheet]++
      this.compare(row, values, found)
      return
    }
    this.fresh[row.sheet].push(entry)
    this.learn(row.sheet, entry)
  }

  /** A number of its own stands on one line alone, whatever else is wrong with that. */
  isNumberTwice(row: Row<Sheet>, number: Json | undefined): boolean {
    if (typeof number !== 'string') return false
    const key = `${row.sheet}\n${number}`
    const before = this.#numbers.get(key)
    if (before === undefined) this.#numbers.set(key, row.line.row)
    else this.twice(row, before)
    return before !== undefined
  }

  twice(row: Row<Sheet>, before: number): void {
    const { serial, account } = row.values
    if (typeof serial === 'string') this.wrong(row, 'serial', wordsOf('serial-twice', { value: serial, row: before }))
    else if (typeof account === 'string') this.wrong(row, 'account', wordsOf('account-twice', { value: account, row: before }))
    else this.wrong(row, 'name', wordsOf(TWICE[row.sheet], { row: before }))
  }

  compare(row: Row<Sheet>, values: Readonly<Record<string, Json>>, found: Entry): void {
    const plain = (value: Json | undefined) => (Array.isArray(value) ? [...value].map(String).sort().join('\n') : String(value ?? ''))
    for (const { id } of LAYOUT.columns[row.sheet]) {
      const said = values[id]
      if (said === undefined || plain(said) === plain(found[id]) || plainName(plain(said)) === plainName(plain(found[id]))) continue
      this.differences.push({ row, column: id, said, recorded: found[id] })
    }
  }
}

function takeCustomer(work: Intake, row: Row<Sheet>): void {
  const found = work.customers.get(plainName(String(row.values.name)))
  if (found.length > 1) return work.wrong(row, 'name', wordsOf('many-customers', { value: String(row.values.name) }))
  work.take(row, row.values, found[0])
}

function takeSite(work: Intake, row: Row<Sheet>): void {
  const customer = work.customerOf(row)
  if (!customer) return
  const found = work.sites.get(keyIn(customer.id, row.values.name))
  if (found.length > 1) return work.wrong(row, 'name', wordsOf('many-sites', { value: String(row.values.name) }))
  work.take(row, { ...row.values, customer: customer.id }, found[0])
}

/** By its serial number; one that has none by its name, where it stands. */
function takeDevice(work: Intake, row: Row<Sheet>): void {
  if (work.isNumberTwice(row, row.values.serial)) return
  const customer = work.customerOf(row)
  const site = customer && work.siteOf(row, customer)
  if (!customer || !site) return
  const { serial, name } = row.values
  const found = typeof serial === 'string' ? work.serials.get(serial) : work.devices.get(keyIn(site.id, name))
  if (found.length > 1) return work.wrong(row, 'name', wordsOf('many-devices', { value: String(name) }))
  work.take(row, { ...row.values, customer: customer.id, site: site.id }, found[0])
}

function takePerson(work: Intake, row: Row<Sheet>): void {
  const { account, roles = [] } = row.values
  if (work.isNumberTwice(row, account)) return
  const customer = row.values.customer === undefined ? undefined : work.customerOf(row)
  if (row.values.customer !== undefined && !customer) return
  const [found] = work.accounts.get(String(account))
  if (found?.left === true) return work.wrong(row, 'account', wordsOf('account-left', { value: String(account), name: String(found.name) }))
  const problem = found ? undefined : work.ground.rolesProblem(roles as readonly string[], customer?.id)
  if (problem) return work.wrong(row, 'roles', problem)
  if (!found && customer && row.values.subcontractor !== undefined)
    return work.wrong(row, 'subcontractor', wordsOf('subcontractor-customer'))
  work.take(row, customer ? { ...row.values, customer: customer.id } : row.values, found)
}

const TAKE = { customers: takeCustomer, sites: takeSite, devices: takeDevice, people: takePerson } as const

/** A table that brings something new and is not the caller's to bring. */
function unpermitted(work: Intake, rows: readonly Row<Sheet>[]): CellProblem[] {
  return LAYOUT.sheets.flatMap((sheet) => {
    const first = rows.find((row) => row.sheet === sheet)
    return first && work.fresh[sheet].length > 0 && !work.ground.may(sheet) ? [problemIn(first.line.table, wordsOf('may-not'))] : []
  })
}

/** What the tables bring: what is new, what is there already, where they differ from it, and all that is wrong, cell by cell. Nothing is written. */
export function decideMasterData(tables: readonly Table[], ground: Ground): Decided {
  const { known } = ground
  const { rows, unread, problems } = readRows(tables, {
    layout: LAYOUT,
    read: (kind, cell, epoch1904) => readCell(kind, cell, { known, epoch1904 }),
  })
  const work = new Intake(ground)
  for (const { sheet, cells } of unread) work.spoilt.add(spoiltKey(sheet, cells.get('customer'), cells.get('name')))
  for (const sheet of LAYOUT.sheets)
    for (const row of rows) {
      if (row.sheet !== sheet) continue
      TAKE[sheet](work, row)
      if (!work.taken.has(row)) work.spoilt.add(spoiltKey(sheet, row.values.customer, row.values.name))
    }
  const found = [...problems, ...work.problems, ...unpermitted(work, rows)]
  return { fresh: work.fresh, there: work.counts, differences: work.differences, problems: inOrder(found, tables) }
}

/** As they stand in the file, so that one goes through it once. */
function inOrder(problems: readonly CellProblem[], tables: readonly Table[]): CellProblem[] {
  const place = ({ fileName, sheet }: CellProblem) => tables.findIndex((table) => table.fileName === fileName && table.name === sheet)
  return [...problems].sort((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0))
}
