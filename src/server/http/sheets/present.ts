import type { FastifyReply } from 'fastify'
import type { Locale } from '../../../core/words.ts'
import type { CellProblem, SheetGist } from '../../../wire/sheets.ts'
import type { Layout } from '../../sheets/layout.ts'
import type { CellProblem as Wrong } from '../../sheets/table.ts'

export function presentProblems(problems: readonly Wrong[], locale: Locale): CellProblem[] {
  return problems.map(({ fileName, sheet, row, column, value, say }) => ({
    file: fileName,
    sheet,
    row,
    column: column?.(locale),
    value,
    words: say(locale),
  }))
}

export function presentLayout<Sheet extends string>(layout: Layout<Sheet>, locale: Locale): SheetGist[] {
  return layout.sheets.map((id) => ({
    id,
    name: layout.sheetName(id, locale),
    columns: layout.columns[id].map((one) => ({ name: layout.columnName(one, locale), required: one.required === true })),
  }))
}

/** `plain`: the name for those who cannot read the other. */
type Workbook = { readonly bytes: Uint8Array; readonly name: string; readonly plain: string }

export async function sendWorkbook(reply: FastifyReply, { bytes, name, plain }: Workbook): Promise<string> {
  await reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
  return ''
}
