import { parse } from 'csv-parse/sync'
import type { Cell, Table } from './table.ts'
import { readXlsx } from './xlsx-read.ts'
import type { Sheets, Unread } from './xlsx-read.ts'

const CHARSETS = ['utf-8', 'gb18030'] as const

/** UTF-8, with or without its mark; UTF-16 with its mark, as spreadsheets copy; else GB 18030. Undefined: no text. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  for (const charset of CHARSETS) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
    } catch {
      // not written in this way: the next one
    }
  }
  return undefined
}

/** What is copied from a spreadsheet is parted by tabs, what is saved as CSV by commas; the first line that says anything says which. */
function delimiterOf(text: string): string {
  const first = /^[^\n]*\S[^\n]*/mu.exec(text)?.[0] ?? ''
  return first.includes('\t') ? '\t' : first.includes(';') && !first.includes(',') ? ';' : ','
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } }

/** Rows keep the numbers that a spreadsheet shows: lines within a cell are one row. */
function readText(bytes: Uint8Array): Table['rows'] | Unread {
  const text = textOf(bytes)
  if (text === undefined || text.includes('\u0000')) return { because: 'broken' }
  try {
    const options = {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      delimiter: delimiterOf(text),
      info: true,
    }
    const rows = parse(text, options) as unknown as Parsed[]
    return rows.map(({ record }, index) => ({ row: index + 1, cells: record as Cell[] }))
  } catch {
    return { because: 'broken' }
  }
}

const isUnread = (read: object): read is Unread => 'because' in read

export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** What one file holds: the sheets of a workbook, or the one table of a text. */
export async function sheetsIn(bytes: Uint8Array): Promise<Sheets | Unread> {
  if (isArchive(bytes)) return readXlsx(bytes)
  const rows = readText(bytes)
  return isUnread(rows) ? rows : [{ name: '', rows, epoch1904: false }]
}

export { isUnread }
