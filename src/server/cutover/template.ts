import type { Locale } from '../../core/words.ts'
import { sheetWord } from '../sheets/say.ts'
import { workbookOf } from '../sheets/template.ts'
import type { Known } from './cells.ts'
import { choicesOf } from './cells.ts'
import { LAYOUT } from './columns.ts'
import type { CellKind } from './columns.ts'
import { cutoverWord } from './say.ts'

type Template = { readonly locale: Locale; readonly known: Known; readonly number: string; readonly day: string }

function ask(kind: CellKind, locale: Locale): string {
  switch (kind) {
    case 'line':
    case 'prose':
    case 'code':
    case 'instant':
    case 'minute':
    case 'number':
      return sheetWord(`ask.${kind}`, {}, locale)
    case 'lists':
    case 'assets':
      return cutoverWord(`ask.${kind}`, {}, locale)
    default:
      return ''
  }
}

/** 导入模板 of a contract, with what its cells may name. */
export async function templateOf(template: Template): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const { locale, known, day } = template
  const bytes = await workbookOf<(typeof LAYOUT.sheets)[number], CellKind>({
    layout: LAYOUT,
    locale,
    choices: (kind) => choicesOf(kind, known),
    many: ['lists', 'assets'],
    ask: (kind) => ask(kind, locale),
    before: cutoverWord('guide.before', { day }, locale),
  })
  const name = cutoverWord('template', { number: template.number.replaceAll(/[/\\]/g, '-') }, locale)
  return { bytes, name: `${name}.xlsx` }
}
