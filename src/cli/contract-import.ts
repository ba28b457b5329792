import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locale } from '../core/words.ts'
import type { ImportResult } from '../wire/cutover.ts'
import type { FileData } from '../wire/files.ts'
import type { ContractPage } from '../wire/contracts.ts'
import { EXIT } from './exit.ts'
import { demandReadable, printLine } from './input.ts'
import { InputError, sayCli } from './say.ts'

export type ImportOptions = { readonly contract: string; readonly server: string; readonly dryRun?: boolean | undefined }

/** A server with the right of one person: a token of theirs, as the page “我的” makes it. */
export type Reached = { readonly server: string; readonly token: string; readonly locale: Locale }

type Asking = { readonly method: string; readonly path: string; readonly body?: Uint8Array | object | undefined }

/** What the server answers, or its own sentence: the same that the page shows. */
async function ask<Answer>({ server, token, locale }: Reached, { method, path, body }: Asking): Promise<Answer> {
  const bytes = body instanceof Uint8Array
  const headers = {
    authorization: `Bearer ${token}`,
    'accept-language': locale,
    ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
    ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
  }
  const sent = body === undefined ? null : bytes ? Buffer.from(body) : JSON.stringify(body)
  const answer = await fetch(`${server.replace(/\/$/, '')}/api${path}`, { method, headers, body: sent }).catch(() => undefined)
  if (!answer) throw new InputError('contract-import.no-server', { server })
  const said: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return said as Answer
  const { detail = '', title = '' } = (said ?? {}) as { detail?: string; title?: string }
  throw new InputError('contract-import.refused', { words: detail || title || String(answer.status) })
}

/** Bytes in one request. */
const PART = 3 * 1024 * 1024

/** The whole file, as the page uploads it; its id. */
async function upload(reached: Reached, path: string): Promise<string> {
  const bytes = readFileSync(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  let file = await ask<FileData>(reached, { method: 'POST', path: '/files', body: { name: basename(path), size: bytes.length, sha256 } })
  while (file.state === 'sending') {
    const part = bytes.subarray(file.offset, file.offset + PART)
    file = await ask<FileData>(reached, { method: 'PATCH', path: `/files/${file.id}?offset=${file.offset}`, body: part })
  }
  return file.id
}

/** A contract by its number, as people call it. */
async function contractOf(reached: Reached, number: string): Promise<string> {
  const { items } = await ask<ContractPage>(reached, { method: 'GET', path: `/contracts?q=${encodeURIComponent(number)}&limit=200` })
  const found = items.find((one) => one.number === number)
  if (!found) throw new InputError('contract-import.no-contract', { number })
  return found.id
}

function problemLines(locale: Locale, { problems }: ImportResult): string[] {
  return problems.map(({ file, sheet, row, column, value, words }) => {
    const at = row === undefined ? '' : sayCli(locale, 'contract-import.row', { row })
    const place = [file, sheet, at, column].filter((one) => one !== undefined && one !== '').join(' · ')
    return sayCli(locale, 'contract-import.problem', { place, value: value === undefined ? '' : ` ${value}`, words })
  })
}

function countLines(locale: Locale, { counts, owed }: ImportResult): string[] {
  const some = counts.filter(({ fresh, there }) => fresh + there > 0)
  const late = owed.filter(({ when }) => when === 'late').length
  return [
    ...some.map(({ name, fresh, there }) => sayCli(locale, 'contract-import.count', { name, fresh, there })),
    sayCli(locale, 'contract-import.owed', { count: owed.length, late }),
  ]
}

export type Importing = Pick<ImportOptions, 'contract' | 'dryRun'> & { readonly files: readonly string[] }

/** What is said of an import, and whether it was clean: tried out first, cell by cell; with a problem, or as a dry run, nothing is written. */
export async function linesOfImport(
  reached: Reached,
  { contract, files, dryRun = false }: Importing,
): Promise<{ readonly lines: readonly string[]; readonly clean: boolean }> {
  const { locale } = reached
  for (const file of files) demandReadable(file)
  const id = await contractOf(reached, contract)
  const ids: string[] = []
  for (const file of files) ids.push(await upload(reached, file))
  const post = (path: string): Promise<ImportResult> =>
    ask<ImportResult>(reached, { method: 'POST', path: `/contracts/${id}${path}`, body: { files: ids } })
  const tried = await post('/cutover/preview')
  if (tried.problems.length > 0) {
    const refused = sayCli(locale, 'contract-import.problems', { count: tried.problems.length })
    return { lines: [...problemLines(locale, tried), refused], clean: false }
  }
  const result = dryRun ? tried : await post('/cutover')
  return {
    lines: [...countLines(locale, result), sayCli(locale, dryRun ? 'contract-import.dry-run' : 'contract-import.done')],
    clean: true,
  }
}

/** 切换上线 from the command line: the same import as the page's, by the same rules and with the rights of whose token it is. Exit 1 where a cell is wrong. */
export async function importContract(locale: Locale, files: readonly string[], { contract, server, dryRun }: ImportOptions): Promise<void> {
  const token = process.env.NUOXING_TOKEN
  if (token === undefined || token === '') throw new InputError('contract-import.no-token')
  const { lines, clean } = await linesOfImport({ server, token, locale }, { contract, files, dryRun })
  for (const line of lines) printLine(line)
  process.exitCode = clean ? EXIT.fine : EXIT.found
}
