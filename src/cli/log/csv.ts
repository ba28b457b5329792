import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { parseInstant } from '../../core/time/instant.ts'
import { LogError } from './event.ts'
import type { LogEvent } from './event.ts'

type Columns = { readonly case: string; readonly time: string }

function required(row: Readonly<Record<string, string>>, column: string, line: number): string {
  const value = row[column] ?? ''
  if (value === '') throw new LogError('log.case-missing', { line, column })
  return value
}

/** A zero byte, or bytes that are no UTF-8. */
const NOT_TEXT = ['\0', '\ufffd']

/** The first row names the columns: both that the mapping asks for must be among them. */
function headerOf(header: readonly string[], { case: caseColumn, time }: Columns): string[] {
  if (NOT_TEXT.some((mark) => header.join('').includes(mark))) throw new LogError('log.not-text', {})
  for (const column of [caseColumn, time])
    if (!header.includes(column)) throw new LogError('log.column-missing', { column, columns: header.join(', ') })
  return [...header]
}

/**
 * Streams a CSV log with a header row, UTF-8 with or without BOM, gzip or plain. Errors: LogError `log.not-text`, `log.column-missing`,
 * `log.case-missing`, `log.time-unreadable`, `log.csv-broken`.
 */
export async function* readCsv(path: string, columns: Columns): AsyncGenerator<LogEvent> {
  const raw = createReadStream(path)
  const bytes = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => bytes.destroy(error))
  let headed = false
  const heading = (header: string[]): string[] => {
    headed = true
    return headerOf(header, columns)
  }
  const rows = bytes.pipe(parse({ columns: heading, bom: true, skip_empty_lines: true, trim: true }))
  bytes.on('error', (error) => rows.destroy(error))
  let line = 1
  try {
    for await (const row of rows as AsyncIterable<Record<string, string>>) {
      line++
      const caseId = required(row, columns.case, line)
      const text = required(row, columns.time, line)
      const at = parseInstant(text)
      if (at === undefined) throw new LogError('log.time-unreadable', { line, column: columns.time, text })
      yield { caseId, at, attributes: row, line }
    }
    if (!headed) throw new LogError('log.column-missing', { column: columns.case, columns: '' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new LogError('log.csv-broken', { line: line + 1 })
    throw error
  }
}
