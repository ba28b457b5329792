import type { Locale } from '../../core/words.ts'
import type { Nameable } from './cells.ts'
import type { Column, Layout } from './layout.ts'
import { sheetWord } from './say.ts'
import type { SheetWord } from './say.ts'
import { writeXlsx } from './xlsx-write.ts'
import type { WrittenSheet } from './xlsx-write.ts'

/** What a template offers and explains beside the columns of its layout. */
export type Template<Sheet extends string, Kind extends string> = {
  readonly layout: Layout<Sheet, Kind>
  readonly locale: Locale
  readonly choices: (kind: Kind) => readonly Nameable[] | undefined
  /** of these kinds a cell may name several */
  readonly many: readonly Kind[]
  /** how to write what this kind of cell asks for; empty: as its choices show */
  readonly ask: (kind: Kind) => string
  /** what is to be known before anything is filled in */
  readonly before: string
}

const WIDE: Readonly<Record<string, number>> = { prose: 40, minute: 18, instant: 18, line: 20 }
const WIDTH_OF_MANY = 28
/** More than so many names are not written into a cell of the guide. */
const MOST_LISTED = 60

function choiceNames<Sheet extends string, Kind extends string>(kind: Kind, { locale, choices }: Template<Sheet, Kind>): readonly string[] {
  return (choices(kind) ?? []).map(({ id, names }) => names(locale)[0] ?? id)
}

function sheetFor<Sheet extends string, Kind extends string>(sheet: Sheet, template: Template<Sheet, Kind>): WrittenSheet {
  const { layout, locale, many } = template
  const columns = layout.columns[sheet].map((one) => ({
    head: `${layout.columnName(one, locale)}${one.required ? ' *' : ''}`,
    width: many.includes(one.kind) ? WIDTH_OF_MANY : (WIDE[one.kind] ?? 14),
    choices: many.includes(one.kind) ? undefined : choiceNames(one.kind, template),
  }))
  return { name: layout.sheetName(sheet, locale), columns, rows: [] }
}

/** How to fill in a column: what it asks for, and what may stand there. */
function askWords<Sheet extends string, Kind extends string>({ kind }: Column<Kind>, template: Template<Sheet, Kind>): string {
  const { locale, ask } = template
  const names = choiceNames(kind, template)
  const shown = names.slice(0, MOST_LISTED).join(sheetWord('comma', {}, locale)) + (names.length > MOST_LISTED ? ' …' : '')
  return [ask(kind), shown].filter((one) => one !== '').join(locale === 'en' ? ': ' : '：')
}

function guide<Sheet extends string, Kind extends string>(template: Template<Sheet, Kind>): WrittenSheet {
  const { layout, locale, before } = template
  const word = (key: SheetWord) => sheetWord(key, {}, locale)
  const rows = layout.sheets.flatMap((sheet) =>
    layout.columns[sheet].map((one) => [
      layout.sheetName(sheet, locale),
      layout.columnName(one, locale),
      one.required ? word('guide.must') : word('guide.may'),
      askWords(one, template),
    ]),
  )
  return {
    name: word('sheet.guide'),
    columns: [
      { head: word('guide.sheet'), width: 16 },
      { head: word('guide.column'), width: 16 },
      { head: '', width: 10 },
      { head: word('guide.says'), width: 80 },
    ],
    rows: [['', '', '', before], ...rows],
  }
}

/** 导入模板: a sheet a kind with its columns, choices offered in the cells, and a sheet that explains them. */
export function workbookOf<Sheet extends string, Kind extends string>(template: Template<Sheet, Kind>): Promise<Uint8Array> {
  return writeXlsx([...template.layout.sheets.map((sheet) => sheetFor(sheet, template)), guide(template)])
}
