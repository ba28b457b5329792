import { ArchiveUnread, openArchive } from '../files/archive.ts'
import { momentOfSerial, momentText } from './serial.ts'
import type { Cell, Table } from './table.ts'
import { stylesIn } from './xlsx-dates.ts'
import type { Shown } from './xlsx-dates.ts'
import { bare, scan } from './xlsx-scan.ts'

/** What cannot be read as a table. `broken`: no workbook at all; `too-big`: more than anybody has typed. */
export type Unread = { readonly because: 'broken' | 'too-big' }

export type Sheets = readonly Pick<Table, 'name' | 'rows' | 'epoch1904'>[]

/** Unpacked. */
const MOST_BYTES = 32 * 1024 * 1024
const MOST_ENTRIES = 3_000
const MOST_SHEETS = 30
const MOST_COLUMNS = 200
const MOST_LINES = 20_000

class TooBig extends Error {}

type Parts = { readonly text: (path: string) => Promise<string | undefined> }

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const archive = await openArchive(bytes, { entries: MOST_ENTRIES, bytes: MOST_BYTES })
  return { text: async (path) => (await archive.read(path))?.toString('utf8') }
}

/** The texts that cells refer to by their number; what is only there to be read aloud (rPh) is left out. */
function sharedTexts(xml: string | undefined): readonly string[] {
  const texts: string[] = []
  if (xml === undefined) return texts
  let within = 0
  let isText = false
  scan(xml, {
    open: ({ name }) => {
      if (name === 'si') texts.push('')
      if (name === 'rPh') within++
      isText = name === 't'
    },
    text: (text) => {
      if (isText && within === 0 && texts.length > 0) texts[texts.length - 1] += text
    },
    close: (name) => {
      if (name === 'rPh') within--
      if (name === 't') isText = false
    },
  })
  return texts
}

/** `BC12` → 54, counted from 0. */
function columnOf(place: string | undefined, otherwise: number): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1]
  return letters === undefined ? otherwise : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** What all cells of a workbook are read with. */
type Book = { readonly texts: readonly string[]; readonly styles: readonly Shown[]; readonly epoch1904: boolean }

/** A number that is shown as a day or a time is read as it is shown. */
function numberValue(value: number, shown: Shown | undefined, { epoch1904 }: Book): Cell {
  const moment = shown === undefined || shown === 'number' || value < 1 ? undefined : momentOfSerial(value, epoch1904)
  return moment ? momentText(moment, shown === 'time') : value
}

type Found = { readonly at: number; readonly type: string | undefined; readonly style: string | undefined; text: string }

function cellValue({ type, style, text }: Found, book: Book): Cell {
  const { texts, styles } = book
  if (text === '') return undefined
  if (type === 's') return texts[Number(text)]
  if (type === 'b') return text === '1'
  if (type === 'inlineStr' || type === 'str' || type === 'd') return text
  if (type === 'e') return text
  return Number.isFinite(Number(text)) ? numberValue(Number(text), styles[Number(style)], book) : text
}

type Rows = { row: number; cells: Cell[] }[]

function rowsOf(xml: string, book: Book): Rows {
  const rows: Rows = []
  let cell: Found | undefined
  let takes = false
  let phonetic = 0
  scan(xml, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        if (rows.length >= MOST_LINES) throw new TooBig('rows')
        rows.push({ row: Number(attributes.r) || (rows.at(-1)?.row ?? 0) + 1, cells: [] })
      }
      if (name === 'c' && rows.length > 0)
        cell = { at: columnOf(attributes.r, rows.at(-1)!.cells.length), type: attributes.t, style: attributes.s, text: '' }
      if (name === 'rPh') phonetic++
      takes = phonetic === 0 && (name === 'v' || name === 't')
    },
    text: (text) => {
      if (takes && cell) cell.text += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') takes = false
      if (name === 'rPh') phonetic--
      if (name !== 'c' || !cell) return
      if (cell.at < MOST_COLUMNS) rows.at(-1)!.cells[cell.at] = cellValue(cell, book)
      cell = undefined
    },
  })
  return rows.map(({ row, cells }) => ({ row, cells: Array.from(cells) }))
}

type Listed = { readonly name: string; readonly relation: string }

function workbookOf(xml: string): { readonly sheets: readonly Listed[]; readonly epoch1904: boolean } {
  const sheets: Listed[] = []
  let epoch1904 = false
  scan(xml, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') epoch1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => bare(key) === 'id' && key.includes(':'))?.[1]
      sheets.push({ name: String(attributes.name ?? ''), relation: String(relation ?? '') })
    },
  })
  return { sheets, epoch1904 }
}

function relationsOf(xml: string | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  if (xml !== undefined)
    scan(xml, {
      open: ({ name, attributes }) => {
        if (name === 'Relationship') targets.set(String(attributes.Id), String(attributes.Target).replace(/^\/?(xl\/)?/, 'xl/'))
      },
    })
  return targets
}

async function sheetsOf(parts: Parts): Promise<Sheets | undefined> {
  const book = await parts.text('xl/workbook.xml')
  if (book === undefined) return undefined
  const { sheets, epoch1904 } = workbookOf(book)
  if (sheets.length > MOST_SHEETS) throw new TooBig('sheets')
  const targets = relationsOf(await parts.text('xl/_rels/workbook.xml.rels'))
  const texts = sharedTexts(await parts.text('xl/sharedStrings.xml'))
  const styles = stylesIn(await parts.text('xl/styles.xml'))
  const read = []
  for (const { name, relation } of sheets) {
    const xml = await parts.text(targets.get(relation) ?? '')
    if (xml !== undefined) read.push({ name, rows: rowsOf(xml, { texts, styles, epoch1904 }), epoch1904 })
  }
  return read
}

/** The sheets of an Excel workbook (.xlsx) with what stands in their cells: formulas by the values that they had when it was saved. */
export async function readXlsx(bytes: Uint8Array): Promise<Sheets | Unread> {
  try {
    return (await sheetsOf(await partsOf(bytes))) ?? { because: 'broken' }
  } catch (error) {
    // whatever a file that is none makes the readers say, it cannot be read
    const tooBig = error instanceof TooBig || (error instanceof ArchiveUnread && error.code === 'too-large')
    return { because: tooBig ? 'too-big' : 'broken' }
  }
}
