import type { Locale } from '../../core/words.ts'
import type { Known } from './cells.ts'
import { choicesOf } from './cells.ts'
import { COLUMNS, SHEETS } from './columns.ts'
import type { Column, Sheet } from './columns.ts'
import { columnName, cutoverWord, sheetName } from './say.ts'
import type { CutoverWord } from './say.ts'
import { writeXlsx } from './xlsx-write.ts'
import type { WrittenSheet } from './xlsx-write.ts'

type Template = { readonly locale: Locale; readonly known: Known; readonly number: string; readonly day: string }

const WIDE: Readonly<Record<string, number>> = { prose: 40, lists: 28, assets: 28, minute: 18, instant: 18, line: 20 }
/** More than so many names are not written into a cell of the guide. */
const MOST_LISTED = 60

function choiceNames({ kind }: Column, { locale, known }: Template): readonly string[] {
  return (choicesOf(kind, known) ?? []).map(({ id, names }) => names(locale)[0] ?? id)
}

const many: readonly Column['kind'][] = ['lists', 'assets']

function sheetFor(sheet: Sheet, template: Template): WrittenSheet {
  const { locale } = template
  const columns = COLUMNS[sheet].map((one) => ({
    head: `${columnName(one, locale)}${one.required ? ' *' : ''}`,
    width: WIDE[one.kind] ?? 14,
    choices: many.includes(one.kind) ? undefined : choiceNames(one, template),
  }))
  return { name: sheetName(sheet, locale), columns, rows: [] }
}

/** How to fill in a column: what it asks for, and what may stand there. */
function askWords(column: Column, template: Template): string {
  const { locale } = template
  const names = choiceNames(column, template)
  const listed = names.slice(0, MOST_LISTED).join(cutoverWord('comma', {}, locale)) + (names.length > MOST_LISTED ? ' …' : '')
  const key = `ask.${column.kind}`
  const asked = ['line', 'prose', 'code', 'instant', 'minute', 'number', 'lists', 'assets'].includes(column.kind)
    ? cutoverWord(key as CutoverWord, {}, locale)
    : ''
  return [asked, listed].filter((one) => one !== '').join(locale === 'en' ? ': ' : '：')
}

function guide(template: Template): WrittenSheet {
  const { locale, day } = template
  const word = (key: CutoverWord) => cutoverWord(key, {}, locale)
  const rows = SHEETS.flatMap((sheet) =>
    COLUMNS[sheet].map((one) => [
      sheetName(sheet, locale),
      columnName(one, locale),
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
    rows: [['', '', '', cutoverWord('guide.before', { day }, locale)], ...rows],
  }
}

/** 导入模板: a sheet a kind with its columns, the choices of this contract offered in the cells, and a sheet that explains them. */
export async function templateOf(template: Template): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const bytes = await writeXlsx([...SHEETS.map((sheet) => sheetFor(sheet, template)), guide(template)])
  const name = cutoverWord('template', { number: template.number.replaceAll(/[/\\]/g, '-') }, template.locale)
  return { bytes, name: `${name}.xlsx` }
}
