import type { z } from 'zod'
import type { Json } from '../../core/fact.ts'
import type { Locale } from '../../core/words.ts'
import { AddAsset, AddCustomer, AddPerson, AddSite } from '../../wire/parties.ts'
import { dayCell, manyNamed, named } from '../sheets/cells.ts'
import type { Nameable, Unreadable } from '../sheets/cells.ts'
import type { Column, Layout } from '../sheets/layout.ts'
import { column, must } from '../sheets/layout.ts'
import { sheetWord } from '../sheets/say.ts'
import type { Cell } from '../sheets/table.ts'
import { isZone } from '../zones.ts'
import { masterDataWord } from './say.ts'
import type { MasterDataWord } from './say.ts'

/** 基础资料: whom a firm serves, where and with what, and its people. What comes later names what comes before. */
export const SHEETS = ['customers', 'sites', 'devices', 'people'] as const

export type Sheet = (typeof SHEETS)[number]

/** Text goes by the schema of the form in which it would be typed, so that no table brings in what no form takes. */
const TEXTS = {
  line: AddCustomer.shape.name,
  contact: AddCustomer.shape.contactName,
  phone: AddPerson.shape.phone,
  prose: AddCustomer.shape.note,
  address: AddSite.shape.address,
  model: AddAsset.shape.model,
  serial: AddAsset.shape.serial,
  class: AddAsset.shape.class,
  person: AddPerson.shape.name,
  firm: AddPerson.shape.subcontractor,
  account: AddPerson.shape.account,
  email: AddPerson.shape.email,
} as const satisfies Record<string, z.ZodType>

type TextKind = keyof typeof TEXTS

/** `customer`, `site`: by name, of the same file or recorded before; `roles`, `team`, `zone`: of those that the firm has. */
export type CellKind = TextKind | 'customer' | 'site' | 'zone' | 'timezone' | 'day' | 'roles' | 'team'

const CUSTOMER = must('customer', 'customer')
const NAME = must('name', 'line')

const COLUMNS: { readonly [Name in Sheet]: readonly Column<CellKind>[] } = {
  customers: [NAME, column('contactName', 'contact'), column('contactPhone', 'phone'), column('note', 'prose')],
  sites: [CUSTOMER, NAME, column('address', 'address'), column('zone', 'zone'), column('timezone', 'timezone')],
  devices: [
    CUSTOMER,
    must('site', 'site'),
    NAME,
    column('model', 'model'),
    column('serial', 'serial'),
    column('class', 'class'),
    column('acceptedOn', 'day'),
  ],
  people: [
    { ...must('name', 'person'), called: 'person' },
    must('account', 'account'),
    column('roles', 'roles'),
    column('team', 'team'),
    column('phone', 'phone'),
    column('email', 'email'),
    column('customer', 'customer'),
    column('subcontractor', 'firm'),
  ],
}

/** All of them are held in memory and written in one transaction: 5,000 devices take some seconds. */
const MOST_ROWS = 10_000

export const LAYOUT: Layout<Sheet, CellKind> = {
  sheets: SHEETS,
  columns: COLUMNS,
  sheetName: (sheet, locale) => masterDataWord(`sheet.${sheet}`, {}, locale),
  columnName: ({ id, called = id }, locale) => masterDataWord(`column.${called}` as MasterDataWord, {}, locale),
  mostRows: MOST_ROWS,
}

/** What cells may name of what the firm has. */
export type Known = { readonly roles: readonly Nameable[]; readonly teams: readonly Nameable[]; readonly zones: readonly Nameable[] }

export function choicesOf(kind: CellKind, { roles, teams, zones }: Known): readonly Nameable[] | undefined {
  if (kind === 'roles') return roles
  if (kind === 'team') return teams
  return kind === 'zone' ? zones : undefined
}

function textIn(kind: TextKind, value: string): string | Unreadable {
  const read = TEXTS[kind].safeParse(kind === 'account' ? value.toLowerCase() : value)
  if (read.success) return read.data ?? value
  const tooBig = read.error.issues.find((issue) => issue.code === 'too_big')
  if (tooBig) return { key: 'too-long', params: { most: Number(tooBig.maximum) } }
  return { key: kind === 'account' || kind === 'email' ? `not-${kind}` : 'not-line', params: { value } }
}

/** Reads one cell that is not empty, as its column asks; customers and sites stay names, until all of the file is known. */
export function readCell(kind: CellKind, cell: Cell, { known, epoch1904 }: { known: Known; epoch1904: boolean }): Json | Unreadable {
  const value = String(cell).trim()
  switch (kind) {
    case 'customer':
    case 'site':
      return textIn('line', value)
    case 'zone':
      return named(known.zones, value)
    case 'team':
      return named(known.teams, value)
    case 'roles':
      return manyNamed(known.roles, value)
    case 'timezone':
      return isZone(value) ? value : { key: 'not-timezone', params: { value } }
    case 'day':
      return dayCell(cell, epoch1904)
    default:
      return textIn(kind, value)
  }
}

/** How to fill in what a column asks for. */
export function askWords(kind: CellKind, locale: Locale): string {
  switch (kind) {
    case 'day':
    case 'email':
      return sheetWord(`ask.${kind}`, {}, locale)
    case 'customer':
    case 'site':
    case 'account':
    case 'roles':
    case 'serial':
    case 'timezone':
    case 'class':
      return masterDataWord(`ask.${kind}`, {}, locale)
    case 'zone':
    case 'team':
      return ''
    default:
      return sheetWord('ask.line', {}, locale)
  }
}
